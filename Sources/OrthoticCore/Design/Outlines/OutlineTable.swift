/// A line as a table of its corners: a heading perhaps, a corner a row.
///
/// Understood: commas, semicolons, tabs or blanks between numbers, points or commas within them, quotes, headings that
/// name x and y in any order with a unit, a column that counts the rows, a third coordinate that stays the same.
struct OutlineTable {
  /// What is wrong with a table, and where.
  struct Trouble: Error {
    var line: Int
    var what: String
    var expected: String
  }

  /// Corners in the table's own unit.
  private(set) var points: [Vector2] = []
  /// The unit that the heading states, mm, with its name.
  private(set) var unit: (name: String, size: Double)?

  private struct Row {
    var number: Int
    var cells: [String]
  }

  /// Reads a table.
  init(_ text: String, mostCorners: Int) throws(Trouble) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var rows: [Row] = []
    let separator = Self.separator(of: lines)
    for (index, line) in lines.enumerated() {
      let cells = Self.cells(line, separator)
      guard cells.contains(where: { !$0.isEmpty }), !cells[0].hasPrefix("#"), !cells[0].lowercased().hasPrefix("sep=")
      else { continue }
      guard rows.count <= mostCorners else {
        throw Trouble(line: index + 1, what: "more than \(mostCorners) corners", expected: "some hundred corners")
      }
      rows.append(Row(number: index + 1, cells: cells))
    }
    // Headings stand before the first row of numbers.
    let isComma = separator != ","
    let first = rows.firstIndex { $0.cells.filter { Self.number($0, isComma) != nil }.count >= 2 } ?? rows.count
    let columns = Self.columns(rows[..<first].last?.cells)
    unit = Self.unit(rows[..<first].last?.cells)
    let body = rows[first...]
    guard let width = body.first?.cells.count else { return }
    var values: [[Double]] = []
    for row in body {
      let numbers = row.cells.map { Self.number($0, isComma) }
      let wanted = columns.map { [$0.x, $0.y] } ?? Array(0..<width)
      guard row.cells.count == width, wanted.allSatisfy({ numbers.indices.contains($0) && numbers[$0] != nil }) else {
        throw Trouble(
          line: row.number,
          what: "a row without the numbers of a corner: \(row.cells.joined(separator: " ").prefix(40))",
          expected: "\(width) numbers, as in the first row")
      }
      values.append(wanted.compactMap { numbers[$0] })
    }
    let (x, y) = try Self.axes(values, isNamed: columns != nil, line: body.first?.number ?? 1)
    points = values.map { Vector2($0[x], $0[y]) }
  }

  /// Which of the numbers of each row are x and y.
  private static func axes(_ rows: [[Double]], isNamed: Bool, line: Int) throws(Trouble) -> (Int, Int) {
    let width = rows.first?.count ?? 0
    if isNamed || width == 2 { return (0, 1) }
    if width == 3 {
      let step = rows.count > 1 ? rows[1][0] - rows[0][0] : 1
      // A column that counts on is no coordinate, and one that stays the same is the height of a flat line.
      if step == 1, rows.indices.allSatisfy({ rows[$0][0] == rows[0][0] + Double($0) }) { return (1, 2) }
      if rows.allSatisfy({ $0[2] == rows[0][2] }) { return (0, 1) }
    }
    throw Trouble(
      line: line, what: "\(width) numbers a row, and no heading that says which are x and y",
      expected: "two columns, or a heading such as x,y")
  }

  /// The columns that a heading calls x and y.
  private static func columns(_ heading: [String]?) -> (x: Int, y: Int)? {
    func column(_ letter: Character) -> Int? {
      heading?.firstIndex { name in
        let word = name.lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
        return word == String(letter) || word == "\(letter)mm" || word == "\(letter)coordinate"
          || word == "\(letter)coord"
          || word == "point\(letter)" || word == "pos\(letter)"
      }
    }
    guard let x = column("x"), let y = column("y"), x != y else { return nil }
    return (x, y)
  }

  /// The unit in a heading such as `x (cm)`.
  private static func unit(_ heading: [String]?) -> (name: String, size: Double)? {
    let words = heading?.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init) ?? []
    return OutlineFile.statedUnits.first { unit in words.contains(unit.name) }
  }

  /// What stands between the cells: what most lines have, a semicolon or tab before a comma.
  private static func separator(of lines: [Substring]) -> Character {
    let opening = lines.filter { $0.contains(where: \.isNumber) }.prefix(50)
    return [";", "\t", ","].first { (mark: Character) in opening.count { $0.contains(mark) } * 2 > opening.count }
      ?? " "
  }

  /// The cells of a line, quotes and blanks around them dropped.
  private static func cells(_ line: Substring, _ separator: Character) -> [String] {
    if separator == " " { return line.split(whereSeparator: \.isWhitespace).map { clean($0) } }
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        cells.append(clean(cell[...]))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    cells.append(clean(cell[...]))
    // A separator at the end of each line begins no column.
    while cells.count > 2, cells.last == "" { cells.removeLast() }
    return cells
  }

  private static func clean(_ text: Substring) -> String {
    String(text.filter { $0 != "\"" && $0 != "\u{FEFF}" }).trimmed
  }

  /// A finite number, with a point or, where commas do not separate or quotes hold the cell, a comma.
  private static func number(_ text: String, _ mayBeComma: Bool) -> Double? {
    let value =
      NumberParser.number(text)
      ?? (mayBeComma || text.contains(",") ? NumberParser.number(text, decimalComma: true) : nil)
    return value.flatMap { $0.isFinite ? $0 : nil }
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return String(self[start..<end])
  }
}
