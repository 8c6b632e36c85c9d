import Foundation
import Testing

/// Records and what can be done with them, as a user does it.
@Suite struct ReplayTests {
  private static let design = [
    "design", "Samples/flat-left/scan.ply", "--pressure", "Samples/flat-left/pressure.csv", "--grid", "2", "--quiet",
  ]

  private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  @Test("replaying a record gives the same solid and the same record, byte by byte")
  func replaysTheSameBytes() throws {
    try BuiltProgram.withScratchFolder { folder in
      let (first, record) = (folder + "/a.stl", folder + "/a.json")
      let flags = [
        "--met-pad", "4", "--heel-cup", "14", "-o", first, "--record", record, "--report", folder + "/a.html",
      ]
      #expect(try BuiltProgram.run(Self.design + flags).code == 0 || bytes(record) != nil)
      let kept = try #require(bytes(record))
      let solid = try #require(bytes(first))
      #expect(bytes(folder + "/a.html").map { $0.count < 2_000_000 } == true)
      let run = try BuiltProgram.run(["design", "--replay", record, "-o", first, "--record", folder + "/b.json"])
      #expect(run.messages.contains("replayed: the same bytes as recorded"), "\(run.messages)")
      #expect(bytes(first) == solid)
      #expect(bytes(folder + "/b.json") == kept)
      let text = String(decoding: kept, as: UTF8.self)
      let other = text.replacingOccurrences(of: "\"heelCup\" : \"14 mm\"", with: "\"heelCup\" : \"9 mm\"")
      BuiltProgram.write(Array(other.utf8), to: folder + "/c.json")
      let changed = try BuiltProgram.run(["design", "--replay", folder + "/c.json"])
      #expect(changed.code == 1 && changed.messages.contains("not the recorded one"))
    }
  }

  @Test("refuses flags beside a record, changed inputs and files that are no record")
  func refusals() throws {
    try BuiltProgram.withScratchFolder { folder in
      let record = folder + "/a.json"
      _ = try BuiltProgram.run(Self.design + ["--record", record])
      let flags = try BuiltProgram.run(["design", "--replay", record, "--heel-cup", "9"])
      #expect(flags.code == 64 && flags.messages.contains("the record settles it"))
      let input = try BuiltProgram.run(["design", "Samples/normal-right/scan.ply", "--replay", record])
      #expect(input.code == 65 && input.messages.contains("is not the file that was recorded"))
      let other = try BuiltProgram.run(["design", "--replay", "Samples/flat-left/truth.json"])
      #expect(other.code == 65)
      let scan = try BuiltProgram.run(["report", "Samples/flat-left/scan.ply", "--report", folder + "/p.html"])
      #expect(scan.code == 65 && scan.messages.contains("--record") && !scan.messages.contains("--print-rx"))
      let twice = try BuiltProgram.run(Self.design + ["--record", record, "--report", record])
      #expect(twice.code == 64 && twice.messages.contains("two outputs"))
      let ending = try BuiltProgram.run(Self.design + ["--report", folder + "/page.pdf"])
      #expect(ending.code == 64 && ending.messages.contains(".html"))
    }
  }

  @Test("a comparison and two records each make one page")
  func pages() throws {
    try BuiltProgram.withScratchFolder { folder in
      let compare = ["compare"] + Self.design.dropFirst() + ["--met-pad", "0,3", "--report", folder + "/c.html"]
      #expect(try BuiltProgram.run(compare).code <= 1)
      #expect(bytes(folder + "/c.html").map { $0.count > 50_000 } == true)
      let record = folder + "/a.json"
      _ = try BuiltProgram.run(Self.design + ["--record", record])
      let pair = try BuiltProgram.run(["report", record, record, "--report", folder + "/p.html"])
      #expect(pair.code == 0, "\(pair.messages)")
      #expect(bytes(folder + "/p.html") != nil)
      #expect(try BuiltProgram.run(["report", record]).code == 64)
      let schema = try BuiltProgram.run(["schema", "record"])
      #expect(schema.code == 0 && schema.output.contains("orthotic-design-record"))
    }
  }
}
