import Foundation
import Testing

/// `orthotic optimize` as a user meets it.
@Suite struct OptimizeCommandTests {
  private static let words = ["optimize", SampleRun.scan, "--pressure", SampleRun.map, "--grid", "2", "-q"]

  @Test(
    "writes a device and a prescription that makes the same device again, byte by byte",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func replays() throws {
    try BuiltProgram.withScratchFolder { folder in
      let (one, two, rx, record) = (folder + "/1.stl", folder + "/2.stl", folder + "/rx.json", folder + "/run.json")
      let run = try BuiltProgram.run(
        Self.words + ["--effort", "120", "--heel-cup", "14", "--save-rx", rx, "-o", one, "--record", record, "--json"])
      #expect(run.code <= 1, "\(run.messages)")
      let found = try BuiltProgram.object(run.output)
      let search = try #require(found["optimization"] as? [String: Any])
      #expect((search["regions"] as? [[String: Any]])?.count == 10)
      #expect((search["changes"] as? [[String: String]])?.contains { $0["name"] == "heel-cup" } == false)
      #expect((found["prescription"] as? [String: String])?["heelCup"] == "14 mm")
      let again = try BuiltProgram.run([
        "design", SampleRun.scan, "--pressure", SampleRun.map, "--grid", "2", "-q", "--rx", rx, "-o", two, "--json",
      ])
      #expect(FileManager.default.contents(atPath: one) == FileManager.default.contents(atPath: two))
      func peaks(_ result: [String: Any]) throws -> [Double?] {
        try #require(result["regions"] as? [[String: Any]]).map { ($0["after"] as? [String: Any])?["peak"] as? Double }
      }
      #expect(try peaks(found) == peaks(BuiltProgram.object(again.output)))
      // Its record is a design's.
      let replay = try BuiltProgram.run(["design", SampleRun.scan, SampleRun.map, "--replay", record])
      #expect(
        !replay.messages.contains("replay-differs") && replay.messages.contains("the same bytes"), "\(replay.messages)")
    }
  }

  @Test(
    "ends with 1 where a goal is missed, names what holds it, and takes it where that is allowed",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func missed() throws {
    let words = Self.words + ["--goal", "below:80kPa", "--effort", "30", "--shift", "0"]
    let run = try BuiltProgram.run(words)
    #expect(run.code == 1 && run.output.contains("What holds it:") && run.output.contains("missed"))
    #expect(try BuiltProgram.run(words + ["--allow", "target-missed"]).code == 0)
  }

  @Test("asks for a map, and refuses what is no goal or no place to write, before any work")
  func refuses() throws {
    #expect(try BuiltProgram.run(["optimize", SampleRun.scan]).code == 64)
    #expect(try BuiltProgram.run(Self.words + ["--goal", "none"]).code == 64)
    #expect(try BuiltProgram.run(Self.words + ["--vary", "height"]).code == 64)
    #expect(try BuiltProgram.run(Self.words + ["--save-rx", "/nowhere/rx.json"]).code == 73)
    #expect(try BuiltProgram.run(Self.words + ["--save-rx", SampleRun.map]).code == 73)
    #expect(try BuiltProgram.run(["optimize", "none.ply", "--pressure", SampleRun.map]).code == 66)
  }
}
