/// The numbers of an SVG attribute one after the other, as its grammar has them.
///
/// A sign or a second point begins a new number, so that `1.5.5-3` is 1.5, 0.5 and −3; the flags of an arc are single
/// digits that nothing need separate.
struct SVGNumbers {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Starts before the first number.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// All numbers of a text that holds nothing else, or `nil`.
  static func all(_ bytes: ArraySlice<UInt8>) -> [Double]? {
    var scanner = SVGNumbers(bytes)
    var numbers: [Double] = []
    while let number = scanner.next() { numbers.append(number) }
    return scanner.isAtEnd ? numbers : nil
  }

  /// Whether nothing but blanks is left.
  var isAtEnd: Bool { bytes[position...].allSatisfy(Self.separates) }

  /// The next letter, or `nil` where something else stands.
  mutating func letter() -> UInt8? {
    skip()
    guard position < bytes.endIndex else { return nil }
    let byte = bytes[position]
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) else { return nil }
    position += 1
    return byte
  }

  /// The next number, or `nil` where something else stands.
  mutating func next() -> Double? {
    skip()
    var end = position
    func digits() -> Int {
      let first = end
      while end < bytes.endIndex, Self.isDigit(bytes[end]) { end += 1 }
      return end - first
    }
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
    var count = digits()
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ".") {
      end += 1
      count += digits()
    }
    guard count > 0 else { return nil }
    if end < bytes.endIndex, bytes[end] | 0x20 == UInt8(ascii: "e") {
      let mantissa = end
      end += 1
      if end < bytes.endIndex, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      // What follows is a unit, such as em, and no exponent.
      if digits() == 0 { end = mantissa }
    }
    guard let value = NumberParser.number(Array(bytes[position..<end]).span), value.isFinite else { return nil }
    position = end
    return value
  }

  /// The next flag, 0 or 1, or `nil`.
  mutating func flag() -> Bool? {
    skip()
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "0") || bytes[position] == UInt8(ascii: "1") else {
      return nil
    }
    position += 1
    return bytes[position - 1] == UInt8(ascii: "1")
  }

  /// What stands behind the last number, such as a unit.
  var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

  private mutating func skip() {
    while position < bytes.endIndex, Self.separates(bytes[position]) { position += 1 }
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte) || byte == UInt8(ascii: ",")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
