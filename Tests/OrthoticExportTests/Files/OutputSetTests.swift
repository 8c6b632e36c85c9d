#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Testing

@testable import OrthoticExport

@Suite struct OutputSetTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/orthotic-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("files appear together, and none before")
  func together() throws {
    try inFolder { folder in
      let files = OutputSet()
      for name in ["a.stl", "b.html", "c.json"] { try files.add(Array(name.utf8), to: folder + "/" + name) }
      #expect(try names(folder).allSatisfy { $0.hasSuffix(".tmp") })
      try files.appear()
      #expect(try names(folder) == ["a.stl", "b.html", "c.json"])
    }
  }

  @Test("a set that fails leaves none, and what stood there stays")
  func failure() throws {
    try inFolder { folder in
      try AtomicFile.write([9], to: folder + "/a.stl")
      do {
        let files = OutputSet()
        try files.add([1], to: folder + "/a.stl")
        #expect(throws: OutputError.self) { try files.add([2], to: folder + "/none/b.html") }
      }
      #expect(try names(folder) == ["a.stl"])
      #expect(FileManager.default.contents(atPath: folder + "/a.stl") == Data([9]))
    }
  }

  @Test("a link to a file that is not there yet is written through")
  func danglingLink() throws {
    try inFolder { folder in
      try FileManager.default.createSymbolicLink(atPath: folder + "/link.stl", withDestinationPath: "real.stl")
      try AtomicFile.write([1, 2], to: folder + "/link.stl")
      #expect(FileManager.default.contents(atPath: folder + "/real.stl") == Data([1, 2]))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.stl") == "real.stl")
    }
  }

  @Test("one file is known under all its names, two files are told apart")
  func identity() throws {
    try inFolder { folder in
      try AtomicFile.write([1], to: folder + "/a.stl")
      try AtomicFile.write([1], to: folder + "/other.stl")
      try FileManager.default.createSymbolicLink(atPath: folder + "/soft.stl", withDestinationPath: folder + "/a.stl")
      try FileManager.default.linkItem(atPath: folder + "/a.stl", toPath: folder + "/hard.stl")
      try FileManager.default.createSymbolicLink(atPath: folder + "/to-new.stl", withDestinationPath: "new.stl")
      func isSame(_ one: String, _ other: String) throws -> Bool {
        try #require(FileIdentity(folder + one)).isSame(as: #require(FileIdentity(folder + other)))
      }
      for name in ["/./a.stl", "/soft.stl", "/hard.stl", "//a.stl", "/A.STL"] {
        #expect(try isSame("/a.stl", name), "\(name)")
      }
      for name in ["/other.stl", "/new.stl", "/none/a.stl"] { #expect(try !isSame("/a.stl", name), "\(name)") }
      #expect(
        try isSame("/new.stl", "/./new.stl") && isSame("/new.stl", "/to-new.stl") && isSame("/new.stl", "/New.stl"))
      #expect(FileIdentity("-") == nil && FileIdentity("/dev/null") == nil)
    }
  }
}
