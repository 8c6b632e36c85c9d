#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a path leads to, whatever it is called: through links, folders named in several ways, and letter case.
///
/// One of the few files with unsafe code: it asks the system.
package struct FileIdentity: Equatable, Sendable {
  private struct Node: Equatable {
    var device: UInt64
    var number: UInt64
  }

  /// The file itself, where it is there.
  private let file: Node?
  /// Its folder and its name in small letters, which may become it; on many disks case tells no files apart.
  private let folder: Node?
  private let name: String

  /// What a path leads to; `nil` for standard streams, pipes and devices, which hold no file.
  package init?(_ path: String) {
    guard path != "-", !path.isEmpty, !path.utf8.contains(0) else { return nil }
    let target = Self.resolved(path)
    if let status = Self.status(target) {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      file = Node(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    } else {
      file = nil
    }
    let slash = target.lastIndex(of: "/")
    let parent = slash.map { String(target[...$0]) } ?? "."
    folder = Self.status(parent).map { Node(device: UInt64($0.st_dev), number: UInt64($0.st_ino)) }
    name = (slash.map { String(target[target.index(after: $0)...]) } ?? target).lowercased()
  }

  /// Whether two paths lead to one file, or would where they are written.
  package func isSame(as other: FileIdentity) -> Bool {
    if let file, file == other.file { return true }
    guard let folder, folder == other.folder else { return false }
    return name == other.name
  }

  /// The path behind symbolic links, those that lead to nothing yet among them, so that a rename replaces what is
  /// linked and not the link.
  static func resolved(_ path: String) -> String {
    if let real = unsafe realpath(path, nil) {
      defer { unsafe free(real) }
      return unsafe String(cString: real)
    }
    // `realpath` gives up where the last link leads to nothing.
    var current = path
    for _ in 0..<16 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let length = unsafe readlink(current, &buffer, Int(PATH_MAX))
      guard length > 0 else { return current }
      let target = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if target.hasPrefix("/") {
        current = target
      } else {
        current = (current.lastIndex(of: "/").map { String(current[...$0]) } ?? "") + target
      }
    }
    return current
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }
}
