import Foundation
import OrthoticCore
import OrthoticExport
import Testing

@testable import orthotic

/// Every pair of files of a command line that must not be one.
@Suite struct RunFilesTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/orthotic-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["scan.ply", "map.csv", "ol.csv", "pair-left.stl", "rx.json", "layout.csv", "rec.json"] {
      _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: Data(name.utf8))
    }
    try FileManager.default.createSymbolicLink(atPath: folder + "/link.stl", withDestinationPath: "scan.ply")
    try FileManager.default.linkItem(atPath: folder + "/scan.ply", toPath: folder + "/hard.stl")
    try body(folder)
  }

  private func check(_ command: CommandName, _ words: String, _ folder: String) throws {
    let given = words.split(separator: " ").map { String($0).replacing("@", with: folder + "/") }
    try RunFiles(ArgumentParser.parse(given, for: command)).check()
  }

  @Test(
    "an output that is an input is refused, whatever it is called",
    arguments: [
      (CommandName.design, "@scan.ply --outline @ol.csv -o @ol.csv"), (.design, "@scan.ply -o @link.stl"),
      (.design, "@scan.ply -o @hard.stl"), (.design, "@scan.ply --pressure @map.csv --picture @./map.csv"),
      (.design, "@scan.ply --rx @rx.json --record @rx.json"), (.design, "--replay @rec.json --record @rec.json"),
      (.design, "@scan.ply --both --pressure-left @pair-left.stl -o @pair.stl"),
      (.design, "@scan.ply --pressure @map.csv --pressure-layout @layout.csv --report @layout.csv"),
      (.design, "--left @scan.ply --right @map.csv -o @x.stl --report @MAP.csv"),
      (.measure, "@scan.ply --picture @scan.ply"), (.pressure, "@map.csv --scan @scan.ply --picture @hard.stl"),
      (.compare, "@scan.ply --pressure @map.csv --report @map.csv"), (.report, "@rec.json --report @rec.json"),
    ])
  func inputs(command: CommandName, words: String) throws {
    try withFolder { folder in
      #expect(throws: OutputError.self) { try check(command, words, folder) }
    }
  }

  @Test(
    "two outputs that are one file are refused, whatever they are called",
    arguments: [
      "@scan.ply -o @z.stl --record @./z.stl", "@scan.ply -o @z.stl --picture @Z.STL",
      "@scan.ply --report - --record -",
      "@scan.ply -o @z.html --report @z.html", "@scan.ply --both -o @p.stl --report @p-right.stl",
    ])
  func outputs(words: String) throws {
    try withFolder { folder in
      #expect(throws: UsageError.self) { try check(.design, words, folder) }
    }
  }

  @Test(
    "files of their own are taken",
    arguments: [
      "@scan.ply --pressure @map.csv -o @z.stl --record @z.json --report @z.html",
      "@scan.ply -o /dev/null --record /dev/null",
      "@scan.ply --both -o @pair.stl", "- -o -",
    ])
  func taken(words: String) throws {
    try withFolder { folder in
      #expect(throws: Never.self) { try check(.design, words, folder) }
    }
  }

  @Test("the files of a pair are named after their feet, dots of folders left alone")
  func pairNames() {
    #expect(ParsedArguments.path("a.b/pair", of: .left) == "a.b/pair-left")
    #expect(ParsedArguments.path("a.b/pair.stl", of: .right) == "a.b/pair-right.stl")
  }
}
