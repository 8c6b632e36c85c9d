extension FootCandidate {
  /// Share of the surface from which strays are worth a word.
  private static let notableStrayShare = 0.001

  /// What was left out of a scan, for the user to know.
  func findings(of scan: Scan) -> [Finding] {
    var findings: [Finding] = []
    let notNumbers = scan.points.reduce(0) { $1.isFinite ? $0 : $0 + 1 }
    if notNumbers > 0 {
      findings.append(
        Finding(
          .note, code: "points-without-place",
          message: "\(notNumbers) of \(scan.points.count) points are not finite numbers and were left out"))
    }
    if strayShare > Self.notableStrayShare {
      findings.append(
        Finding(
          .note, code: "strays-left-out",
          message: "\((strayShare * 1000).rounded() / 10) % of the scan lies apart from the foot and was left out"))
    }
    if !halfSpaces.isEmpty {
      findings.append(
        Finding(
          .note, code: "surroundings-cut-away",
          message: "flat surroundings, as of a room, a table or a box, were cut away to find the foot",
          remedy: "\(tool: .solePicture) shows what is left"))
    }
    switch support?.kind {
    case .floor:
      findings.append(
        Finding(.note, code: "support-cut-away", message: "the floor or plate that the foot stands on was cut away"))
    case .around:
      findings.append(
        Finding(
          .note, code: "support-cut-away",
          message: "the flat surface around the sole, as of a plate or a foam box, was cut away"))
    case nil: break
    }
    return findings
  }
}
