/// What the count in a binary STL says about its size; the format has no other mark.
struct STLSize: Equatable {
  /// Bytes before the first triangle.
  static let header = 84
  /// Bytes per triangle.
  static let facet = 50

  /// Number of triangles that the header states, or those that fill the file where it states none: a program that
  /// writes while it scans may leave 0 there.
  let count: Int
  /// Bytes that the file has.
  let found: Int
  /// Whether the header states the number.
  private let isStated: Bool

  /// Reads the count, or gives `nil` where there is no room for one.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.header else { return nil }
    let stated = Int(bytes.span.halfWord(at: 80))
    found = bytes.count
    isStated = stated > 0
    let (filling, remainder) = (found - Self.header).quotientAndRemainder(dividingBy: Self.facet)
    count = isStated ? stated : remainder == 0 ? filling : 0
  }

  /// Bytes that the count asks for.
  var expected: Int { Self.header + Self.facet * count }
  /// Whether the file has exactly the size that its count asks for.
  var isExact: Bool { isStated && expected == found }
}
