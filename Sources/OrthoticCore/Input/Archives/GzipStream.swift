import CZlib

/// Unpacks gzip data that come and go in pieces.
///
/// One of the few files with unsafe code: zlib works on raw pointers, and remembers where its own record lies.
@safe final class GzipStream {
  /// What one call brought.
  struct Progress {
    /// Bytes taken from the packed data.
    var taken: Int
    /// Bytes unpacked.
    var made: Int
    /// Whether the data ended where they say they end.
    var isComplete: Bool
    /// Whether the data contradict themselves.
    var isCorrupt: Bool
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let version = ZLIB_VERSION
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    unsafe isReady = inflateInit2_(stream, Inflation.Wrapper.gzip.rawValue, version, size) == Z_OK
  }

  deinit {
    if isReady { _ = unsafe inflateEnd(stream) }
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Unpacks from `packed` into `target` until one of them is used up or a member of the file ends.
  func unpack(_ packed: ArraySlice<UInt8>, into target: UnsafeMutableRawBufferPointer) -> Progress {
    guard isReady else { return Progress(taken: 0, made: 0, isComplete: false, isCorrupt: true) }
    return unsafe packed.withUnsafeBufferPointer { source in
      let available = min(source.count, 1 << 30)
      let room = min(target.count, 1 << 30)
      // zlib declares its input mutable but only reads it.
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(available)
      unsafe stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe stream.pointee.avail_out = UInt32(room)
      let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      return unsafe Progress(
        taken: available - Int(stream.pointee.avail_in), made: room - Int(stream.pointee.avail_out),
        isComplete: status == Z_STREAM_END,
        isCorrupt: status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
    }
  }

  /// Begins with another member.
  func restart() { _ = unsafe inflateReset(stream) }
}
