/// The common case of a number in a scan, eight bytes at a time: at most 7 digits, a separator, at most 7 more
/// digits, and an exponent of two digits.
///
/// Such a mantissa is below 10¹⁴ and exact in a `Double`, so that one division or multiplication by an exact power of
/// ten rounds correctly. Whatever does not fit is left to the digit by digit reading of `NumberParser`.
enum ShortDecimal {
  /// Sign, 8 digits, separator, 8 digits, exponent: what is loaded in advance.
  private static let longest = 24

  /// The number at `position`, which moves behind it; `nil`, and nothing moved, where it is of another kind.
  @inline(__always) static func number(
    in bytes: Span<UInt8>, at position: inout Int, end: Int, separator: UInt8
  ) -> Double? {
    guard position <= end &- longest else { return nil }
    let negative = bytes[position] == UInt8(ascii: "-")
    let start = position &+ (negative ? 1 : 0)

    // Sixteen bytes at once: where the next number begins then hangs on one load and not on one per part.
    let whole = bytes.word(at: start) ^ zeros
    let others = otherBytes(whole)
    let wholeDigits = others.trailingZeroBitCount &>> 3
    guard wholeDigits > 0, wholeDigits < 8 else { return nil }
    var mantissa = value(of: whole, digits: wholeDigits)
    var index = start &+ wholeDigits
    var exponent = 0
    if bytes[index] == separator {
      let next = others & (others &- 1)
      let further = otherBytes(bytes.word(at: start &+ 8) ^ zeros)
      let end = start &+ (next != 0 ? next.trailingZeroBitCount &>> 3 : 8 &+ further.trailingZeroBitCount &>> 3)
      index &+= 1
      let digits = end &- index
      guard digits > 0, digits < 8 else { return nil }
      let fraction = bytes.word(at: index) ^ zeros
      mantissa = mantissa &* integerPowers[digits] &+ value(of: fraction, digits: digits)
      index = end
      exponent = -digits
    }
    if bytes[index] | 0x20 == UInt8(ascii: "e") {
      let sign = bytes[index &+ 1]
      let tens = bytes[index &+ 2] &- UInt8(ascii: "0")
      let ones = bytes[index &+ 3] &- UInt8(ascii: "0")
      let further = bytes[index &+ 4] &- UInt8(ascii: "0")
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), tens < 10, ones < 10, further > 9 else {
        return nil
      }
      let stated = Int(tens) &* 10 &+ Int(ones)
      exponent &+= sign == UInt8(ascii: "-") ? -stated : stated
      index &+= 4
    }
    let magnitude: Double
    if exponent <= 0, exponent >= -22 {
      // As a signed number, whose conversion is one instruction.
      magnitude = Double(Int64(truncatingIfNeeded: mantissa)) / DecimalConversion.powersOfTen[-exponent]
    } else {
      magnitude = DecimalConversion.value(mantissa: mantissa, exponent: exponent)
    }
    position = index
    // Signs change from number to number in no order that a processor could guess: no branch.
    return Double(bitPattern: magnitude.bitPattern | (negative ? 1 << 63 : 0))
  }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030
  private static let integerPowers: [UInt64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

  /// The highest bit of every byte that is not 0 to 9, which gets it from the sum.
  @inline(__always) private static func otherBytes(_ word: UInt64) -> UInt64 {
    ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080
  }

  /// The value of the first 1 to 7 bytes as digits: three multiplications join neighbours, pairs and fours.
  @inline(__always) private static func value(of word: UInt64, digits: Int) -> UInt64 {
    var joined = word &<< UInt64(truncatingIfNeeded: 64 &- 8 &* digits)
    joined = (joined &* 2561) &>> 8 & 0x00ff_00ff_00ff_00ff
    joined = (joined &* 6_553_601) &>> 16 & 0x0000_ffff_0000_ffff
    return (joined &* 42_949_672_960_001) &>> 32
  }
}
