#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Asks the system to back large arrays by large pages.
///
/// One of the few files with unsafe code. A scan of a million points touches tens of megabytes for the first time,
/// and with pages of 4 KB a quarter of the reading time goes into page faults. It is only advice: where the system
/// has no large pages, or is no Linux, nothing changes.
enum LargePages {
  private static let pageSize = 2 << 20
  /// Smallest size that is worth it: fresh large pages may be slow to come by, small ones are mostly at hand.
  private static let leastSize = 4 * pageSize

  /// An empty array with room for some elements, its memory advised before it is first touched.
  static func array<Element>(of type: Element.Type = Element.self, capacity: Int) -> [Element] {
    var array: [Element] = []
    array.reserveCapacity(capacity)
    let size = array.capacity &* MemoryLayout<Element>.stride
    if size >= leastSize {
      unsafe array.withUnsafeMutableBytes { buffer in
        unsafe advise(UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: size))
      }
    }
    return array
  }

  /// Advises for the whole large pages inside a buffer.
  static func advise(_ buffer: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard let start = buffer.baseAddress, buffer.count >= leastSize else { return }
      let offset = (pageSize - Int(bitPattern: start) % pageSize) % pageSize
      let size = (buffer.count - offset) / pageSize * pageSize
      // Advice that is refused costs nothing but time.
      if size > 0 { _ = unsafe madvise(start + offset, size, MADV_HUGEPAGE) }
    #endif
  }
}
