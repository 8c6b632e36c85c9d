#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds out before the long work whether an output can be written, so that nobody waits for nothing.
package enum OutputPlace {
  /// Checks that a path's folder is there and may be written to.
  ///
  /// - Throws: `OutputError` with the reason; a place that passes may still fail later, when the disk is full.
  package static func check(_ path: String) throws(OutputError) {
    if path == "-" { return }
    guard !path.isEmpty else {
      throw OutputError(path: path, reason: "the path is empty", remedy: "name a file, such as insole.stl")
    }
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR {
        throw OutputError(path: path, reason: "it is a folder", remedy: "name a file inside it")
      }
      if unsafe access(path, W_OK) != 0 { throw refused(path, errno) }
      // A device or a pipe is written into; only a file is replaced, which needs its folder.
      if status.st_mode & S_IFMT != S_IFREG { return }
    }
    let target = FileIdentity.resolved(path)
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    if unsafe access(folder, W_OK | X_OK) != 0 { throw refused(path, errno) }
  }

  private static func refused(_ path: String, _ number: Int32) -> OutputError {
    switch number {
    case ENOENT, ENOTDIR:
      OutputError(path: path, reason: "its folder is not there", remedy: "create the folder first")
    default:
      OutputError(
        path: path, reason: unsafe String(cString: strerror(number)), remedy: "choose a place that you may write to")
    }
  }
}
