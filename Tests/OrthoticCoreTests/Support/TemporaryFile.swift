import Foundation

/// A file in the system's folder for temporary things, removed with `remove()`.
struct TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "orthotic-test-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    path = url.path
  }

  func resize(to size: UInt64) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.truncate(atOffset: size)
    try handle.close()
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
