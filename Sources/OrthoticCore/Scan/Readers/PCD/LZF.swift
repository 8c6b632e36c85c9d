/// Unpacking of LZF, the packing of PCD files.
///
/// ```
///  000lllll                     l + 1 bytes follow as they are
///  lllooooo oooooooo            l + 2 bytes from o + 1 bytes back, l below 7
///  111ooooo llllllll oooooooo   l + 9 bytes from o + 1 bytes back
/// ```
enum LZF {
  /// The content, or `nil` where the packed bytes contradict themselves or do not give exactly `size` bytes.
  static func unpacked(_ packed: Span<UInt8>, size: Int) -> [UInt8]? {
    var content: [UInt8] = []
    content.reserveCapacity(size)
    var position = 0
    while position < packed.count {
      let control = Int(packed[position])
      position += 1
      if control < 32 {
        let end = position + control + 1
        guard end <= packed.count, content.count + control + 1 <= size else { return nil }
        while position < end {
          content.append(packed[position])
          position += 1
        }
        continue
      }
      var length = control >> 5
      if length == 7 {
        guard position < packed.count else { return nil }
        length += Int(packed[position])
        position += 1
      }
      guard position < packed.count else { return nil }
      let back = (control & 31) << 8 | Int(packed[position])
      position += 1
      length += 2
      var source = content.count - back - 1
      guard source >= 0, content.count + length <= size else { return nil }
      // Byte by byte: the copied bytes may be among those that are still to be copied.
      for _ in 0..<length {
        content.append(content[source])
        source += 1
      }
    }
    return content.count == size ? content : nil
  }
}
