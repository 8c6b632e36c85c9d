/// Why an output could not be written: exit code 73.
public struct OutputError: Error, Equatable, Sendable {
  /// Path as the user gave it; `-` for standard output.
  public var path: String
  /// What went wrong.
  public var reason: String
  /// What the user can do.
  public var remedy: String

  /// Creates an error from its evidence.
  package init(path: String, reason: String, remedy: String) {
    self.path = path
    self.reason = reason
    self.remedy = remedy
  }
}

extension OutputError: CustomStringConvertible {
  /// One line for a person.
  public var description: String { "\(path): cannot be written (\(reason)); \(remedy)" }
}
