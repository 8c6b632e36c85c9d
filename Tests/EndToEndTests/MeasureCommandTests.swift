import Foundation
import Testing

/// `orthotic measure` as a user meets it.
@Suite struct MeasureCommandTests {
  @Test("finds the foot of a sample read from standard input, and gives every key")
  func measure() throws {
    let scan = try #require(FileManager.default.contents(atPath: BuiltProgram.package + "/" + SampleRun.scan))
    let run = try BuiltProgram.run(["measure", "-", "--json"], input: Array(scan))
    #expect(run.code == 0, "\(run.messages)")
    let result = try BuiltProgram.object(run.output)
    #expect(result["side"] as? String == "left")
    #expect(result["unit"] as? String == "mm" && result["frame"] as? String == "canonical-right")
    let landmarks = try #require(result["landmarks"] as? [String: [Double]])
    #expect(landmarks.values.allSatisfy { $0.count == 3 })
    for key in ["footLength", "ballWidth", "archIndex", "confidence", "assumed", "warnings", "notMeasured"] {
      #expect(result[key] != nil, "\(key)")
    }
  }

  @Test("draws the sole, and never over its own scan")
  func measurePicture() throws {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/sole.png"
      let run = try BuiltProgram.run(["measure", SampleRun.scan, "--picture", path])
      #expect(run.code == 0, "\(run.messages)")
      let bytes = try #require(FileManager.default.contents(atPath: path))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 10_000)
      #expect(try BuiltProgram.run(["measure", SampleRun.scan, "--picture", SampleRun.scan]).code == 73)
    }
  }
}
