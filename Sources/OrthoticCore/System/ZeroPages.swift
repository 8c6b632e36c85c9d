#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Gives memory that holds nothing but zeros back to the system.
///
/// One of the few files with unsafe code. Most sensors of a plate or treadmill are unloaded in every frame, in long runs of
/// whole pages. On Linux a private page that was given back reads as zeros without taking memory until it is written to, so
/// nothing changes but the size of the process. Elsewhere nothing is done.
enum ZeroPages {
  /// Gives back the pages that lie in `array[start...]` and hold only zeros; returns where the last whole page ends.
  static func release(_ array: [Float], from start: Int) -> Int {
    #if os(Linux)
      let page = sysconf(Int32(_SC_PAGESIZE))
      guard page >= MemoryLayout<UInt64>.stride, start < array.count else { return start }
      return unsafe array.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return start }
        let offset = Int(bitPattern: base)
        let stride = MemoryLayout<Float>.stride
        // Whole pages only, counted from the array's first byte.
        var place = (offset + start * stride + page - 1) / page * page - offset
        var zeros = place
        while place + page <= buffer.count {
          if unsafe !isZero(UnsafeRawBufferPointer(rebasing: buffer[place..<place + page])) {
            unsafe giveBack(base, zeros..<place)
            zeros = place + page
          }
          place += page
        }
        unsafe giveBack(base, zeros..<place)
        return min(max(start, place / stride), array.count)
      }
    #else
      return array.count
    #endif
  }

  #if os(Linux)
    private static func isZero(_ page: UnsafeRawBufferPointer) -> Bool {
      var offset = 0
      while offset < page.count {
        // A few words at a time: the first loaded cell ends the search.
        let words = unsafe page.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
        if words != .zero { return false }
        offset += MemoryLayout<SIMD8<UInt64>>.stride
      }
      return true
    }

    private static func giveBack(_ base: UnsafeRawPointer, _ range: Range<Int>) {
      guard !range.isEmpty else { return }
      // The pages keep their content, so whoever else holds the array sees no change; refusal costs nothing.
      _ = unsafe madvise(UnsafeMutableRawPointer(mutating: base + range.lowerBound), range.count, MADV_DONTNEED)
    }
  #endif
}
