/// Texts in UTF-16 with a byte order mark, as some Windows programs write them.
enum UTF16Text {
  /// The text in UTF-8, or `nil` where the content does not begin with such a mark.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittleEndian = bytes.starts(with: [0xff, 0xfe])
    guard isLittleEndian || bytes.starts(with: [0xfe, 0xff]) else { return nil }
    let units = (1..<bytes.count / 2).lazy.map { unit in
      isLittleEndian
        ? UInt16(bytes[2 * unit]) | UInt16(bytes[2 * unit + 1]) << 8
        : UInt16(bytes[2 * unit + 1]) | UInt16(bytes[2 * unit]) << 8
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
