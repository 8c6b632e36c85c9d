/// ASCII STL: `vertex x y z` three times between `outer loop` and `endloop`.
enum TextSTLReader {
  /// Bytes that one triangle takes in common files; only a hint.
  private static let usualFacetSize = 200

  /// The scan in an ASCII STL file.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    let bytes = file.bytes.span
    var welder = VertexWelder(expectedTriangles: bytes.count / usualFacetSize)
    var corners = 0
    var count = 0
    var isComplete = false
    var position = 0
    while true {
      position = TextTokens.skipWhitespace(bytes, position)
      guard position < bytes.count else { break }
      switch statement(bytes, position) {
      case .vertex:
        let start = position
        position &+= 6
        let x = try coordinate(file, bytes, &position)
        let y = try coordinate(file, bytes, &position)
        let z = try coordinate(file, bytes, &position)
        welder.append(x, y, z)
        corners &+= 1
        if corners > 3 { throw malformed(file, start, "a loop has a fourth vertex", expected: "endloop") }
      case .endLoop:
        guard corners == 3 else {
          throw malformed(file, position, "a loop has \(corners) vertices", expected: "three vertices")
        }
        corners = 0
        count &+= 1
        position = TextTokens.nextLine(bytes, position)
      case .endSolid:
        isComplete = true
        position = TextTokens.nextLine(bytes, position)
      case .other:
        position = TextTokens.nextLine(bytes, position)
      }
    }
    guard isComplete, corners == 0 else {
      throw malformed(file, bytes.count - 1, "the text ends early after \(count) triangles", expected: "endsolid")
    }
    guard count > 0 else {
      throw malformed(file, 0, "the solid holds no triangle", expected: "facets of a foot")
    }
    let (points, triangles) = welder.finished()
    return Scan(name: file.name, format: "STL ASCII", points: points, triangles: triangles)
  }

  private enum Statement {
    case vertex, endLoop, endSolid, other
  }

  private static let vertex = Keyword("vertex")
  private static let endLoop = Keyword("endloop")
  private static let endSolid = Keyword("endsolid")

  /// The statement at a position; what stands in other ones does not matter.
  @inline(__always) private static func statement(_ bytes: Span<UInt8>, _ position: Int) -> Statement {
    switch bytes[position] | 0x20 {
    case UInt8(ascii: "v"): TextTokens.isToken(bytes, position, vertex) ? .vertex : .other
    case UInt8(ascii: "e"):
      TextTokens.isToken(bytes, position, endLoop)
        ? .endLoop : TextTokens.isToken(bytes, position, endSolid) ? .endSolid : .other
    default: .other
    }
  }

  @inline(__always) private static func coordinate(
    _ file: InputFile, _ bytes: Span<UInt8>, _ position: inout Int
  ) throws(InputError) -> Float {
    position = TextTokens.skipBlanks(bytes, position)
    guard let value = NumberParser.number(in: bytes, at: &position, end: bytes.count),
      position == bytes.count || TextLine.isWhitespace(bytes[position])
    else { throw malformed(file, position, "there is no number", expected: "vertex and three numbers") }
    return Float(value)
  }

  private static func malformed(_ file: InputFile, _ position: Int, _ what: String, expected: String) -> InputError {
    file.error(
      .malformed(what), at: .line(TextTokens.lineNumber(file.bytes.span, position)), expected: expected,
      remedy: "export the scan again, or as binary STL")
  }
}
