#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticExport
import Testing

@Suite struct AtomicFileTests {
  /// Runs a test in a folder of its own.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/orthotic-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func content(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }

  @Test("a file appears with its whole content and nothing beside it") func fileAppears() throws {
    try inFolder { folder in
      try AtomicFile.write([1, 2, 3], to: folder + "/a.stl")
      #expect(content(folder + "/a.stl") == [1, 2, 3])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == ["a.stl"])
    }
  }

  @Test("an existing file is replaced and a link to it stays a link") func existingFileIsReplaced() throws {
    try inFolder { folder in
      try AtomicFile.write([1, 2, 3], to: folder + "/a.stl")
      try FileManager.default.createSymbolicLink(atPath: folder + "/b.stl", withDestinationPath: folder + "/a.stl")
      try AtomicFile.write([4], to: folder + "/b.stl")
      #expect(content(folder + "/a.stl") == [4])
      let destination = try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/b.stl")
      #expect(destination.hasSuffix("a.stl"))
    }
  }

  @Test("a missing folder, a folder as target and an empty path are named with their remedy")
  func missingFolderAFolder() throws {
    try inFolder { folder in
      #expect { try AtomicFile.write([1], to: folder + "/none/a.stl") } throws: { error in
        (error as? OutputError)?.remedy == "create the folder first"
      }
      #expect { try AtomicFile.write([1], to: folder) } throws: { error in
        (error as? OutputError)?.reason == "it is a folder"
      }
      #expect(throws: OutputError.self) { try AtomicFile.write([1], to: "") }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test("a full disk is reported with its reason", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDiskIsReported() {
    #expect { try AtomicFile.write([1, 2, 3], to: "/dev/full") } throws: { error in
      (error as? OutputError)?.reason == "No space left on device"
    }
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
  }
}
