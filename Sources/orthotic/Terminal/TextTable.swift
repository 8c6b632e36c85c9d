import OrthoticCore

/// Rows of text in aligned columns: words to the left, numbers to the right.
struct TextTable {
  private var rows: [[String]] = []
  private let wordColumns: Set<Int>

  /// Creates a table; `wordColumns` are set to the left, the others to the right.
  init(wordColumns: Set<Int> = [0]) {
    self.wordColumns = wordColumns
  }

  /// Adds a row; rows may differ in length.
  mutating func add(_ cells: [String]) { rows.append(cells.map { $0.spelledOut() }) }

  /// The table, every line ending with a line feed and none with spaces.
  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    var result = ""
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += (column == 0 ? "" : "  ") + (wordColumns.contains(column) ? cell + padding : padding + cell)
      }
      while line.last == " " { line.removeLast() }
      result += line + "\n"
    }
    return result
  }
}

/// A number as people read it in a table: a fixed number of decimals, `-` where there is none.
func tableText(_ value: Double?, decimals: Int) -> String {
  guard let value, value.isFinite else { return "-" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = (value * scale).rounded()
  guard abs(scaled) < 1e15 else { return "\(value)" }
  let digits = String(Int(abs(scaled)))
  let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
  let sign = scaled < 0 ? "-" : ""
  return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}
