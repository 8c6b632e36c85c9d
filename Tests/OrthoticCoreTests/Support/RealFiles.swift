import Foundation
import Testing

/// Scans and recordings that are not part of the package.
///
/// The environment variable `ORTHOTIC_REAL_FILES` names the folder in which `scans/` and `pressure/` stand. Tests that read
/// them carry the trait `realFiles`.
enum RealFiles {
  /// What the variable says; where it says something, the files must be there.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["ORTHOTIC_REAL_FILES"] ?? ""
    return named.isEmpty ? nil : URL(filePath: named)
  }()

  /// The package itself.
  static let package: URL = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root
  }()

  /// The path of one of them.
  static func path(_ name: String) -> String { folder?.appending(path: name).path ?? "" }
}

extension Trait where Self == ConditionTrait {
  /// Skips, visibly, what needs real files where nothing says where they are.
  static var realFiles: Self {
    .enabled(if: RealFiles.folder != nil, "ORTHOTIC_REAL_FILES does not name the folder of real files")
  }
}
