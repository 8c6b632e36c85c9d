import Foundation
import Testing

@testable import OrthoticExport

@Suite struct EmbeddedFilesTests {
  /// The module's sources.
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/OrthoticExport")

  @Test("the program carries every file of the page and the schema as they are: else run bash .ci/embed")
  func programCarriesEveryFile() throws {
    let web = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: "Report/Web").path)
    let paths = web.map { "Report/Web/" + $0 } + ["Record/record.schema.json"]
    #expect(paths.sorted() == EmbeddedFiles.all.keys.sorted())
    for path in paths {
      let file = try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
      // No #expect of the texts themselves: it would print both whole.
      let isSame = EmbeddedFiles.all[path].map { $0 + "\n" } == file
      #expect(isSame, "\(path) has changed since")
    }
  }
}
