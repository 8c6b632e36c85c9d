/// The lines of a text as rows of numbers in blocks, with the words between them.
struct GridTable {
  /// A line of numbers.
  struct Row {
    /// Number of its line in the file.
    var line: Int
    /// Its values in `values`.
    var range: Range<Int>
    /// Places of fields that are words, counted from the row's first.
    var words: [Int]
    /// Whether a separator ends the line: usually no cell, but one where one is missing.
    var endsWithSeparator: Bool
    /// Whether the first field is empty or a word: the corner above an index column, or a row's name.
    var isFirstBlank: Bool
  }

  /// Rows that follow each other without a blank line or words between them.
  struct Block {
    /// Words in front of it, line by line.
    var headings: [TextLine]
    /// Which rows.
    var rows: Range<Int>
  }

  /// All values row by row; `nan` for an empty field, a missing sensor or a word.
  private(set) var values: [Double] = []
  /// The lines of numbers.
  private(set) var rows: [Row] = []
  /// The rows in blocks.
  private(set) var blocks: [Block] = []
  /// Words behind the last row.
  private(set) var trailing: [TextLine] = []
  /// Fields written exactly −1.
  private(set) var minusOnes = 0

  /// Takes a text apart.
  init(_ bytes: [UInt8], style: GridStyle) {
    values.reserveCapacity(bytes.count / 2)
    var scanner = TextScanner(bytes)
    var isNew = true
    while let line = scanner.nextLine() {
      guard let row = row(line, style: style) else {
        if !line.isBlank, !isEmpty(line, style: style) { trailing.append(line.trimmed) }
        isNew = true
        continue
      }
      if isNew {
        blocks.append(Block(headings: trailing, rows: rows.count..<rows.count))
        trailing = []
        isNew = false
      }
      rows.append(row)
      if let last = blocks.indices.last { blocks[last].rows = blocks[last].rows.lowerBound..<rows.count }
    }
    joinSpacedRows()
  }

  /// The values of a row.
  func values(of row: Row) -> ArraySlice<Double> { values[row.range] }

  /// A file in which every line is followed by a blank one has no blocks.
  private mutating func joinSpacedRows() {
    let single = blocks.count { $0.rows.count == 1 && $0.headings.isEmpty }
    guard blocks.count > 2, single * 10 >= blocks.count * 8 else { return }
    var joined: [Block] = []
    for block in blocks {
      if block.headings.isEmpty, let last = joined.indices.last {
        joined[last].rows = joined[last].rows.lowerBound..<block.rows.upperBound
      } else {
        joined.append(block)
      }
    }
    blocks = joined
  }

  /// A line of separators only pads a table.
  private func isEmpty(_ line: TextLine, style: GridStyle) -> Bool {
    line.fields(by: style.separator).allSatisfy { $0.range.isEmpty }
  }

  /// A line as a row, or `nil` where it holds words or nothing.
  private mutating func row(_ line: TextLine, style: GridStyle) -> Row? {
    let first = values.count
    let end = line.range.upperBound
    var position = line.range.lowerBound
    var words: [Int] = []
    var filled = 0
    var isFirstBlank = false
    var isComment = false
    while position < end {
      let count = Self.appendPlain(line, from: &position, style: style, into: &values)
      filled += count
      guard position < end else { break }
      guard let field = Self.field(in: line, at: &position, style: style) else { break }
      let number = values.count - first
      if field.range.isEmpty {
        values.append(.nan)
        if number == 0 { isFirstBlank = true }
      } else if let value = style.rawValue(of: field) {
        if value == -1 { minusOnes += 1 }
        values.append(value)
        filled += 1
      } else {
        if number == 0 { isComment = field.starts(with: "#") || field.starts(with: "%") || field.starts(with: "//") }
        words.append(number)
        values.append(.nan)
        if number == 0 { isFirstBlank = true }
      }
    }
    let count = values.count - first
    guard count >= 2, filled > 0, !isComment, words.count * 2 < count else {
      values.removeLast(count)
      return nil
    }
    var endsWithSeparator = false
    if case .byte(let separator) = style.separator { endsWithSeparator = line.bytes[line.range].last == separator }
    return Row(
      line: line.number, range: first..<values.count, words: words, endsWithSeparator: endsWithSeparator,
      isFirstBlank: isFirstBlank)
  }

  private static func appendPlain(
    _ line: TextLine, from position: inout Int, style: GridStyle, into values: inout [Double]
  ) -> Int {
    var few: [Float] = []
    let count = PlainNumbers.append(
      line.bytes.span, from: &position, to: line.range.upperBound, style: style, limit: .max, factor: 1, into: &few)
    values.append(contentsOf: few.map(Double.init))
    return count
  }

  private static func field(in line: TextLine, at position: inout Int, style: GridStyle) -> TextLine? {
    let end = line.range.upperBound
    func isSeparator(_ byte: UInt8) -> Bool {
      switch style.separator {
      case .byte(let separator): byte == separator
      case .whitespace: TextLine.isWhitespace(byte)
      }
    }
    if style.separator == .whitespace {
      while position < end, TextLine.isWhitespace(line.bytes[position]) { position += 1 }
    }
    let start = position
    while position < end, !isSeparator(line.bytes[position]) { position += 1 }
    let field = TextLine(bytes: line.bytes, range: start..<position, number: line.number).trimmed
    if position < end { position += 1 }
    if style.separator == .whitespace, field.range.isEmpty { return nil }
    return field
  }
}

extension GridStyle {
  /// The number in a field as it stands, `nan` for the mark of a missing sensor, `nil` for words.
  fileprivate func rawValue(of field: TextLine) -> Double? {
    if field.count == 1, field.bytes[field.range.lowerBound] | 0x20 == UInt8(ascii: "b") { return .nan }
    let word = field.text.lowercased()
    if word == "na" || word == "n/a" || word == "null" || word == "none" || word == "-" { return .nan }
    return field.value(decimalComma: decimalComma)
  }
}
