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
    var points = LargePages.array(of: Vector3.self, capacity: layout.expectedRows)
    var position = layout.firstRow
    while position < bytes.count {
      position = TextTokens.skipBlanks(bytes, position)
      guard position < bytes.count else { break }
      if !TextTokens.isLineEnd(bytes[position]), bytes[position] != UInt8(ascii: "#") {
        let x = try coordinate(file, bytes, &position, layout)
        let y = try coordinate(file, bytes, &position, layout)
        let z = try coordinate(file, bytes, &position, layout)
        points.append(Vector3(x, y, z))
      }
      position = TextTokens.nextLine(bytes, position)
    }
    return Scan(name: file.name, format: "point table", points: points)
  }

  @inline(__always) private static func coordinate(
    _ file: InputFile, _ bytes: Span<UInt8>, _ position: inout Int, _ layout: PointCloudLayout
  ) throws(InputError) -> Double {
    position = TextTokens.skipBlanks(bytes, position)
    let value = NumberParser.number(
      in: bytes, at: &position, end: bytes.count, decimalComma: layout.decimalComma)
    guard let value else { throw noNumbers(file, position) }
    if position < bytes.count, bytes[position] == layout.separator { position &+= 1 }
    return value
  }

  private static func noNumbers(_ file: InputFile, _ position: Int) -> InputError {
    file.error(
      .malformed("a row has no three numbers"), at: .line(TextTokens.lineNumber(file.bytes.span, position)),
      expected: "x, y and z", remedy: "remove the line, or export the scan again")
  }
}
