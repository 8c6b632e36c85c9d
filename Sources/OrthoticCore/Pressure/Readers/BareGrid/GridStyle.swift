/// How the numbers of a grid are written.
struct GridStyle: Equatable {
  /// What stands between them.
  var separator: FieldSeparator
  /// Whether `0,5` is one number.
  var decimalComma: Bool

  /// Creates a style.
  init(separator: FieldSeparator, decimalComma: Bool = false) {
    self.separator = separator
    self.decimalComma = decimalComma
  }

  /// Finds the style of some lines: semicolon before tab before comma before blanks.
  ///
  /// A comma beside another separator is a decimal comma.
  init(_ lines: [TextLine]) {
    func occurs(_ byte: Character) -> Bool {
      guard let value = byte.asciiValue else { return false }
      return lines.contains { $0.bytes[$0.range].contains(value) }
    }
    let hasComma = occurs(",")
    if occurs(";") {
      self.init(separator: .semicolon, decimalComma: hasComma)
    } else if occurs("\t") {
      self.init(separator: .tab, decimalComma: hasComma)
    } else if hasComma {
      self.init(separator: .comma)
    } else {
      self.init(separator: .whitespace)
    }
  }

  /// The pressure in a field: `nan` for the marks of a missing sensor, `nil` for anything that is no number.
  func value(of field: TextLine) -> Double? {
    if field.range.isEmpty { return .nan }
    if field.count == 1, field.bytes[field.range.lowerBound] | 0x20 == UInt8(ascii: "b") { return .nan }
    guard let value = field.value(decimalComma: decimalComma) else { return nil }
    return value == -1 ? .nan : value
  }
}
