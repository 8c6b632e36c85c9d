/// From `mantissa · 10^exponent` to the nearest `Double`.
enum DecimalConversion {
  /// The nearest double; infinity where it is too large, 0 where it is too small.
  @inline(__always) static func value(mantissa: UInt64, exponent: Int) -> Double {
    // Both operands are exact, so one rounding remains (Clinger's fast path).
    if mantissa <= 1 << 53, exponent <= 0, exponent >= -22 {
      return Double(mantissa) / powersOfTen[-exponent]
    }
    return general(mantissa: mantissa, exponent: exponent)
  }

  @inline(never) private static func general(mantissa: UInt64, exponent: Int) -> Double {
    if mantissa == 0 { return 0 }
    if mantissa <= 1 << 53, exponent > 0, exponent <= 22 { return Double(mantissa) * powersOfTen[exponent] }
    if exponent < 0, exponent >= -19 { return quotient(mantissa, integerPowersOfTen[-exponent]) }
    // 19 digits times 10^±400 lie outside every double; the standard library rounds the rest correctly.
    let clamped = min(max(exponent, -400), 400)
    return Double("\(mantissa)e\(clamped)") ?? (clamped > 0 ? .infinity : 0)
  }

  /// The correctly rounded quotient of two positive whole numbers.
  ///
  /// The quotient is brought to 62 to 64 bits and its last bit set where something remains: a double keeps 53, so
  /// that bit decides ties as the full remainder would.
  private static func quotient(_ numerator: UInt64, _ denominator: UInt64) -> Double {
    let divisor = denominator << UInt64(denominator.leadingZeroBitCount)
    let dividend = numerator << UInt64(numerator.leadingZeroBitCount)
    // Half of the dividend in the high word keeps the quotient below 2⁶⁴.
    let (quotient, remainder) = divisor.dividingFullWidth((dividend >> 1, dividend << 63))
    let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
    let shift = denominator.leadingZeroBitCount - numerator.leadingZeroBitCount - 63
    return rounded * Double(sign: .plus, exponent: shift, significand: 1)
  }

  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  private static let integerPowersOfTen: [UInt64] = (0..<20).map { power in
    (0..<power).reduce(1) { value, _ in value * 10 }
  }
}
