/// Rows of pressures as they are read: equally long, finite and not negative.
struct PressureRows {
  /// The file, for messages.
  let file: InputFile
  /// How the numbers are written.
  let style: GridStyle
  /// What every value is multiplied with: the unit.
  let factor: Double
  /// Values per row; 0 before the first.
  private(set) var columns: Int
  /// Rows so far.
  private(set) var rows = 0
  /// The values, row by row; `nan` where there is no sensor.
  private(set) var values: [Float] = []
  /// Values whose pages were looked through for zeros.
  private var settled = 0

  /// Largest number that a pressure may be in any unit.
  private static let largest = 1e9
  /// Values after which pages of zeros are given back: a megabyte.
  private static let settledAtOnce = 1 << 18

  /// Starts with no rows; `columns` fixes the length of all where it is known.
  init(file: InputFile, style: GridStyle, columns: Int = 0, factor: Double = 1) {
    self.file = file
    self.style = style
    self.columns = columns
    self.factor = factor
  }

  /// Makes room for values to come; the caller bounds the number by the size of the file.
  mutating func reserve(_ count: Int) { values.reserveCapacity(values.count + count) }

  /// Adds a line.
  ///
  /// - Parameters:
  ///   - start: byte to begin at, for rows that carry a number in front.
  ///   - ignoringRest: whether further fields may follow the last column, for rows padded with separators.
  mutating func append(_ line: TextLine, from start: Int? = nil, ignoringRest: Bool = false) throws(InputError) {
    let end = line.range.upperBound
    let limit = ignoringRest && columns > 0 ? columns : .max
    var position = start ?? line.range.lowerBound
    var found = 0
    while position < end, found < limit {
      found += PlainNumbers.append(
        line.bytes.span, from: &position, to: end, style: style, limit: limit - found, factor: factor, into: &values)
      guard position < end, found < limit else { break }
      guard let field = field(in: line, at: &position) else { break }
      values.append(try value(of: field, number: found + 1))
      found += 1
    }
    // A separator at the end of the line is usually no cell, but it is one where one is missing.
    if columns > 0, found == columns - 1, endsWithSeparator(line) {
      values.append(.nan)
      found += 1
    }
    if columns == 0 { columns = found }
    guard found == columns, found > 0 else {
      throw file.error(
        .malformed("has \(found) values where \(columns) belong"), at: line.place,
        expected: "\(max(columns, 1)) values",
        remedy: "give every row the same number of values")
    }
    rows += 1
    if values.count - settled >= Self.settledAtOnce { settled = ZeroPages.release(values, from: settled) }
  }

  /// The field at a position, which then moves behind it and its separator.
  private func field(in line: TextLine, at position: inout Int) -> TextLine? {
    let end = line.range.upperBound
    // White space in front is no field, whichever it is.
    if style.separator == .whitespace {
      while position < end, TextLine.isWhitespace(line.bytes[position]) { position += 1 }
    }
    let start = position
    func isSeparator(_ byte: UInt8) -> Bool {
      switch style.separator {
      case .byte(let separator): byte == separator
      case .whitespace: TextLine.isWhitespace(byte)
      }
    }
    while position < end, !isSeparator(line.bytes[position]) { position += 1 }
    let field = TextLine(bytes: line.bytes, range: start..<position, number: line.number).trimmed
    if position < end { position += 1 }
    // Blanks at the end of a line make no field.
    if style.separator == .whitespace, field.range.isEmpty { return nil }
    return field
  }

  private func value(of field: TextLine, number: Int) throws(InputError) -> Float {
    guard let value = style.value(of: field) else {
      throw file.error(
        .malformed("value \(number) is “\(field.text.prefix(20))”, not a number"), at: field.place,
        expected: "a pressure, or an empty field where there is no sensor", remedy: "remove headings and text")
    }
    guard value.isNaN || (value >= 0 && value <= Self.largest) else {
      throw file.error(
        .malformed("value \(number) is \(field.text.prefix(20))"), at: field.place,
        expected: "a pressure from 0 up, or -1 where there is no sensor", remedy: "correct the value")
    }
    return Float(value * factor)
  }

  private func endsWithSeparator(_ line: TextLine) -> Bool {
    guard case .byte(let separator) = style.separator, let last = line.bytes[line.range].last else { return false }
    return last == separator
  }
}
