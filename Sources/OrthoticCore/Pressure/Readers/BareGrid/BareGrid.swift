/// Pressures of a grid without its headings: one picture, or frames of the same size.
struct BareGrid {
  /// Cells across.
  var columns: Int
  /// Cells along.
  var rows: Int
  /// Pictures one after the other.
  var frames: Int
  /// Values as written, frame by frame; `nan` where there is no sensor.
  var values: [Double]
  /// Cell size that headings say, mm.
  var cellWidth: Double?
  /// Likewise along the foot.
  var cellLength: Double?
  /// Unit that headings say.
  var unit: PressureUnit?
  /// Side that headings say.
  var side: Side?
  /// Words in front of each frame.
  var headings: [[String]] = []
  /// Step of a first column that may be time.
  var timeStep: Double?
  /// Lines of the rows, for messages.
  var lines: [Int] = []
  /// What was left out.
  var assumptions: [Assumption] = []
  /// What was mended.
  var findings: [Finding] = []

  /// Words that name a column of times.
  private static let timeWords = ["time", "zeit", "sec", "ms", "sample", "frame", "timestamp"]

  /// A grid from its parts.
  init(columns: Int, rows: Int, frames: Int = 1, values: [Double]) {
    precondition(values.count == columns * rows * frames, "one value per cell and frame")
    self.columns = columns
    self.rows = rows
    self.frames = frames
    self.values = values
  }

  /// Leaves headings out of a table and makes its blocks frames.
  ///
  /// - Throws: `malformed` with the line of a row that does not fit, `implausible` for a table too small for a map.
  init(_ table: GridTable, file: InputFile) throws(InputError) {
    guard let first = table.blocks.first else { throw Self.tooSmall(0, 0, file) }
    let headings = GridHeadings(table, first)
    // Blocks of one size are frames; others are one map with blank lines in it.
    var blocks = table.blocks
    let sizes = Set(blocks.map { $0.rows.count })
    let isFramed = blocks.count > 1 && sizes.count == 1 && first.rows.count - headings.rows >= 3
    if !isFramed, let last = blocks.last {
      let words = blocks.dropFirst().flatMap(\.headings)
      if let word = words.first, blocks.count > 1 {
        throw file.error(
          .malformed("holds words, “\(word.text.prefix(20))”, between blocks of \(blocks.map(\.rows.count)) rows"),
          at: word.place, expected: "blocks of the same size", remedy: "remove the words, or give each block a file")
      }
      blocks = [GridTable.Block(headings: first.headings, rows: first.rows.lowerBound..<last.rows.upperBound)]
    }
    var (values, lines): ([Double], [Int]) = ([], [])
    var columns = 0
    for block in blocks {
      let own = GridHeadings(table, block)
      let top = own.rows == headings.rows ? headings.rows : 0
      for row in table.rows[block.rows].dropFirst(top) {
        if let word = row.words.first(where: { $0 >= headings.columns }) {
          throw file.error(
            .malformed("value \(word + 1) is not a number"), at: .line(row.line),
            expected: "a pressure, or an empty field where there is no sensor", remedy: "remove headings and text")
        }
        var cells = table.values(of: row).dropFirst(headings.columns)
        if columns == 0 { columns = cells.count }
        if cells.count == columns - 1, row.endsWithSeparator { cells.append(.nan) }
        guard cells.count == columns else {
          throw file.error(
            .malformed("has \(cells.count) values where \(columns) belong"), at: .line(row.line),
            expected: "\(max(columns, 1)) values", remedy: "give every row the same number of values")
        }
        values.append(contentsOf: cells)
        lines.append(row.line)
      }
    }
    let frames = blocks.count
    let rows = lines.count / max(frames, 1)
    guard columns >= 3, rows >= 3 else { throw Self.tooSmall(columns, rows, file) }
    self.init(columns: columns, rows: rows, frames: frames, values: values)
    self.lines = lines
    self.headings = blocks.map { $0.headings.map(\.text) }
    let words = blocks.flatMap { $0.headings.map(\.text) } + table.trailing.map(\.text)
    unit = words.lazy.compactMap(PressureUnit.init(mentionedIn:)).first
    side = Side.only(mentionedIn: words)
    // Samples of sensors in frames have no columns of coordinates.
    if headings.mayBeTime || (headings.columns > 0 && Self.namesTime(first.headings)) {
      timeStep = headings.stepAlong ?? 1
    }
    cellWidth = headings.cell(headings.stepAcross)
    cellLength = headings.cell(headings.stepAlong) ?? cellWidth
    if cellWidth == nil, headings.rows > 0 { cellWidth = headings.cell(headings.stepAlong) }
    say(headings, words: first.headings.count)
    dropEmptyColumns()
  }

  private static func namesTime(_ headings: [TextLine]) -> Bool {
    guard let last = headings.last?.text.lowercased() else { return false }
    let first = last.drop { !$0.isLetter }.prefix { $0.isLetter }
    return timeWords.contains(String(first))
  }

