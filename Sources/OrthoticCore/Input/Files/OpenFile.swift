#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that the system holds open until this is let go.
///
/// One of the few files with unsafe code: the system fills buffers before Swift may call them initialised.
final class OpenFile {
  /// Path as given.
  let path: String
  /// Size when it was opened, bytes; 0 for a pipe.
  let size: Int
  /// Bytes taken by `fill` so far.
  private(set) var position = 0
  private let descriptor: Int32
  /// What stands for the content of a file that is only in memory.
  private let memory: [UInt8]?

  /// Opens a file for reading.
  init(path: String) throws(InputError) {
    // A zero byte would end the path early for the system, which would then open another file.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw Self.missing(path) }
    memory = nil
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno
      if reason == ENOENT || reason == ENOTDIR { throw Self.missing(path) }
      throw Self.unreadable(path, reason)
    }
    self.path = path
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let reason = errno
      close(descriptor)
      throw Self.unreadable(path, reason)
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR {
      close(descriptor)
      throw InputError(.isDirectory, in: path, expected: "a file", remedy: "name one file inside the folder")
    }
    // What gives bytes without end is no file; what gives none, /dev/null, is empty.
    if (kind == S_IFCHR && path != "/dev/null") || kind == S_IFBLK {
      close(descriptor)
      throw InputError(
        .unreadable("it is a device"), in: path, expected: "a file, or a pipe that ends", remedy: "name a file")
    }
    size = max(0, Int(status.st_size))
  }

  /// Standard input, which stays open.
  init(standardInput path: String) {
    self.path = path
    memory = nil
    descriptor = 0
    size = 0
  }

  /// Bytes that are read as if they lay in a file.
  init(name: String, bytes: [UInt8]) {
    path = name
    memory = bytes
    descriptor = -1
    size = bytes.count
  }

  /// Whether a path leads to a file on a disk rather than to a pipe or a device, which to open is already to use.
  static func isPlain(_ path: String) -> Bool { plainSize(path) != nil }

  /// Bytes of a file on a disk; `nil` for all else.
  static func plainSize(_ path: String) -> Int? {
    var status = stat()
    guard unsafe !path.utf8.contains(0) && stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Reads until a buffer is full or the input ends; returns how many bytes came.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    var filled = 0
    if let memory {
      let bytes = memory[position..<min(position + buffer.count, memory.count)]
      unsafe buffer.copyBytes(from: bytes)
      position += bytes.count
      return bytes.count
    }
    while filled < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let got = unsafe read(descriptor, rest.baseAddress, min(rest.count, 1 << 30))
      if got > 0 {
        filled += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw Self.unreadable(path, errno)
      }
    }
    position += filled
    return filled
  }

  /// The next bytes, at most `count`; none at the end.
  func piece(_ count: Int) throws(InputError) -> [UInt8] {
    var failure: InputError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(InputError) {
        filled = try unsafe fill(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Some bytes anywhere in a plain file, without moving on.
  func bytes(at offset: Int, count: Int) throws(InputError) -> [UInt8] {
    if let memory { return Array(memory.dropFirst(offset).prefix(count)) }
    var result = [UInt8](repeating: 0, count: count)
    let got = unsafe result.withUnsafeMutableBytes { buffer in
      unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
    }
    guard got >= 0 else { throw Self.unreadable(path, errno) }
    return Array(result.prefix(got))
  }

  private static func missing(_ path: String) -> InputError {
    InputError(
      .notFound, in: path, expected: "an existing file", remedy: "check the spelling and the folder it is named from")
  }

  private static func unreadable(_ path: String, _ reason: Int32) -> InputError {
    InputError(
      .unreadable(unsafe String(cString: strerror(reason))), in: path, expected: "a readable file",
      remedy: "check its permissions and its disk")
  }
}
