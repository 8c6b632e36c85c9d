/// Binary STL: 80 bytes of anything, a count, and 50 bytes per triangle.
///
/// ```
///   0 … 79   header, may begin with "solid"
///  80 … 83   number of triangles, uint32
///  84 + 50·i normal, three corners (12 × float32), 2 bytes of attributes
/// ```
enum BinarySTLReader {
  private static let headerSize = 84
  private static let facetSize = 50

  /// Whether size and count agree, which no text does by chance.
  static func recognizes(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= headerSize else { return false }
    let count = Int(bytes.span.halfWord(at: 80))
    return bytes.count == headerSize + facetSize * count
  }

  /// The scan in a binary STL file.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    let bytes = file.bytes.span
    let count = Int(bytes.halfWord(at: 80))
    guard count > 0 else {
      throw file.error(
        .malformed("the header declares 0 triangles"), at: .byte(80), expected: "a foot",
        remedy: "export the scan again")
    }
    var welder = VertexWelder(expectedTriangles: count)
    for facet in 0..<count {
      let first = headerSize &+ facet &* facetSize &+ 12
      for corner in stride(from: first, to: first &+ 36, by: 12) {
        welder.append(
          Float(bitPattern: bytes.halfWord(at: corner)), Float(bitPattern: bytes.halfWord(at: corner &+ 4)),
          Float(bitPattern: bytes.halfWord(at: corner &+ 8)))
      }
    }
    let (points, triangles) = welder.finished()
    return Scan(name: file.name, format: "STL binary", points: points, triangles: triangles)
  }
}
