/// What the count in a binary STL says about its size; the format has no other mark.
struct STLSize: Equatable {
  /// Bytes before the first triangle.
  static let header = 84
  /// Bytes per triangle.
  static let facet = 50

  /// Number of triangles that the header states.
  let count: Int
  /// Bytes that the file has.
  let found: Int

  /// Reads the count, or gives `nil` where there is no room for one.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.header else { return nil }
    count = Int(bytes.span.halfWord(at: 80))
    found = bytes.count
  }

  /// Bytes that the count asks for.
  var expected: Int { Self.header + Self.facet * count }
  /// Whether the file has exactly the size that its count asks for.
  var isExact: Bool { expected == found }
}
