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
    // Most sensors are unloaded: runs of `0.00` or `0.0` and a separator are taken eight bytes at a time.
    let zeros = ZeroRun(mark: mark, separator: anyBlank ? UInt8(ascii: "\t") : separator)
    var count = 0
    var index = start
    while count < limit {
      while index < end,
        span[index] == UInt8(ascii: " ") || (span[index] == UInt8(ascii: "\t") && separator != span[index])
      {
        index &+= 1
      }
      guard index < end else { break }
      if span[index] == UInt8(ascii: "0") {
        let run = zeros.length(in: span, from: &index, to: end, atMost: limit &- count)
        if run > 0 {
          values.append(contentsOf: repeatElement(0, count: run))
          count &+= run
          continue
        }
      }
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

/// Recognises fields that are zero as sensors print them.
private struct ZeroRun {
  private let two: UInt64
  private let one: UInt64

  init(mark: UInt8, separator: UInt8) {
    let (zero, mark, separator) = (UInt64(UInt8(ascii: "0")), UInt64(mark), UInt64(separator))
    // Little endian: the first byte of the text is the lowest of the word.
    two = zero | mark << 8 | zero << 16 | zero << 24 | separator << 32
    one = zero | mark << 8 | zero << 16 | separator << 24
  }

  /// How many follow each other; `position` moves behind them.
  @inline(__always) func length(in span: Span<UInt8>, from position: inout Int, to end: Int, atMost limit: Int) -> Int {
    var count = 0
    while count < limit, position &+ 8 <= end {
      let word = span.word(at: position)
      if word & 0xff_ffff_ffff == two {
        position &+= 5
      } else if word & 0xffff_ffff == one {
        position &+= 4
      } else {
        break
      }
      count &+= 1
    }
    return count
  }
}
