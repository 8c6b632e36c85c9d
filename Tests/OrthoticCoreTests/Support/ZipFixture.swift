/// ZIP archives made by hand.
enum ZipFixture {
  /// An archive of named contents, stored or in deflate's stored blocks.
  static func archive(_ files: [(name: String, content: [UInt8])], deflated: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let name = Array(file.name.utf8)
      let packed = deflated ? GzipFixture.storedDeflate(file.content) : file.content
      let offset = bytes.count
      // Version, flags, method, time, date, checksum, sizes, lengths of name and extra field.
      let common: [UInt8] =
        short(20) + short(0) + short(deflated ? 8 : 0) + short(0) + short(0)
        + long(Int(GzipFixture.crc32(file.content))) + long(packed.count) + long(file.content.count)
        + short(name.count) + short(0)
      bytes += long(0x0403_4b50) + common + name + packed
      directory +=
        long(0x0201_4b50) + short(20) + common + short(0) + short(0) + short(0) + long(0) + long(offset) + name
    }
    let start = bytes.count
    bytes += directory
    bytes += long(0x0605_4b50) + short(0) + short(0) + short(files.count) + short(files.count)
    return bytes + long(directory.count) + long(start) + short(0)
  }

  private static func short(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
  private static func long(_ value: Int) -> [UInt8] { short(value & 0xffff) + short(value >> 16 & 0xffff) }
}
