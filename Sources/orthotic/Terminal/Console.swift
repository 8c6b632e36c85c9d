#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticCore

/// Where a command speaks: results to standard output, messages to standard error.
struct Console: Sendable {
  /// Whether notes, warnings and progress are left out; errors are not.
  var isQuiet = false
  /// Where results go; standard error when standard output carries a file.
  var resultStream = StandardStream.output

  /// Characters of a message: what is longer quotes something that nobody wants to see whole.
  private static let longestMessage = 1500
  /// Findings that are printed at once.
  private static let mostFindings = 60

  private static let isColored: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return StandardStream.error.isTerminal && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
  }()

  /// Prints a result.
  ///
  /// - Throws: `ResultError` where the system refuses; a reader that has gone is no error.
  func result(_ text: String) throws(ResultError) {
    if case .failed(let reason) = resultStream.write(text.spelledOut(keepingLines: true)) {
      throw ResultError(reason: reason)
    }
  }

  /// Prints an error: what the program could not do.
  func error(_ message: String) { say("error", color: 31, message) }

  /// Prints what was decided for the user.
  ///
  /// - Parameter owner: Whose it is, where several stand beside each other, such as `left`.
  func assumed(_ assumptions: [Assumption], of owner: String? = nil) {
    guard !isQuiet else { return }
    for assumption in assumptions {
      let override = assumption.override.isEmpty ? "" : "; \(assumption.override.text(naming: .flags)) sets it"
      let why = assumption.why.text(naming: .flags)
      let head = owner.map { $0 + " " } ?? ""
      say("assumed", color: 36, "\(head)\(assumption.what) \(assumption.value) (\(why)\(override))")
    }
  }

  /// Prints what the user should know.
  ///
  /// - Parameter owner: Whose it is, where several stand beside each other, such as `left`.
  func findings(_ findings: [Finding], of owner: String? = nil) {
    guard !isQuiet else { return }
    for finding in findings.prefix(Self.mostFindings) {
      let remedy = finding.remedy.isEmpty ? "" : "; \(finding.remedy.text(naming: .flags))"
      say(
        finding.severity.rawValue, color: finding.severity == .note ? 36 : 33,
        "\(owner.map { $0 + ": " } ?? "")\(finding.message.text(naming: .flags))\(remedy) [\(finding.code)]")
    }
    if findings.count > Self.mostFindings { note("and \(findings.count - Self.mostFindings) more") }
  }

  /// Prints a message that is neither result nor trouble.
  func note(_ message: String) {
    guard !isQuiet else { return }
    _ = StandardStream.error.write(message.bounded(to: Self.longestMessage).spelledOut() + "\n")
  }

  private func say(_ label: String, color: Int, _ message: String) {
    // Text from a file must not move the cursor or recolor the terminal, nor fill it.
    let line = message.bounded(to: Self.longestMessage).spelledOut()
    let head = Self.isColored ? "\u{1B}[\(color)m\(label):\u{1B}[0m " : "\(label): "
    _ = StandardStream.error.write(head + line + "\n")
  }
}

/// Standard output that cannot be written, such as a full disk behind a redirection.
struct ResultError: Error, Equatable {
  /// The system's reason.
  var reason: String
}

extension String {
  /// The text, of a long one its beginning and its end.
  fileprivate func bounded(to limit: Int) -> String {
    guard utf8.count > limit, count > limit else { return self }
    return prefix(limit * 2 / 3) + " … " + suffix(limit / 3)
  }
}
