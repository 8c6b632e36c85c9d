import CZlib

/// A piece of a deflated file, made without looking at the other pieces so that they can be made side by side.
///
/// Each piece ends on a whole byte and without the mark of the last block; `end` closes the row of pieces.
/// One of the few files with unsafe code: zlib works on raw pointers.
struct DeflatedPiece: Sendable {
  /// The packed bytes.
  let packed: [UInt8]
  /// CRC-32 of the bytes before packing.
  let checksum: UInt32
  /// Number of bytes before packing.
  let count: Int

  /// Closes any row of pieces: an empty last block.
  static let end: [UInt8] = [3, 0]

  /// Packs some bytes; the level is zlib's, 1 fast to 9 small.
  init(_ content: [UInt8], level: Int32) {
    var stream = unsafe z_stream()
    // Raw deflate (no zlib header), as inside a ZIP archive; 8 is zlib's own default for memory.
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let status = unsafe deflateInit2_(&stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    precondition(status == Z_OK, "zlib has memory for a compressor")
    defer { _ = unsafe deflateEnd(&stream) }
    // The flush at the end takes a few bytes more than the bound for a finished stream.
    let bound = unsafe Int(deflateBound(&stream, UInt(content.count))) + 16
    packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, used in
      unsafe content.withUnsafeBufferPointer { source in
        // zlib declares its input mutable but only reads it.
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(bound)
        _ = unsafe deflate(&stream, Z_SYNC_FLUSH)
        used = bound - Int(unsafe stream.avail_out)
      }
    }
    checksum = unsafe content.withUnsafeBufferPointer { source in
      UInt32(truncatingIfNeeded: unsafe crc32(0, source.baseAddress, UInt32(source.count)))
    }
    count = content.count
  }

  /// CRC-32 of the bytes of two stretches one after the other.
  static func checksum(_ first: UInt32, then second: UInt32, count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_combine(UInt(first), UInt(second), count))
  }
}
