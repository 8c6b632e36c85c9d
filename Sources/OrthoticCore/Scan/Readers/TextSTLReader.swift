/// ASCII STL: `vertex x y z` three times between `outer loop` and `endloop`.
enum TextSTLReader {
  /// Whether the text begins with `solid` and goes on with `facet` or `endsolid`.
  static func recognizes(_ bytes: [UInt8]) -> Bool {
    var scanner = TextScanner(bytes)
    guard let first = scanner.nextFilledLine(), first.trimmed.starts(with: "solid") else { return false }
    guard let second = scanner.nextFilledLine()?.trimmed else { return true }
    return second.starts(with: "facet") || second.starts(with: "endsolid")
  }

  /// The scan in an ASCII STL file.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    let bytes = file.bytes.span
    var welder = VertexWelder()
    var triangles: [Triangle] = []
    var corners: (UInt32, UInt32, UInt32) = (0, 0, 0)
    var corner = 0
    var ended = false
    var position = 0
    while position < bytes.count {
      let start = TextTokens.skipWhitespace(bytes, position)
      guard start < bytes.count else { break }
      if TextTokens.isToken(bytes, start, "vertex") {
        var index = start + 6
        var values: (Float, Float, Float) = (0, 0, 0)
        values.0 = try coordinate(file, bytes, &index)
        values.1 = try coordinate(file, bytes, &index)
        values.2 = try coordinate(file, bytes, &index)
        let number = welder.number(values.0, values.1, values.2)
        switch corner {
        case 0: corners.0 = number
        case 1: corners.1 = number
        case 2: corners.2 = number
        default: throw malformed(file, start, "a loop has a fourth vertex", expected: "endloop")
        }
        corner += 1
        position = index
        continue
      }
      if TextTokens.isToken(bytes, start, "endloop") {
        guard corner == 3 else {
          throw malformed(file, start, "a loop has \(corner) vertices", expected: "three vertices")
        }
        triangles.append(Triangle(corners.0, corners.1, corners.2))
        corner = 0
      } else if TextTokens.isToken(bytes, start, "endsolid") {
        ended = true
      }
      position = TextTokens.nextLine(bytes, start)
    }
    guard ended, corner == 0 else {
      throw malformed(
        file, bytes.count - 1, "the text ends early after \(triangles.count) triangles", expected: "endsolid")
    }
    guard !triangles.isEmpty else {
      throw malformed(file, 0, "the solid holds no triangle", expected: "facets of a foot")
    }
    return Scan(name: file.name, format: "STL ASCII", points: welder.points, triangles: triangles)
  }

  private static func coordinate(
    _ file: InputFile, _ bytes: Span<UInt8>, _ index: inout Int
  ) throws(InputError) -> Float {
    index = TextTokens.skipBlanks(bytes, index)
    guard let value = NumberParser.number(in: bytes, at: &index, end: bytes.count),
      index == bytes.count || TextLine.isWhitespace(bytes[index])
    else { throw malformed(file, index, "there is no number", expected: "vertex and three numbers") }
    return Float(value)
  }

  private static func malformed(_ file: InputFile, _ position: Int, _ what: String, expected: String) -> InputError {
    file.error(
      .malformed(what), at: .line(TextTokens.lineNumber(file.bytes.span, position)), expected: expected,
      remedy: "export the scan again, or as binary STL")
  }
}
