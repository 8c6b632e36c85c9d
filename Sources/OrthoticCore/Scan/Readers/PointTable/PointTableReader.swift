/// Rows of numbers, three of which are x, y and z: XYZ, ASC, PTS, CSV and TXT files.
///
/// Understood: blanks, tabs, commas or semicolons; decimal comma; titles, comments and a count of points before the
/// first row; further columns (normals, colours, intensity), which are left out.
enum PointTableReader {
  /// More columns than a point with normal, colours and quality has: a grid of something.
  private static let mostColumns = 12
  /// Fewer rows than this, with more than three columns, are a grid too: no scan has so few points.
  private static let fewRows = 150

  /// The scan in a table of points.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    guard let layout = PointTableLayout(recognizing: file.bytes) else {
      throw file.error(
        .malformed("there is no row of numbers"), expected: "rows of x, y and z", remedy: "export the scan as PLY")
    }
    try refuseGrid(file, layout)
    try checkCount(file, layout)
    let isPlain = layout.roles == [.x, .y, .z]
    let bytes = file.bytes.span
    let style = layout.style
    var points = LargePages.array(of: Vector3.self, capacity: layout.expectedRows)
    var stated = layout.statedCount
    var position = layout.firstRow
    while position < bytes.count {
      position = TextTokens.skipWhitespace(bytes, position)
      // Control-Z ends a text of old Windows programs.
      guard position < bytes.count, bytes[position] != 0x1a else { break }
      let first = bytes[position]
      if first == UInt8(ascii: "#") || first == UInt8(ascii: "/") {
        position = TextTokens.nextLine(bytes, position)
        continue
      }
      if isPlain {
        let start = position
        if let x = coordinate(bytes, &position, style), let y = coordinate(bytes, &position, style),
          let z = coordinate(bytes, &position, style)
        {
          points.append(Vector3(x, y, z))
        } else if stated != nil, let further = count(file, at: start) {
          // A PTS file may hold several clouds, each with its count.
          stated = (stated ?? 0).addingReportingOverflow(further).partialValue
        } else {
          throw noNumbers(file, position)
        }
      } else {
        points.append(try point(file, bytes, &position, layout))
      }
      position = TextTokens.nextLine(bytes, position)
    }
    if let stated, points.count < stated {
      throw file.error(
        .malformed("states \(stated) points but holds \(points.count)"), expected: "\(stated) rows",
        remedy: "copy or export the file again, whole")
    }
    return Scan(name: file.name, format: "point table", points: points)
  }

  /// The number at a position and the separator behind it.
  @inline(__always) private static func coordinate(
    _ bytes: Span<UInt8>, _ position: inout Int, _ style: PointTableLayout.Style
  ) -> Double? {
    position = TextTokens.skipBlanks(bytes, position)
    guard
      let value = NumberParser.number(in: bytes, at: &position, end: bytes.count, decimalComma: style.decimalComma)
    else { return nil }
    guard position < bytes.count else { return value }
    if TextLine.isWhitespace(bytes[position]) {
      if style.separator == 0 { return value }
      position = TextTokens.skipBlanks(bytes, position)
      guard position < bytes.count, bytes[position] == style.separator else { return value }
    } else if bytes[position] != style.separator {
      return nil
    }
    position &+= 1
    return value
  }

  /// The point of a row whose coordinates stand elsewhere than first.
  private static func point(
    _ file: InputFile, _ bytes: Span<UInt8>, _ position: inout Int, _ layout: PointTableLayout
  ) throws(InputError) -> Vector3 {
    var point = Vector3.zero
    for role in layout.roles {
      guard let value = coordinate(bytes, &position, layout.style) else { throw noNumbers(file, position) }
      switch role {
      case .x: point.x = value
      case .y: point.y = value
      case .z: point.z = value
      case .other: break
      }
    }
    return point
  }

  /// The whole number that a line consists of, or `nil`.
  private static func count(_ file: InputFile, at position: Int) -> Int? {
    let end = TextScanner.lineEnd(in: file.bytes.span, from: position).end
    let count = TextLine(bytes: file.bytes, range: position..<end, number: 1).integer
    return count.flatMap { $0 > 0 && $0 <= file.bytes.count ? $0 : nil }
  }

  private static func refuseGrid(_ file: InputFile, _ layout: PointTableLayout) throws(InputError) {
    let isLong = layout.expectedRows >= fewRows
    let isGrid = layout.columns > mostColumns || (!isLong && layout.columns > 3 && holdsZeros(layout))
    guard !isGrid else {
      throw file.error(
        .unsupported("looks like a grid of pressures, \(layout.columns) numbers per row"), at: .byte(layout.firstRow),
        expected: "rows of x, y and z", remedy: "pass it with \(.pressure), and the scan first")
    }
  }

  /// Whether nothing is negative and a tenth or more is zero, as beside a footprint.
  private static func holdsZeros(_ layout: PointTableLayout) -> Bool {
    let values = layout.sample.joined()
    return values.allSatisfy { $0 >= 0 } && values.count { $0 == 0 } * 10 >= values.count
  }

  private static func checkCount(_ file: InputFile, _ layout: PointTableLayout) throws(InputError) {
    guard let stated = layout.statedCount else { return }
    // `1 2 3` and a line end are the shortest row.
    let possible = (file.bytes.count - layout.firstRow) / 6 + 1
    guard stated > 0, stated <= possible else {
      throw file.error(
        .malformed("states \(stated) points"), expected: "1 to \(possible), for which the file has room",
        remedy: "copy or export the file again, whole")
    }
  }

  private static func noNumbers(_ file: InputFile, _ position: Int) -> InputError {
    file.error(
      .malformed("a row has no three numbers"),
      at: .line(TextTokens.lineNumber(file.bytes.span, min(position, file.bytes.count - 1))),
      expected: "x, y and z", remedy: "remove the line, or export the scan again")
  }
}
