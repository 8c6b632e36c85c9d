/// Decimal numbers out of text bytes, without a trap, a locale or an intermediate string.
///
/// Understood: sign, digits, decimal separator, exponent (`e` or `E`), and the words `nan`, `inf`, `infinity` in any
/// case, also as Windows programs write them (`-nan(ind)`, `1.#QNAN`, `-1.#INF00`). What is no number gives `nil`;
/// what is too large for a `Double` gives infinity.
///
/// Correctly rounded: up to 19 digits exactly (mantissa ≤ 2⁵³ and exponent to ±22 by one exact operation, the rest by
/// 128-bit division or the standard library); from the 20th digit on only rounding ties could go the other way.
package enum NumberParser {
  /// The number that fills `bytes` completely, or `nil`; surrounding blanks are not tolerated.
  package static func number(_ bytes: Span<UInt8>, decimalComma: Bool = false) -> Double? {
    var position = 0
    guard let value = number(in: bytes, at: &position, end: bytes.count, decimalComma: decimalComma),
      position == bytes.count
    else { return nil }
    return value
  }

  /// The number that fills `text` completely, or `nil`; surrounding blanks are not tolerated.
  package static func number(_ text: String, decimalComma: Bool = false) -> Double? {
    number(Array(text.utf8).span, decimalComma: decimalComma)
  }

  /// The longest number from `position` on and before `end`; moves `position` behind it, or leaves it on `nil`.
  @inline(__always) package static func number(
    in bytes: Span<UInt8>, at position: inout Int, end: Int, decimalComma: Bool = false
  ) -> Double? {
    guard position >= 0, position < end, end <= bytes.count else { return nil }
    let separator = decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    if let value = ShortDecimal.number(in: bytes, at: &position, end: end, separator: separator) { return value }
    return longNumber(in: bytes, at: &position, end: end, separator: separator)
  }

  /// Any number, digit by digit.
  @inline(never) private static func longNumber(
    in bytes: Span<UInt8>, at position: inout Int, end: Int, separator: UInt8
  ) -> Double? {
    var index = position
    let negative = bytes[index] == UInt8(ascii: "-")
    if negative || bytes[index] == UInt8(ascii: "+") { index &+= 1 }

    var mantissa: UInt64 = 0
    var significant = 0
    var exponent = 0
    var digits = 0
    while index < end, let digit = digit(bytes[index]) {
      add(digit, to: &mantissa, significant: &significant, exponent: &exponent)
      digits &+= 1
      index &+= 1
    }
    if index < end, bytes[index] == separator {
      let fraction = index &+ 1
      var next = fraction
      while next < end, let digit = digit(bytes[next]) {
        add(digit, to: &mantissa, significant: &significant, exponent: &exponent)
        exponent &-= 1
        next &+= 1
      }
      digits &+= next &- fraction
      if digits > 0 { index = next }
    }
    guard digits > 0 else { return word(in: bytes, at: &position, from: index, end: end, negative: negative) }
    if index < end, bytes[index] == UInt8(ascii: "#"), bytes[index &- 1] == separator {
      return windowsWord(in: bytes, at: &position, from: index &+ 1, end: end, negative: negative)
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      readExponent(in: bytes, at: &index, end: end, exponent: &exponent)
    }
    position = index
    let value = DecimalConversion.value(mantissa: mantissa, exponent: exponent)
    return negative ? -value : value
  }

  /// The whole number from `position` on and before `end`; moves `position` behind it, or leaves it on `nil`.
  ///
  /// What does not fit into `Int` is `nil` too.
  package static func integer(in bytes: Span<UInt8>, at position: inout Int, end: Int) -> Int? {
    var index = position
    guard index >= 0, index < end, end <= bytes.count else { return nil }
    let negative = bytes[index] == UInt8(ascii: "-")
    if negative || bytes[index] == UInt8(ascii: "+") { index &+= 1 }
    var value = 0
    let first = index
    while index < end, let digit = digit(bytes[index]) {
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, stillTooLarge) = product.addingReportingOverflow(Int(digit))
      if tooLarge || stillTooLarge { return nil }
      value = sum
      index &+= 1
    }
    guard index > first else { return nil }
    position = index
    return negative ? -value : value
  }

  /// The whole number that fills `bytes` completely, or `nil`.
  package static func integer(_ bytes: Span<UInt8>) -> Int? {
    var position = 0
    guard let value = integer(in: bytes, at: &position, end: bytes.count), position == bytes.count else { return nil }
    return value
  }

  @inline(__always) private static func digit(_ byte: UInt8) -> UInt64? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? UInt64(value) : nil
  }

  /// Takes up to 19 significant digits; further ones only count as places.
  @inline(__always) private static func add(
    _ digit: UInt64, to mantissa: inout UInt64, significant: inout Int, exponent: inout Int
  ) {
    if significant < 19 {
      mantissa = mantissa &* 10 &+ digit
      if mantissa != 0 { significant &+= 1 }
    } else {
      exponent &+= 1
    }
  }

  /// Reads `e±12` where it is complete; an `e` without digits is left for the caller to stumble over.
  private static func readExponent(in bytes: Span<UInt8>, at index: inout Int, end: Int, exponent: inout Int) {
    var next = index &+ 1
    guard next < end else { return }
    let negative = bytes[next] == UInt8(ascii: "-")
    if negative || bytes[next] == UInt8(ascii: "+") { next &+= 1 }
    let first = next
    var value = 0
    while next < end, let digit = digit(bytes[next]) {
      // Beyond this every double is zero or infinity, however many digits the mantissa has in memory.
      value = min(value &* 10 &+ Int(digit), 1 << 40)
      next &+= 1
    }
    guard next > first else { return }
    exponent &+= negative ? -value : value
    index = next
  }

  private static func word(
    in bytes: Span<UInt8>, at position: inout Int, from start: Int, end: Int, negative: Bool
  ) -> Double? {
    let words: [(StaticString, Double)] = [("infinity", .infinity), ("inf", .infinity), ("nan", .nan)]
    for (word, value) in words where start &+ word.utf8CodeUnitCount <= end {
      let matches = word.description.utf8.enumerated().allSatisfy { bytes[start &+ $0.offset] | 0x20 == $0.element }
      if matches {
        position = start &+ word.utf8CodeUnitCount
        // `nan(ind)`
        if position < end, bytes[position] == UInt8(ascii: "(") {
          while position < end, bytes[position] != UInt8(ascii: ")"), !TextLine.isWhitespace(bytes[position]) {
            position &+= 1
          }
          if position < end, bytes[position] == UInt8(ascii: ")") { position &+= 1 }
        }
        return negative ? -value : value
      }
    }
    return nil
  }

  /// What older Windows programs write behind `1.#` for what is no number: `INF`, `QNAN`, `SNAN` or `IND`, zeros, or as
  /// much of it as they have places for.
  private static func windowsWord(
    in bytes: Span<UInt8>, at position: inout Int, from start: Int, end: Int, negative: Bool
  ) -> Double? {
    var index = start
    while index < end, digit(bytes[index]) != nil || (UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[index] | 0x20) {
      index &+= 1
    }
    guard index > start else { return nil }
    position = index
    let isInfinite = index &- start >= 3 && bytes[start &+ 2] | 0x20 == UInt8(ascii: "f")
    return isInfinite ? (negative ? -.infinity : .infinity) : .nan
  }
}
