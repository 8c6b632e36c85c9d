extension Dimension {
  /// Reads a number with or without a unit, such as `3`, `3.5 mm`, `1/8 in`, `1 1/8"`, `4varus`, `-2`, `80 %`; `nil`
  /// where the text is none of these.
  ///
  /// A bare share of more than 0 and at most 1.5 is refused: `0.8` could mean 0.8 % or 80 %.
  public func value(of text: String) -> Double? {
    guard let (number, rest) = Self.leadingNumber(of: text) else { return nil }
    let name = rest.lowercased()
    if name.isEmpty {
      if self != .length, text.contains("/") { return nil }
      if self == .share, number != 0, abs(number) <= 1.5 { return nil }
      return finite(number * (units.first?.size ?? 1))
    }
    // "4/4" on an order form is post and motion, not a tilt of 1.
    if self != .length, text.contains("/"), !name.contains("/") { return nil }
    guard let unit = units.first(where: { $0.spellings.contains(name) }) else { return nil }
    // "-4 valgus" would be varus to one reader and valgus to another.
    if self == .tilt, number < 0, name.hasSuffix("us") || name.hasPrefix("va") { return nil }
    // Division by 100 is exact where a product with 0.01 is not.
    return finite(unit.size == 0.01 ? number / 100 : number * unit.size)
  }

  /// Writes a value so that `value(of:)` reads back the same number.
  public func text(_ value: Double) -> String {
    switch self {
    case .share:
      // 0.57 · 100 is 56.99999999999999: print what a person would have written wherever it reads back the same.
      let round = (value * 1e14).rounded() / 1e12
      let percent = Self.shortest(round / 100 == value ? round : value * 100)
      return Double(percent).map { $0 / 100 } == value ? percent + " %" : Self.shortest(value) + " share"
    case .tilt where value < 0: return Self.shortest(-value) + " deg valgus"
    case .tilt where value > 0: return Self.shortest(value) + " deg varus"
    case .number: return Self.shortest(value)
    default: return Self.shortest(value) + " " + unitName
    }
  }

  /// A bound of a range in the unit that is written, for messages and help.
  public func bareText(_ value: Double) -> String {
    self == .share ? Self.shortest((value * 1e6).rounded() / 1e4) : Self.shortest(value)
  }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

  /// The shortest decimal that reads back as the same number, without a trailing `.0`.
  static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Splits `1 1/8 in` into 1.125 and `in`.
  private static func leadingNumber(of text: String) -> (number: Double, rest: String)? {
    let text = trimmed(text)
    // Longer than any number with a unit; keeps the work on hostile input small.
    guard text.utf8.count <= 64 else { return nil }
    var rest = Substring(text)
    let negative = rest.hasPrefix("-") || rest.hasPrefix("−")
    if negative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    guard let first = takeDecimal(&rest) else { return nil }
    var number = first
    if let denominator = takeDenominator(&rest) {
      guard denominator > 0 else { return nil }
      number = first / denominator
    } else {
      // "1 1/8": a whole number, a space or hyphen, and a fraction.
      var ahead = rest
      if ahead.first == " " || ahead.first == "-" {
        ahead = ahead.dropFirst()
        if let numerator = takeDecimal(&ahead), let denominator = takeDenominator(&ahead) {
          guard denominator > 0, numerator < denominator, first == first.rounded() else { return nil }
          number = first + numerator / denominator
          rest = ahead
        }
      }
    }
    return (negative ? -number : number, trimmed(String(rest)))
  }

  private static func takeDenominator(_ rest: inout Substring) -> Double? {
    guard rest.first == "/" else { return nil }
    var ahead = rest.dropFirst()
    guard let value = takeDecimal(&ahead) else { return nil }
    rest = ahead
    return value
  }

  /// Takes digits, an optional point with digits and an optional exponent from the front.
  private static func takeDecimal(_ rest: inout Substring) -> Double? {
    let bytes = Array(rest.utf8)
    func isDigit(_ index: Int) -> Bool { index < bytes.count && (48...57).contains(bytes[index]) }
    var end = 0
    while isDigit(end) { end += 1 }
    var digits = end
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      var fraction = end + 1
      while isDigit(fraction) { fraction += 1 }
      digits += fraction - end - 1
      end = fraction
    }
    guard digits > 0 else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: "e") || bytes[end] == UInt8(ascii: "E") {
      var exponent = end + 1
      if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "-") || bytes[exponent] == UInt8(ascii: "+") {
        exponent += 1
      }
      if isDigit(exponent) {
        while isDigit(exponent) { exponent += 1 }
        end = exponent
      }
    }
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    guard let value = Double(text.hasSuffix(".") ? String(text.dropLast()) : text), value.isFinite else { return nil }
    rest = Substring(String(decoding: bytes[end...], as: UTF8.self))
    return value
  }

  /// The text without white space at either end.
  static func trimmed(_ text: String) -> String {
    let front = text.drop { $0.isWhitespace }
    return String(front.reversed().drop { $0.isWhitespace }.reversed())
  }
}
