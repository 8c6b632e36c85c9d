#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes files whole or not at all.
///
/// The bytes go to a temporary file in the same folder, are synced to the disk and renamed over the target. What is no
/// regular file (a pipe, a device) is written directly, `-` is standard output. The calls to the system are the unsafe
/// part of this module.
package enum AtomicFile {
  /// Writes all bytes to a path.
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    if path == "-" { return try writeAll(bytes, to: 1, path: path) }
    guard !path.isEmpty else {
      throw OutputError(path: path, reason: "the path is empty", remedy: "name a file, such as insole.stl")
    }
    let target = resolved(path)
    var mode: mode_t = 0o666
    if let status = status(of: target) {
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        mode = status.st_mode & 0o777
        guard unsafe access(target, W_OK) == 0 else { throw failure(path, errno) }
      case S_IFDIR:
        throw OutputError(path: path, reason: "it is a folder", remedy: "name a file inside it")
      default:
        return try writeDirectly(bytes, to: target, path: path)
      }
    }
    try replace(target, with: bytes, mode: mode, path: path)
  }

  /// Whether two paths name one existing file, through links as well.
  package static func isSameFile(_ first: String, _ second: String) -> Bool {
    guard let a = status(of: first), let b = status(of: second) else { return false }
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino
  }

  private static func replace(_ target: String, with bytes: [UInt8], mode: mode_t, path: String) throws(OutputError) {
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { String(target[...$0]) } ?? ""
    let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
    var descriptor: Int32 = -1
    var temporary = ""
    if try replaceNameless(folder: folder, name: name, target, with: bytes, mode: mode, path: path) { return }
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
    guard close(descriptor) == 0, unsafe rename(temporary, target) == 0 else {
      let number = errno
      unsafe unlink(temporary)
      throw failure(path, number)
    }
  }

  #if os(Linux)
    /// Linux's flag for a file without a name, which is not imported: its own bit, for a folder.
    private static let nameless: Int32 = 0o20000000 | O_DIRECTORY

    /// Writes into a file without a name and gives it one only when it is whole, so that a process that is ended while
    /// writing leaves nothing behind; false where the file system has no such files.
    private static func replaceNameless(
      folder: String, name: String, _ target: String, with bytes: [UInt8], mode: mode_t, path: String
    ) throws(OutputError) -> Bool {
      let descriptor = unsafe open(folder.isEmpty ? "." : folder, nameless | O_WRONLY | O_CLOEXEC, mode)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw failure(path, errno) }
      for attempt in 0..<100 {
        // A link cannot replace a file, a rename can: the name stands for a moment between the two.
        let temporary = "\(folder).\(name.prefix(200)).\(getpid()).\(attempt).tmp"
        if unsafe linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 {
          guard unsafe rename(temporary, target) == 0 else {
            let number = errno
            unsafe unlink(temporary)
            throw failure(path, number)
          }
          return true
        }
        // Without /proc, or where links are refused, the ordinary way is left.
        if errno != EEXIST { return false }
      }
      return false
    }
  #else
    private static func replaceNameless(
      folder: String, name: String, _ target: String, with bytes: [UInt8], mode: mode_t, path: String
    ) throws(OutputError) -> Bool { false }
  #endif

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

  /// The file behind symbolic links, so that a rename replaces the file and not the link to it.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
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

/// The system's `write`, whose name `AtomicFile` uses itself.
private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
