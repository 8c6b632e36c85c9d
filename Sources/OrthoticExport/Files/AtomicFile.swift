#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes files whole or not at all.
///
/// The bytes go to a temporary file in the same folder, are synced to the disk and renamed over the target, behind
/// symbolic links. What is no regular file (a pipe, a device) is written directly, `-` is standard output. The calls to
/// the system are the unsafe part of this module.
package enum AtomicFile {
  /// Writes all bytes to a path.
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    try prepared(bytes, for: path).put()
  }

  /// Bytes that are whole on the disk and want only their name.
  struct Prepared {
    /// Path as given.
    fileprivate let path: String
    fileprivate let place: Place

    fileprivate enum Place {
      /// Standard output, a pipe or a device, which cannot be prepared.
      case direct(target: String?, bytes: [UInt8])
      /// A file without a name, held open.
      case nameless(descriptor: Int32, folder: String, name: String, target: String)
      /// A temporary file.
      case named(temporary: String, target: String)
    }
  }

  /// Writes all bytes beside their place.
  static func prepared(_ bytes: [UInt8], for path: String) throws(OutputError) -> Prepared {
    if path == "-" { return Prepared(path: path, place: .direct(target: nil, bytes: bytes)) }
    guard !path.isEmpty else {
      throw OutputError(path: path, reason: "the path is empty", remedy: "name a file, such as insole.stl")
    }
    let target = FileIdentity.resolved(path)
    var mode: mode_t = 0o666
    if let status = status(of: target) {
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        mode = status.st_mode & 0o777
        guard unsafe access(target, W_OK) == 0 else { throw failure(path, errno) }
      case S_IFDIR:
        throw OutputError(path: path, reason: "it is a folder", remedy: "name a file inside it")
      default:
        return Prepared(path: path, place: .direct(target: target, bytes: bytes))
      }
    }
    return try prepared(target, with: bytes, mode: mode, path: path)
  }

  private static func prepared(
    _ target: String, with bytes: [UInt8], mode: mode_t, path: String
  ) throws(OutputError) -> Prepared {
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { String(target[...$0]) } ?? ""
    let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
    var descriptor: Int32 = -1
    var temporary = ""
    if let nameless = try preparedNameless(folder: folder, name: name, target, with: bytes, mode: mode, path: path) {
      return nameless
    }
    // Another process may have left or be writing a file of this name.
    for attempt in 0..<100 {
      temporary = "\(folder).\(name.prefix(200)).\(getpid()).\(attempt).tmp"
      descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    guard descriptor >= 0 else { throw failure(path, errno) }
    do throws(OutputError) {
      try writeAll(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw failure(path, errno) }
    } catch {
      close(descriptor)
      unsafe unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0 else {
      let number = errno
      unsafe unlink(temporary)
      throw failure(path, number)
    }
    return Prepared(path: path, place: .named(temporary: temporary, target: target))
  }

  #if os(Linux)
    /// Linux's flag for a file without a name, which is not imported: its own bit, for a folder.
    private static let nameless: Int32 = 0o20000000 | O_DIRECTORY

    /// Writes into a file without a name and gives it one only when it is whole, so that a process that is ended while
    /// writing leaves nothing behind; false where the file system has no such files.
    private static func preparedNameless(
      folder: String, name: String, _ target: String, with bytes: [UInt8], mode: mode_t, path: String
    ) throws(OutputError) -> Prepared? {
      // Without /proc a name cannot be given, and the ordinary way is left.
      guard unsafe access("/proc/self/fd", X_OK) == 0 else { return nil }
      let descriptor = unsafe open(folder.isEmpty ? "." : folder, nameless | O_WRONLY | O_CLOEXEC, mode)
      guard descriptor >= 0 else { return nil }
      do throws(OutputError) {
        try writeAll(bytes, to: descriptor, path: path)
        guard fsync(descriptor) == 0 else { throw failure(path, errno) }
      } catch {
        close(descriptor)
        throw error
      }
      return Prepared(
        path: path, place: .nameless(descriptor: descriptor, folder: folder, name: name, target: target))
    }
  #else
    private static func preparedNameless(
      folder: String, name: String, _ target: String, with bytes: [UInt8], mode: mode_t, path: String
    ) throws(OutputError) -> Prepared? { nil }
  #endif

  private static func putNameless(
    _ descriptor: Int32, _ folder: String, _ name: String, _ target: String, _ path: String
  ) throws(OutputError) {
    defer { close(descriptor) }
    for attempt in 0..<100 {
      // A link cannot replace a file, a rename can: the name stands for a moment between the two.
      let temporary = "\(folder).\(name.prefix(200)).\(getpid()).\(attempt).tmp"
      if unsafe linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 {
        return try rename(temporary, over: target, path)
      }
      if errno != EEXIST { break }
    }
    throw failure(path, errno)
  }

  private static func rename(_ temporary: String, over target: String, _ path: String) throws(OutputError) {
    guard moved(temporary, target) != 0 else { return }
    let number = errno
    unsafe unlink(temporary)
    throw failure(path, number)
  }

  private static func writeDirectly(_ bytes: [UInt8], to target: String, path: String) throws(OutputError) {
    let descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path: path)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(OutputError) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { all in
        unsafe writeSome(descriptor, all.baseAddress?.advanced(by: done), all.count - done)
      }
      if written > 0 {
        done += written
      } else if written < 0, errno != EINTR {
        throw failure(path, errno)
      }
    }
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  private static func failure(_ path: String, _ number: Int32) -> OutputError {
    let remedy =
      switch number {
      case ENOENT, ENOTDIR: "create the folder first"
      case EACCES, EPERM, EROFS: "choose a place that you may write to"
      case ENOSPC, EDQUOT: "free some space or choose another disk"
      case EPIPE: "the reader of the output went away"
      default: "choose another place"
      }
    return OutputError(path: path, reason: unsafe String(cString: strerror(number)), remedy: remedy)
  }
}

/// The system's `rename`, whose name `AtomicFile` uses itself.
private func moved(_ old: String, _ new: String) -> Int32 { unsafe rename(old, new) }

extension AtomicFile.Prepared {
  /// Gives the file its name, over what stood there.
  func put() throws(OutputError) { try AtomicFile.put(self) }

  /// Leaves no trace of it.
  func drop() { AtomicFile.drop(self) }
}

extension AtomicFile {
  fileprivate static func put(_ file: Prepared) throws(OutputError) {
    switch file.place {
    case .direct(let target?, let bytes): try writeDirectly(bytes, to: target, path: file.path)
    case .direct(nil, let bytes): try writeAll(bytes, to: 1, path: file.path)
    case .nameless(let descriptor, let folder, let name, let target):
      try putNameless(descriptor, folder, name, target, file.path)
    case .named(let temporary, let target): try rename(temporary, over: target, file.path)
    }
  }

  fileprivate static func drop(_ file: Prepared) {
    switch file.place {
    case .direct: break
    case .nameless(let descriptor, _, _, _): close(descriptor)
    case .named(let temporary, _): unsafe unlink(temporary)
    }
  }
}

/// The system's `write`, whose name `AtomicFile` uses itself.
private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
