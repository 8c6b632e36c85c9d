/// Binary STL: 80 bytes of anything, a count, and 50 bytes per triangle.
///
/// ```
///   0 … 79   header, may begin with "solid"
///  80 … 83   number of triangles, uint32
///  84 + 50·i normal, three corners (12 × float32), 2 bytes of attributes
/// ```
enum BinarySTLReader {
  /// Sizes that numbers of a triangle have, in whatever unit: a thousandth of a nanometre to ten kilometres.
  private static let usualSizes: Range<Float> = 1e-12..<1e7

  /// Whether the first triangles of a file of the wrong size look like triangles, so that it is a cut or padded STL.
  ///
  /// Other binary content passes for twelve such numbers once in ten million.
  static func resemblesSTL(_ bytes: [UInt8]) -> Bool {
    guard let size = STLSize(bytes), size.count > 0 else { return false }
    let facets = min(size.count, (size.found - STLSize.header) / STLSize.facet, 3)
    guard facets > 0 else { return false }
    let span = bytes.span
    for facet in 0..<facets {
      let start = STLSize.header + facet * STLSize.facet
      for offset in stride(from: start, to: start + 48, by: 4) {
        let value = abs(Float(bitPattern: span.halfWord(at: offset)))
        if value != 0, !usualSizes.contains(value) { return false }
      }
    }
    return true
  }

  /// The scan in a binary STL file.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    let bytes = file.bytes.span
    guard let size = STLSize(file.bytes) else {
      throw file.error(
        .truncated(expected: STLSize.header, found: file.bytes.count), expected: "a header and a count of triangles",
        remedy: "copy or export the scan again")
    }
    let count = size.count
    guard count > 0 else {
      throw file.error(
        .malformed("the header declares 0 triangles"), at: .byte(80), expected: "a foot",
        remedy: "export the scan again")
    }
    guard size.expected <= size.found else {
      throw file.error(
        .truncated(expected: size.expected, found: size.found), at: .byte(size.found),
        expected: "\(count) triangles, as the header says", remedy: "copy or export the file again, whole")
    }
    var welder = VertexWelder(expectedTriangles: count)
    for facet in 0..<count {
      let first = STLSize.header &+ facet &* STLSize.facet &+ 12
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
