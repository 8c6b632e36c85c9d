import ParametricFoot

/// Damage of the kinds that real files suffer and that a fuzzer finds useful.
enum Mutation {
  /// Numbers that break careless arithmetic.
  private static let nastyNumbers = [
    "0", "-1", "1", "2147483647", "2147483648", "4294967295", "4294967296", "1000000000000000000",
    "9223372036854775807", "-9223372036854775808", "99999999999999999999", "nan", "inf", "-inf", "1e999", "1e-999", "",
  ]

  /// A content with one to four damages.
  static func mutated(_ bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let size = Int.random(in: 1...16, using: &random)
      let range = start..<min(start + size, bytes.count)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(range)
      case 2: bytes.insert(contentsOf: bytes[range], at: start)
      case 3: for index in range { bytes[index] = 0xff }
      case 4: for index in range { bytes[index] = 0 }
      case 5:
        // A number in the text becomes another one.
        let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
        guard let first = bytes[start...].firstIndex(where: isDigit) else { continue }
        let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
        let number = nastyNumbers[Int.random(in: 0..<nastyNumbers.count, using: &random)]
        bytes.replaceSubrange(first..<end, with: Array(number.utf8))
      default: bytes.removeSubrange(start...)
      }
    }
    return bytes
  }
}
