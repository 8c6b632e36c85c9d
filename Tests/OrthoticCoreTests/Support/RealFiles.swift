import Foundation

/// Files beside the package that are not part of it; tests that read them are skipped where they are absent.
enum RealFiles {
  /// The folder `../shared/data` beside the package, or beside the repository that a worktree belongs to.
  static let folder: URL? = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    // A worktree lies one folder deeper than the package itself.
    let candidates = ["../shared/data", "../../shared/data"].map { root.appending(path: $0).standardizedFileURL }
    return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// The package itself.
  static let package: URL = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root
  }()

  /// Whether they are there.
  static var arePresent: Bool { folder != nil }

  /// The path of one of them.
  static func path(_ name: String) -> String { folder?.appending(path: name).path ?? "" }
}
