import Foundation
import Testing

/// `orthotic design` as a user meets it.
@Suite struct DesignCommandTests {
  @Test("prints a table and what it assumed, and writes the same bytes for any number of threads")
  func design() throws {
    let first = try SampleRun.made.get()
    let run = first.run
    #expect(run.code == 0, "\(run.messages)")
    for region in BuiltProgram.regions { #expect(run.output.contains("\n\(region) "), "\(region)") }
    #expect(run.messages.contains("assumed: side left"))
    #expect(
      run.messageLines.allSatisfy { line in ["assumed: ", "warning: ", "note: "].contains { line.hasPrefix($0) } })
    #expect(first.page.count < 2_000_000)

    try BuiltProgram.withScratchFolder { folder in
      let second = try BuiltProgram.run(
        SampleRun.design + ["-o", folder + "/b.stl", "--threads", "2", "--json", "--quiet"])
      #expect(second.code == 0 && second.messages.isEmpty)
      #expect(first.solid == FileManager.default.contents(atPath: folder + "/b.stl"))

      let result = try BuiltProgram.object(second.output)
      #expect(result["output"] as? String == folder + "/b.stl")
      let triangles = try #require(result["triangles"] as? Int)
      #expect(first.solid.count == 84 + 50 * triangles)
      #expect(try #require(result["volume"] as? Double) > 10)
      let regions = try #require(result["regions"] as? [[String: Any]])
      #expect(regions.compactMap { $0["name"] as? String } == BuiltProgram.regions + ["metPad"])
      for region in regions {
        for side in ["before", "after"] {
          let load = try #require(region[side] as? [String: Any])
          #expect(Set(load.keys) == ["peak", "mean", "area", "force"])
        }
        let change = try #require(region["change"] as? [String: [String: Double]])
        let peak = try #require(change["peak"])
        let (low, median, high) = (peak["low"] ?? .nan, peak["median"] ?? .nan, peak["high"] ?? .nan)
        #expect(low < median && median < high)
      }
      for zone in try #require(result["zones"] as? [[String: Any]]) {
        #expect(
          Set(zone.keys)
            .isSuperset(of: ["name", "mode", "area", "depth", "peakBefore", "peakAfter", "ringBefore", "ringAfter"]))
      }
      for key in ["balance", "assumed", "warnings", "notMeasured", "prescription", "registration"] {
        #expect(result[key] != nil, "\(key)")
      }
      let assumed = try #require(result["assumed"] as? [[String: String]])
      #expect(assumed.allSatisfy { Set($0.keys) == ["what", "value", "why", "override"] })
    }
  }

  @Test(
    "the solid goes to standard output and the table to standard error where the output is -",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func toStandardOutput() throws {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/out.stl"
      let run = try BuiltProgram.run(["design", SampleRun.scan, "--grid", "2", "-o", "-", "-q"], outputTo: path)
      #expect(run.code == 0, "\(run.messages)")
      #expect(run.messages.contains("Predicted pressure"))
      let size = try #require(FileManager.default.contents(atPath: path)?.count)
      #expect(size > 84 && (size - 84) % 50 == 0)
    }
  }
}
