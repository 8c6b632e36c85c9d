/// Wavefront OBJ: `v x y z …` and `f` with `a`, `a/b`, `a//c` or `a/b/c`, counted from 1 or backwards from −1.
enum OBJReader {
  /// The scan in an OBJ file.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    let bytes = file.bytes.span
    var points: [Vector3] = []
    var triangles: [Triangle] = []
    var highest = 0
    var highestPlace = 0
    var position = bytes.count >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf ? 3 : 0
    while true {
      position = TextTokens.skipWhitespace(bytes, position)
      guard position < bytes.count else { break }
      let blank = position &+ 1 == bytes.count || TextTokens.isBlank(bytes[position &+ 1])
      if blank, bytes[position] == UInt8(ascii: "v") {
        position += 1
        let x = try coordinate(file, bytes, &position)
        let y = try coordinate(file, bytes, &position)
        let z = try coordinate(file, bytes, &position)
        points.append(Vector3(x, y, z))
      } else if blank, bytes[position] == UInt8(ascii: "f") {
        position += 1
        var fan = PolygonFan()
        while true {
          position = TextTokens.skipBlanks(bytes, position)
          guard position < bytes.count, !TextTokens.isLineEnd(bytes[position]) else { break }
          // A comment ends the face; a backslash continues it on the next line.
          if bytes[position] == UInt8(ascii: "#") { break }
          if bytes[position] == UInt8(ascii: "\\") {
            position = TextTokens.skipWhitespace(bytes, position + 1)
            continue
          }
          let start = position
          guard let stated = NumberParser.integer(in: bytes, at: &position, end: bytes.count), stated != 0 else {
            throw malformed(file, start, "there is no vertex number", expected: "vertex numbers from 1, such as 3/1/2")
          }
          let index = stated > 0 ? stated - 1 : points.count + stated
          guard index >= 0 else { throw unknownVertex(file, start, stated, points.count) }
          if index > highest {
            highest = index
            highestPlace = start
          }
          if let triangle = fan.add(UInt32(truncatingIfNeeded: index)) { triangles.append(triangle) }
          position = TextTokens.tokenEnd(bytes, position)
        }
      }
      position = TextTokens.nextLine(bytes, position)
    }
    guard highest < points.count || triangles.isEmpty else {
      throw unknownVertex(file, highestPlace, highest + 1, points.count)
    }
    return Scan(name: file.name, format: "OBJ", points: points, triangles: triangles)
  }

  private static func coordinate(
    _ file: InputFile, _ bytes: Span<UInt8>, _ position: inout Int
  ) throws(InputError) -> Double {
    position = TextTokens.skipBlanks(bytes, position)
    if position < bytes.count, bytes[position] == UInt8(ascii: "\\") {
      position = TextTokens.skipWhitespace(bytes, position + 1)
    }
    guard let value = NumberParser.number(in: bytes, at: &position, end: bytes.count),
      position == bytes.count || TextLine.isWhitespace(bytes[position])
    else { throw malformed(file, position, "there is no number", expected: "v and three numbers") }
    return value
  }

  private static func unknownVertex(_ file: InputFile, _ place: Int, _ stated: Int, _ count: Int) -> InputError {
    malformed(file, place, "a face names vertex \(stated) of \(count)", expected: "a vertex that the file holds")
  }

  private static func malformed(_ file: InputFile, _ position: Int, _ what: String, expected: String) -> InputError {
    file.error(
      .malformed(what), at: .line(TextTokens.lineNumber(file.bytes.span, position)), expected: expected,
      remedy: "copy or export the scan again, or as PLY")
  }
}
