/// The inner loop of the pressure readers: runs of short unsigned decimals, as sensors print them.
enum PlainNumbers {
  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = (0...15).reduce(into: [1.0]) { list, _ in list.append((list.last ?? 1) * 10) }

  /// Appends numbers until the end, until `limit` numbers, or until a field that is none of these simple ones.
  ///
  /// - Parameters:
  ///   - start: first byte of a field; moves to the start of the field that was not understood, or to `end`.
  ///   - end: end of the line.
  ///   - style: separator and decimal mark.
  ///   - limit: most numbers to append.
  ///   - factor: what each is multiplied with.
  /// - Returns: how many were appended.
  static func append(
    _ span: Span<UInt8>, from start: inout Int, to end: Int, style: GridStyle, limit: Int, factor: Double,
    into values: inout [Float]
  ) -> Int {
    let mark = style.decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let separator: UInt8
    switch style.separator {
    case .byte(let byte): separator = byte
    case .whitespace: separator = UInt8(ascii: " ")
    }
    let anyBlank = style.separator == .whitespace
    let powers = powers.span
    var count = 0
    var index = start
    while count < limit {
      while index < end,
        span[index] == UInt8(ascii: " ") || (span[index] == UInt8(ascii: "\t") && separator != span[index])
      {
        index &+= 1
      }
      guard index < end else { break }
      let field = index
      var mantissa = 0
      var digit = span[index] &- UInt8(ascii: "0")
      while digit < 10 {
        mantissa = mantissa &* 10 &+ Int(digit)
        index &+= 1
        digit = index < end ? span[index] &- UInt8(ascii: "0") : 255
      }
      var digits = index &- field
      var places = 0
      if index < end, span[index] == mark {
        index &+= 1
        let fraction = index
        digit = index < end ? span[index] &- UInt8(ascii: "0") : 255
        while digit < 10 {
          mantissa = mantissa &* 10 &+ Int(digit)
          index &+= 1
          digit = index < end ? span[index] &- UInt8(ascii: "0") : 255
        }
        places = index &- fraction
        digits &+= places
      }
      // Behind the number: blanks, then the separator or the end.
      let stop = index
      while index < end,
        span[index] == UInt8(ascii: " ") || (span[index] == UInt8(ascii: "\t") && separator != span[index])
      {
        index &+= 1
      }
      let isWhole = index >= end || span[index] == separator || (anyBlank && index > stop)
      guard digits > 0, digits <= 15, isWhole else {
        start = field
        return count
      }
      values.append(Float(Double(mantissa) / powers[places] * factor))
      count &+= 1
      if index < end, !anyBlank { index &+= 1 }
    }
    start = index
    return count
  }
}
