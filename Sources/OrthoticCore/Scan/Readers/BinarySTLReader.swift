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
    var welder = VertexWelder()
    let triangles = [Triangle](capacity: count) { output in
      for facet in 0..<count {
        let base = headerSize + facet * facetSize + 12
        func corner(_ offset: Int) -> UInt32 {
          welder.number(
            Float(bitPattern: bytes.halfWord(at: offset)), Float(bitPattern: bytes.halfWord(at: offset + 4)),
            Float(bitPattern: bytes.halfWord(at: offset + 8)))
        }
        output.append(Triangle(corner(base), corner(base + 12), corner(base + 24)))
      }
    }
    return Scan(name: file.name, format: "STL binary", points: welder.points, triangles: triangles)
  }
}
