extension Finding {
  /// The findings with those errors made warnings that the prescriber allows by name; emergency signs stay.
  public static func allowing(_ names: [String], in findings: [Finding]) -> [Finding] {
    findings.map { finding in
      guard finding.severity == .error, names.contains(finding.code), finding.code != RedFlags.stopCode else {
        return finding
      }
      var allowed = finding
      allowed.severity = .warning
      allowed.message += " (allowed)"
      return allowed
    }
  }
}
