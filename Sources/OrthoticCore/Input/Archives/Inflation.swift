import CZlib

/// Unpacking of deflated bytes through zlib.
///
/// One of the few files with unsafe code: zlib works on raw pointers.
enum Inflation {
  /// What surrounds the deflated data.
  enum Wrapper: Int32 {
    /// Nothing, as inside a ZIP archive; the number is zlib's window setting.
    case none = -15
    /// A gzip header and trailer, possibly several members in a row.
    case gzip = 31
  }

  /// Why nothing came out.
  enum Failure: Error, Equatable {
    /// The packed data break off.
    case truncated
    /// The packed data contradict themselves, seen at this byte of the packed range.
    case corrupt(at: Int)
    /// More than the limit came out.
    case tooLarge
  }

  /// Largest unpacked size accepted, bytes: twenty times the packed size and 64 MB more.
  ///
  /// Real pressure recordings pack 44 to 116 times but stay under the constant; a bomb packs 1000 times.
  static func limit(packedSize: Int) -> Int { 20 * packedSize + (64 << 20) }

  /// Unpacks `packed[range]`.
  ///
  /// Where the size hint is right, which it is for sound files of one member, nothing more is allocated than the
  /// content takes. Else the size is measured first.
  static func unpacked(
    _ packed: [UInt8], _ range: Range<Int>, wrapper: Wrapper, sizeHint: Int, limit: Int
  ) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    let hint = min(max(sizeHint, 0), limit)
    output.reserveCapacity(hint)
    var fits = true
    try inflate(packed, range, wrapper: wrapper, limit: limit) { chunk in
      fits = output.count + chunk.count <= hint
      if fits { output += chunk }
      return fits
    }
    if fits { return output }
    var size = 0
    try inflate(packed, range, wrapper: wrapper, limit: limit) { chunk in
      size += chunk.count
      return true
    }
    output = []
    output.reserveCapacity(size)
    try inflate(packed, range, wrapper: wrapper, limit: limit) { chunk in
      output += chunk
      return true
    }
    return output
  }

  /// The CRC-32 of some bytes, as gzip and ZIP use it.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt = 0
    var done = 0
    while done < bytes.count {
      let count = min(bytes.count - done, 1 << 30)
      sum = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe UInt(crc32(UInt(sum), buffer.baseAddress?.advanced(by: done), UInt32(count)))
      }
      done += count
    }
    return UInt32(truncatingIfNeeded: sum)
  }

  /// Unpacks piece by piece until all is done or `take` gives `false`.
  private static func inflate(
    _ packed: [UInt8], _ range: Range<Int>, wrapper: Wrapper, limit: Int, _ take: (ArraySlice<UInt8>) -> Bool
  ) throws(Failure) {
    precondition(range.lowerBound >= 0 && range.upperBound <= packed.count, "range inside the packed bytes")
    var stream = unsafe z_stream()
    let version = ZLIB_VERSION
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let started = unsafe inflateInit2_(&stream, wrapper.rawValue, version, size)
    guard started == Z_OK else { throw .corrupt(at: 0) }
    defer { _ = unsafe inflateEnd(&stream) }

    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    var consumed = 0
    var total = 0
    while true {
      var produced = 0
      let status = unsafe packed.withUnsafeBufferPointer { source in
        unsafe chunk.withUnsafeMutableBufferPointer { target in
          let start = range.lowerBound + consumed
          let available = min(range.upperBound - start, 1 << 30)
          // zlib declares its input mutable but only reads it.
          unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress?.advanced(by: start))
          unsafe stream.avail_in = UInt32(available)
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(target.count)
          let status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
          consumed += available - Int(unsafe stream.avail_in)
          produced = target.count - Int(unsafe stream.avail_out)
          return status
        }
      }
      total += produced
      if total > limit { throw .tooLarge }
      if produced > 0, !take(chunk[..<produced]) { return }
      let left = range.count - consumed
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        let next = range.lowerBound + consumed
        let another = wrapper == .gzip && left >= 18 && packed[next] == 0x1f && packed[next + 1] == 0x8b
        if !another { return }
        if unsafe inflateReset(&stream) != Z_OK { throw .corrupt(at: consumed) }
      case Z_BUF_ERROR where left == 0: throw .truncated
      case Z_BUF_ERROR where produced > 0: continue
      default: throw .corrupt(at: consumed)
      }
    }
  }
}
