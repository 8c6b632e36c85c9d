#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes files as a program does that does not care about a power cut: the measure for what writing must cost.
///
/// One of the few files with unsafe code: the calls to the system.
enum PlainFile {
  /// Writes all bytes over what was there.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe writeSome(descriptor, all.baseAddress?.advanced(by: done), all.count - done)
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.write(descriptor, bytes, count)
    #else
      unsafe Glibc.write(descriptor, bytes, count)
    #endif
  }
}
