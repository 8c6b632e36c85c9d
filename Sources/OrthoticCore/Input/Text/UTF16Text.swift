/// Texts in UTF-16, with a byte order mark or without one, as some Windows programs write them.
enum UTF16Text {
  /// Bytes that are looked at for the zeros of a text without a mark.
  private static let looked = 256

  /// Whether the content is such a text, judged by how it begins.
  static func isLikely(_ bytes: [UInt8]) -> Bool { order(bytes) != nil }

  /// The text in UTF-8, or `nil` where the content is none in UTF-16.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard let order = order(bytes) else { return nil }
    let units = (order.start..<bytes.count / 2).lazy.map { unit in
      order.isLittleEndian
        ? UInt16(bytes[2 * unit]) | UInt16(bytes[2 * unit + 1]) << 8
        : UInt16(bytes[2 * unit + 1]) | UInt16(bytes[2 * unit]) << 8
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func order(_ bytes: [UInt8]) -> (isLittleEndian: Bool, start: Int)? {
    if bytes.starts(with: [0xff, 0xfe]) { return (true, 1) }
    if bytes.starts(with: [0xfe, 0xff]) { return (false, 1) }
    // Without a mark: plain text has every other byte zero and none of the others.
    let sample = bytes.prefix(looked)
    guard sample.count >= 8 else { return nil }
    let zeros = sample.indices.filter { sample[$0] == 0 }
    guard zeros.count * 20 >= sample.count * 9 else { return nil }
    if zeros.allSatisfy({ $0 % 2 == 1 }) { return (true, 0) }
    return zeros.allSatisfy { $0 % 2 == 0 } ? (false, 0) : nil
  }
}
