#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticExport
import Testing

@Suite struct OutputPlaceTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/orthotic-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test("takes a new file, an existing file, standard output and a device")
  func takes() throws {
    try withFolder { folder in
      _ = FileManager.default.createFile(atPath: folder + "/old.stl", contents: nil)
      for path in [folder + "/new.stl", folder + "/old.stl", "-", "/dev/null", "new-in-this-folder.stl"] {
        #expect(throws: Never.self, "\(path)") { try OutputPlace.check(path) }
      }
    }
  }

  @Test("refuses a folder, a file in no folder, and an empty path")
  func refuses() throws {
    try withFolder { folder in
      let scan = folder + "/scan.ply"
      _ = FileManager.default.createFile(atPath: scan, contents: nil)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link.stl", withDestinationPath: folder + "/none/y.stl")
      for path in [folder, folder + "/none/x.stl", scan + "/x.stl", "", folder + "/link.stl"] {
        let error = #expect(throws: OutputError.self, "\(path)") { try OutputPlace.check(path) }
        #expect(error?.path == path && error?.remedy.isEmpty == false)
      }
    }
  }
}