  private static func tooSmall(_ columns: Int, _ rows: Int, _ file: InputFile) -> InputError {
    file.error(
      .implausible("is a grid of \(columns) × \(rows) cells"), expected: "a grid with several cells along and across",
      remedy: "export the whole map, one line per sensor row")
  }

  private mutating func say(_ headings: GridHeadings, words: Int) {
    var parts: [String] = []
    let lines = headings.rows + words
    if lines > 0 { parts.append(lines == 1 ? "first line" : "first \(lines) lines") }
    if headings.columns > 0 { parts.append("first column") }
    if !parts.isEmpty {
      assumptions.append(
        Assumption(
          what: "pressure headings", value: parts.joined(separator: " and "),
          why: headings.rows > 0 || headings.columns > 0 ? "numbers that step evenly, or names" : "words",
          override: ""))
    }
    if frames > 1 {
      assumptions.append(
        Assumption(
          what: "pressure frames", value: "\(frames) of \(rows) rows", why: "blocks of one size", override: ""))
    }
  }

  /// Columns at the sides that hold nothing in any row only pad the table.
  private mutating func dropEmptyColumns() {
    func isEmpty(_ column: Int) -> Bool {
      stride(from: column, to: values.count, by: columns).allSatisfy { values[$0].isNaN }
    }
    var (low, high) = (0, columns)
    while high - low > 3, isEmpty(high - 1) { high -= 1 }
    while high - low > 3, isEmpty(low) { low += 1 }
    guard high - low < columns else { return }
    var kept: [Double] = []
    kept.reserveCapacity(values.count)
    for row in 0..<rows * frames { kept.append(contentsOf: values[row * columns + low..<row * columns + high]) }
    values = kept
    columns = high - low
  }

  /// The highest value of each cell over the frames; `nan` where there is no sensor.
  var peakPicture: [Double] {
    guard frames > 1 else { return values }
    let count = columns * rows
    return (0..<count).map { cell in
      (0..<frames).reduce(.nan) { highest, frame in
        let value = values[frame * count + cell]
        return value.isNaN || highest >= value ? highest : value
      }
    }
  }

  /// Takes −1 for a missing sensor and other small numbers below zero for a tare.
  ///
  /// - Throws: `malformed` with the line of a number too far below zero, or too large for any pressure.
  mutating func settleBelowZero(file: InputFile, largestTare: Double) throws(InputError) {
    var (low, high, count) = (0.0, 0.0, 0)
    var isMissing = true
    for (index, value) in values.enumerated() where !value.isNaN {
      guard abs(value) <= 1e9 else { throw Self.unlikely(value, index, columns, lines, file) }
      high = max(high, value)
      guard value < 0 else { continue }
      low = min(low, value)
      count += 1
      if value != -1 { isMissing = false }
    }
    guard count > 0 else { return }
    if isMissing {
      for index in values.indices where values[index] == -1 { values[index] = .nan }
      return
    }
    guard -low <= largestTare * high else {
      let index = values.firstIndex { $0 < 0 && $0 != -1 } ?? 0
      throw Self.unlikely(values[index], index, columns, lines, file)
    }
    for index in values.indices where values[index] < 0 { values[index] = 0 }
    findings.append(
      Finding(
        .note, code: "pressure-below-zero",
        message: "\(count) values lie below zero, down to \(low): taken as unloaded",
        remedy: "tare the sensors before the next recording"))
  }

  private static func unlikely(
    _ value: Double, _ index: Int, _ columns: Int, _ lines: [Int], _ file: InputFile
  ) -> InputError {
    let row = index / max(columns, 1)
    return file.error(
      .malformed("value \(index % max(columns, 1) + 1) is \(value)"),
      at: row < lines.count ? .line(lines[row]) : .wholeFile,
      expected: "a pressure from 0 up, or -1 where there is no sensor", remedy: "correct the value")
  }
}

extension PressureUnit {
  /// The unit that a heading names, such as `Pressure [N/cm²]`; `nil` where none is named.
  init?(mentionedIn text: String) {
    let words = text.split { " \t,;:=()[]\"".contains($0) }
    for word in words where word.count >= 3 {
      if let unit = PressureUnit(name: String(word)), unit != .newtonPerCell || word.contains("/") {
        self = unit
        return
      }
    }
    return nil
  }
}

extension Side {
  /// The side that some words name, where they name only one.
  static func only(mentionedIn texts: [String]) -> Side? {
    var sides: Set<Side> = []
    for text in texts {
      for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        switch word {
        case "left", "links", "gauche", "sinistra", "izquierdo": sides.insert(.left)
        case "right", "rechts", "droit", "destra", "derecho": sides.insert(.right)
        default: break
        }
      }
    }
    return sides.count == 1 ? sides.first : nil
  }
}
