#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reading whole files through the system's own `open` and `read`.
///
/// One of the few files with unsafe code: the buffer is filled by the system before Swift may call it initialised.
enum FileReading {
  /// Largest file, bytes; the largest scans in use have a hundredth of it.
  private static let largestFile = 4 << 30
  /// Most that is taken from a pipe or device, whose end nobody knows, bytes.
  private static let largestStream = 1 << 30

  /// All bytes of a file, or of standard input where `path` is `-`.
  static func read(path: String) throws(InputError) -> [UInt8] {
    if path == "-" { return try contents(of: 0, name: path, sizeHint: 0) }
    // A zero byte would end the path early for the system, which would then open another file.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw missing(path) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno
      if reason == ENOENT || reason == ENOTDIR { throw missing(path) }
      throw unreadable(path, reason)
    }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw InputError(.isDirectory, in: path, expected: "a file", remedy: "name one file inside the folder")
    }
    let size = Int(status.st_size)
    guard size <= largestFile else { throw tooLarge(path, largestFile) }
    return try contents(of: descriptor, name: path, sizeHint: max(0, size))
  }

  private static func contents(of descriptor: Int32, name: String, sizeHint: Int) throws(InputError) -> [UInt8] {
    var failure: Int32 = 0
    // One byte more than the size, so that the end of the file is seen without growing.
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(sizeHint + 1, 1 << 16)) { buffer, count in
      count = unsafe fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, failure: &failure)
    }
    // A pipe, or a file that grew while it was read.
    while failure == 0, bytes.count == bytes.capacity || (sizeHint == 0 && !bytes.isEmpty) {
      let more = unsafe [UInt8](unsafeUninitializedCapacity: max(bytes.count, 1 << 16)) { buffer, count in
        count = unsafe fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, failure: &failure)
      }
      if more.isEmpty { break }
      guard bytes.count + more.count <= largestStream else { throw tooLarge(name, largestStream) }
      bytes += more
    }
    if failure != 0 { throw unreadable(name, failure) }
    return bytes
  }

  /// Reads until the buffer is full or the input ends; returns how many bytes came.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, failure: inout Int32
  ) -> Int {
    unsafe LargePages.advise(buffer)
    var filled = 0
    while filled < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let got = unsafe Self.systemRead(descriptor, rest)
      if got > 0 {
        filled += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        failure = errno
        break
      }
    }
    return filled
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.read(descriptor, buffer.baseAddress, min(buffer.count, 1 << 30))
    #else
      unsafe Glibc.read(descriptor, buffer.baseAddress, min(buffer.count, 1 << 30))
    #endif
  }

  private static func missing(_ path: String) -> InputError {
    InputError(
      .notFound, in: path, expected: "an existing file", remedy: "check the spelling and the folder it is named from")
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> InputError {
    InputError(
      .implausible("holds more than \(limit >> 30) GB"), in: path, expected: "a scan or a pressure file",
      remedy: "check that it is the right one, and thin it out")
  }

  private static func unreadable(_ path: String, _ reason: Int32) -> InputError {
    InputError(
      .unreadable(unsafe String(cString: strerror(reason))), in: path, expected: "a readable file",
      remedy: "check its permissions and its disk")
  }
}
