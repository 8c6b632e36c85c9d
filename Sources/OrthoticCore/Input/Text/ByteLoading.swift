/// Words out of bytes.
///
/// One of the few files with unsafe code: eight bytes are loaded at once, each load after its own range check.
extension Span<UInt8> {
  /// The eight bytes from `offset` as a little endian word; all eight inside the span are the caller's promise.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count &- 8, "eight bytes inside the span")
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The four bytes from `offset` as a little endian word; all four inside the span are the caller's promise.
  @inline(__always) func halfWord(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset <= count &- 4, "four bytes inside the span")
    return unsafe UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
