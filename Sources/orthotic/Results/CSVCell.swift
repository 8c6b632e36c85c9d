import OrthoticCore

/// A text as a cell of comma-separated values.
enum CSVCell {
  /// The text as RFC 4180 has it, and so that no spreadsheet takes it for a formula.
  ///
  /// What begins like one is put behind an apostrophe, which spreadsheets show as text; a number stays one.
  static func text(_ text: String) -> String {
    let shown = text.spelledOut()
    let isFormula = shown.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula && NumberParser.number(shown) == nil ? "'" + shown : shown
    guard safe.contains(where: { $0 == "," || $0 == ";" || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
