/// Rows of numbers, the first three of which are x, y and z: XYZ, ASC, PTS, CSV and TXT files.
enum PointCloudReader {
  /// Whether one of the first lines is a row of three or more numbers.
  static func recognizes(_ bytes: [UInt8]) -> Bool { PointCloudLayout(recognizing: bytes) != nil }

  /// The scan in a table of points.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    guard let layout = PointCloudLayout(recognizing: file.bytes) else {
      throw file.error(
        .malformed("there is no row of numbers"), expected: "rows of x, y and z", remedy: "export the scan as PLY")
    }
    let bytes = file.bytes.span
    var points: [Vector3] = []
    var position = layout.firstRow
    while position < bytes.count {
      let (end, next) = TextScanner.lineEnd(in: bytes, from: position)
      let start = TextTokens.skipBlanks(bytes, position)
      if start < end, bytes[start] != UInt8(ascii: "#") {
        var index = start
        let x = try coordinate(file, bytes, &index, end, layout)
        let y = try coordinate(file, bytes, &index, end, layout)
        let z = try coordinate(file, bytes, &index, end, layout)
        points.append(Vector3(x, y, z))
      }
      position = next
    }
    return Scan(name: file.name, format: "point table", points: points)
  }

  private static func coordinate(
    _ file: InputFile, _ bytes: Span<UInt8>, _ index: inout Int, _ end: Int, _ layout: PointCloudLayout
  ) throws(InputError) -> Double {
    index = TextTokens.skipBlanks(bytes, index)
    guard let value = NumberParser.number(in: bytes, at: &index, end: end, decimalComma: layout.decimalComma) else {
      throw file.error(
        .malformed("a row has no three numbers"), at: .line(TextTokens.lineNumber(bytes, index)),
        expected: "x, y and z", remedy: "remove the line, or export the scan again")
    }
    index = TextTokens.skipBlanks(bytes, index)
    if index < end, bytes[index] == layout.separator { index += 1 }
    return value
  }
}
