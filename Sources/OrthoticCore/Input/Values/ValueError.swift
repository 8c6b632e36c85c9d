/// Why a value given as text cannot be taken: what would be, with an example.
public struct ValueError: Error, Equatable, Sendable {
  /// What was expected, such as `a length from 0 to 30 mm`.
  public var expected: String
  /// A value that would be taken, such as `12 mm`.
  public var example: String

  /// Creates an error.
  public init(expected: String, example: String) {
    self.expected = expected
    self.example = example
  }
}
