import CMalloc

/// How the process asks the system for memory.
enum ProcessMemory {
  /// Keeps what was freed for what is needed next, in one pool for all threads.
  ///
  /// A design makes and drops grids and point lists of a megabyte by the hundred. Given back to the system one by one,
  /// each comes as fresh pages of zeros again: a tenth of the time of a design. Only advice, and only for glibc.
  static func keepFreed() {
    #if canImport(Glibc)
      let largestKept: Int32 = 32 << 20
      _ = mallopt(M_ARENA_MAX, 1)
      _ = mallopt(M_MMAP_THRESHOLD, largestKept)
      _ = mallopt(M_TRIM_THRESHOLD, .max)
    #endif
  }
}
