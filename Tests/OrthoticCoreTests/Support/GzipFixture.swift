/// Gzip files made by hand, so that the tests need no packer.
enum GzipFixture {
  /// A sound gzip file that holds `content` in stored (uncompressed) blocks.
  static func stored(_ content: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255] + storedDeflate(content)
    for value in [crc32(content), UInt32(truncatingIfNeeded: content.count)] {
      file += (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    return file
  }

  /// The deflate data of `content` in stored blocks.
  static func storedDeflate(_ content: [UInt8]) -> [UInt8] {
    var data: [UInt8] = []
    var start = 0
    repeat {
      let size = min(content.count - start, 65535)
      let last = start + size == content.count
      let low = UInt8(size & 255)
      let high = UInt8(size >> 8)
      data += [last ? 1 : 0, low, high, ~low, ~high] + content[start..<(start + size)]
      start += size
    } while start < content.count
    return data
  }

  /// A gzip file whose packed part unpacks to more than 150 times its size: one zero, repeated.
  static func bomb(packedSize: Int) -> [UInt8] {
    var data: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
    var bits: UInt64 = 0
    var count: UInt64 = 0
    func put(_ value: UInt64, _ width: UInt64) {
      bits |= value << count
      count += width
      while count >= 8 {
        data.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        count -= 8
      }
    }
    put(0b011, 3)  // last block, fixed codes
    put(0b0000_1100, 8)  // literal 0: code 00110000, most significant bit first
    while data.count < packedSize {
      put(0b1010_0011, 8)  // length 258: code 11000101, most significant bit first
      put(0, 5)  // distance 1
    }
    put(0, 7)
    put(0, 8)
    return data
  }

  static func crc32(_ content: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xffff_ffff
    for byte in content {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1 }
    }
    return ~value
  }
}
