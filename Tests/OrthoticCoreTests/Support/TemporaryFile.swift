import Foundation

/// A file in the system's folder for temporary things, removed with `remove()`.
struct TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "orthotic-test-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    path = url.path
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
