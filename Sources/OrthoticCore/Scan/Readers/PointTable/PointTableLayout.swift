/// How the rows of a point table are written, found from its first lines.
struct PointTableLayout: Equatable {
  /// What a column holds.
  enum Role: Equatable {
    case x, y, z, other
  }

  /// How numbers are written and parted.
  struct Style: Equatable {
    /// Byte between two numbers beside white space; 0 where there is only white space.
    var separator: UInt8
    /// Whether decimals are written with a comma.
    var decimalComma: Bool

    /// All styles, the likelier first where a line fits several.
    static let all = [
      Style(separator: 0, decimalComma: false), Style(separator: UInt8(ascii: ","), decimalComma: false),
      Style(separator: UInt8(ascii: ";"), decimalComma: false), Style(separator: 0, decimalComma: true),
      Style(separator: UInt8(ascii: ";"), decimalComma: true),
    ]

    /// How to split a line into fields.
    var fields: FieldSeparator { separator == 0 ? .whitespace : .byte(separator) }
  }

  /// How numbers are written and parted.
  var style: Style
  /// First byte of the first row.
  var firstRow: Int
  /// What the columns hold, up to the last coordinate.
  var roles: [Role]
  /// Numbers per row.
  var columns: Int
  /// Number of points that a line of its own states, as PTS files do.
  var statedCount: Int?
  /// Rows that the file holds if they are as long as the first ones; only a hint.
  var expectedRows: Int
  /// Numbers of the first rows, row by row.
  var sample: [[Double]]

  /// How many lines may precede the first row, and how many rows are looked at.
  private static let sampleSize = 64
  /// A longer line is no row of a point.
  private static let longestLine = 1 << 12

  /// Finds the layout, or gives `nil` where no row of three numbers is near the beginning.
  init?(recognizing bytes: [UInt8]) {
    guard bytes.prefix(4096).allSatisfy({ $0 >= 0x20 || ($0 >= 0x09 && $0 <= 0x0d) || $0 == 0x1a }) else {
      return nil
    }
    var scanner = TextScanner(bytes)
    var lines: [TextLine] = []
    while lines.count < Self.sampleSize, let line = scanner.nextFilledLine() {
      if line.count <= Self.longestLine { lines.append(line) }
    }
    let readings = Style.all.map { style in
      lines.map { $0.numbers(by: style.fields, decimalComma: style.decimalComma) ?? [] }
    }
    let fitting = readings.map { rows in rows.count { $0.count >= 3 } }
    guard let most = fitting.max(), most > 0, let best = fitting.firstIndex(of: most),
      let first = readings[best].firstIndex(where: { $0.count >= 3 })
    else { return nil }
    style = Style.all[best]
    let rows = readings[best][first...].filter { $0.count >= 3 }
    sample = rows
    columns = readings[best][first].count
    firstRow = lines[first].range.lowerBound
    expectedRows = (bytes.count - firstRow) / max(lines[first].count, 6)
    let title = first > 0 ? Self.titles(lines[first - 1], style: style) : nil
    roles = title.flatMap { $0.count == readings[best][first].count ? $0 : nil } ?? Self.roles(without: rows)
    statedCount = lines[..<first].compactMap { $0.trimmed.integer }.last
  }

  /// The roles that a line of titles names, up to the last coordinate stated, or `nil` where it names none.
  private static func titles(_ line: TextLine, style: Style) -> [Role]? {
    let names = line.fields(by: style.fields).map { field in
      String(field.text.lowercased().drop { !($0.isLetter || $0.isNumber) })
    }
    let roles: [Role] = names.map { name in
      // `x`, `x [mm]`, `x_mm`, `"x"`
      let letters = name.prefix { $0.isLetter }
      return switch letters {
      case "x": .x
      case "y": .y
      case "z": .z
      default: .other
      }
    }
    let isComplete = [Role.x, .y, .z].allSatisfy { role in roles.count { $0 == role } == 1 }
    return isComplete ? roles : nil
  }

  /// Coordinates first, or behind a column that only counts.
  private static func roles(without rows: [[Double]]) -> [Role] {
    let isCounted =
      rows.count >= 5 && rows[0].count >= 4 && zip(rows, rows.dropFirst()).allSatisfy { $1[0] == $0[0] + 1 }
    return isCounted ? [.other, .x, .y, .z] : [.x, .y, .z]
  }
}
