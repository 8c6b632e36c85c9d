/// What the count in a binary STL says about its size; the format has no other mark.
struct STLSize: Equatable {
  /// Bytes before the first triangle.
  static let header = 84
  /// Bytes per triangle.
  static let facet = 50

  /// Number of triangles that the header states.
  private let stated: Int
  /// Bytes that the file has.
  let found: Int

  /// Reads the count, or gives `nil` where there is no room for one.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.header else { return nil }
    stated = Int(bytes.span.halfWord(at: 80))
    found = bytes.count
  }

  /// Number of triangles: those stated, or those that fill the file where the header states none or all ones, as a
  /// program may leave it that writes while it scans.
  var count: Int {
    let (filling, remainder) = (found - Self.header).quotientAndRemainder(dividingBy: Self.facet)
    return (stated == 0 || stated == Int(UInt32.max)) && remainder == 0 ? filling : stated
  }

  /// Bytes that the count asks for.
  var expected: Int { Self.header + Self.facet * count }
  /// Whether the file has exactly the size that its header asks for.
  var isExact: Bool { Self.header + Self.facet * stated == found }
}
