/// Rows of pressures as they are read: equally long, finite and not negative.
struct PressureRows {
  /// The file, for messages.
  let file: InputFile
  /// Values per row; 0 before the first.
  private(set) var columns = 0
  /// Rows so far.
  private(set) var rows = 0
  /// The values, row by row; `nan` where there is no sensor.
  private(set) var values: [Float] = []

  /// Starts with no rows; `columns` fixes the length of all where it is known.
  init(file: InputFile, columns: Int = 0) {
    self.file = file
    self.columns = columns
  }

  /// Adds a line.
  mutating func append(_ line: TextLine, style: GridStyle) throws(InputError) {
    var fields = line.fields(by: style.separator)
    // A trailing separator is common and no cell.
    if let last = fields.last, last.range.isEmpty, fields.count > 1, columns == 0 || fields.count == columns + 1 {
      fields.removeLast()
    }
    if columns == 0 { columns = fields.count }
    guard fields.count == columns else {
      throw file.error(
        .malformed("has \(fields.count) values where the rows before have \(columns)"), at: line.place,
        expected: "\(columns) values", remedy: "give every row the same number of values")
    }
    for (index, field) in fields.enumerated() {
      guard let value = style.value(of: field) else {
        throw file.error(
          .malformed("value \(index + 1) is “\(field.text.prefix(20))”, not a number"), at: line.place,
          expected: "a pressure, or an empty field where there is no sensor", remedy: "remove headings and text")
      }
      guard value.isNaN || (value >= 0 && value <= 1e9) else {
        throw file.error(
          .malformed("value \(index + 1) is \(field.text.prefix(20))"), at: line.place,
          expected: "a pressure from 0 up, or -1 where there is no sensor", remedy: "correct the value")
      }
      values.append(Float(value))
    }
    rows += 1
  }
}
