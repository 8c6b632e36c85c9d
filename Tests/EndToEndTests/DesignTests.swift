import Foundation
import Testing

#if DEBUG
  private let isOptimised = false
#else
  private let isOptimised = true
#endif

/// Designs on the Samples, as a user runs them.
@Suite struct DesignTests {
  private static let scan = "Samples/flat-left/scan.ply"
  private static let map = "Samples/flat-left/pressure.csv"
  private static let regions = [
    "heel", "midfoot", "forefoot", "mt1", "mt2", "mt3", "mt4", "mt5", "hallux", "toes", "whole",
  ]

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("a design prints a table and what it assumed, and writes the same bytes for any number of threads")
  func design() throws {
    try BuiltProgram.withScratchFolder { folder in
      let common = ["design", Self.scan, "--pressure", Self.map, "--grid", "2"]
      let run = try BuiltProgram.run(common + ["-o", folder + "/a.stl", "--threads", "1"])
      #expect(run.code == 0, "\(run.messages)")
      for region in Self.regions { #expect(run.output.contains("\n\(region) "), "\(region)") }
      #expect(run.messages.contains("assumed: side left"))
      #expect(
        run.messageLines.allSatisfy { line in ["assumed: ", "warning: ", "note: "].contains { line.hasPrefix($0) } })

      let second = try BuiltProgram.run(
        common + ["-o", folder + "/b.stl", "--threads", "2", "--json", "--quiet"], in: BuiltProgram.package)
      #expect(second.code == 0 && second.messages.isEmpty)
      let first = try #require(FileManager.default.contents(atPath: folder + "/a.stl"))
      #expect(first == FileManager.default.contents(atPath: folder + "/b.stl"))

      let result = try object(second.output)
      #expect(result["output"] as? String == folder + "/b.stl")
      let triangles = try #require(result["triangles"] as? Int)
      #expect(first.count == 84 + 50 * triangles)
      #expect(try #require(result["volume"] as? Double) > 10)
      let regions = try #require(result["regions"] as? [[String: Any]])
      #expect(regions.compactMap { $0["name"] as? String } == Self.regions)
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
    "compare makes a grid of doses, ranks it, and prints it as JSON or CSV",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func compares() throws {
    let words = ["compare", Self.scan, "--pressure", Self.map, "--met-pad", "0,4", "--heel-lift", "0,3", "-q"]
    let result = try BuiltProgram.run(words + ["--goal", "heel", "--json"])
    #expect(result.code == 0)
    let json = try object(result.output)
    let variants = try #require(json["variants"] as? [[String: Any]])
    #expect(variants.compactMap { $0["rank"] as? Int }.sorted() == [1, 2, 3, 4])
    let table = try BuiltProgram.run(words + ["--csv"])
    #expect(table.output.split(separator: "\n").count == 1 + 4 * 11)
    let both = try BuiltProgram.run(words + ["--csv", "--json"])
    #expect(both.code == 64)
  }

  @Test(
    "the solid goes to standard output and the table to standard error where the output is -",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func toStandardOutput() throws {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/out.stl"
      let run = try BuiltProgram.run(["design", Self.scan, "--grid", "2", "-o", "-", "-q"], outputTo: path)
      #expect(run.code == 0, "\(run.messages)")
      #expect(run.messages.contains("Predicted pressure"))
      let size = try #require(FileManager.default.contents(atPath: path)?.count)
      #expect(size > 84 && (size - 84) % 50 == 0)
    }
  }

  @Test("measure finds the foot of a sample read from standard input, and gives every key")
  func measure() throws {
    let scan = try #require(FileManager.default.contents(atPath: BuiltProgram.package + "/" + Self.scan))
    let run = try BuiltProgram.run(["measure", "-", "--json"], input: Array(scan))
    #expect(run.code == 0, "\(run.messages)")
    let result = try object(run.output)
    #expect(result["side"] as? String == "left")
    #expect(result["unit"] as? String == "mm" && result["frame"] as? String == "canonical-right")
    let landmarks = try #require(result["landmarks"] as? [String: [Double]])
    #expect(landmarks.values.allSatisfy { $0.count == 3 })
    for key in ["footLength", "ballWidth", "archIndex", "confidence", "assumed", "warnings", "notMeasured"] {
      #expect(result[key] != nil, "\(key)")
    }
  }

  @Test("measure draws the sole, and never over its own scan")
  func measurePicture() throws {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/sole.png"
      let run = try BuiltProgram.run(["measure", Self.scan, "--picture", path])
      #expect(run.code == 0, "\(run.messages)")
      let bytes = try #require(FileManager.default.contents(atPath: path))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 10_000)
      #expect(try BuiltProgram.run(["measure", Self.scan, "--picture", Self.scan]).code == 73)
    }
  }

  @Test("pressure sums up a sample's footprint, with every key")
  func pressure() throws {
    let run = try BuiltProgram.run(["pressure", Self.map, "--pressure-cell", "5", "--json"])
    #expect(run.code == 0, "\(run.messages)")
    let result = try object(run.output)
    #expect(result["side"] as? String == "left" && result["frames"] as? Int == 1)
    let truthText = try #require(
      FileManager.default.contents(atPath: BuiltProgram.package + "/Samples/flat-left/truth.json"))
    let truth = try object(String(decoding: truthText, as: UTF8.self))["pressure"] as? [String: Any]
    let peak = try #require(truth?["peak"] as? Double)
    let force = try #require(truth?["force"] as? Double)
    // The file holds one decimal.
    #expect(abs(try #require(result["peak"] as? Double) - peak) <= 0.1)
    #expect(abs(try #require(result["maximumForce"] as? Double) - force) < 1)
    let regions = try #require(result["regions"] as? [[String: Any]])
    #expect(regions.compactMap { $0["name"] as? String } == Self.regions)
    for region in regions { #expect(Set(["name", "peak", "mean", "area", "maximumForce"]).isSubset(of: region.keys)) }
    #expect((result["notMeasured"] as? [String])?.contains("regions.pressureTimeIntegral") == true)
    for key in ["archIndex", "contactArea", "peakFrame", "maximumForceFrame", "steps", "assumed", "warnings"] {
      #expect(result[key] != nil, "\(key)")
    }
  }

  @Test(
    "every example of the help runs as it stands",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func examples() throws {
    try BuiltProgram.withScratchFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/Samples", withDestinationPath: BuiltProgram.package + "/Samples")
      var count = 0
      for command in ["design", "compare", "measure", "pressure", "check", "completions", "man", "help"] {
        let help = try BuiltProgram.run(["help", command]).output
        for line in help.split(separator: "\n") where line.hasPrefix("  orthotic ") {
          // What stands behind > is the shell's.
          let words = line.split(separator: ">")[0].split(separator: " ").dropFirst().map(String.init)
          let run = try BuiltProgram.run(words, in: folder)
          #expect(run.code == 0, "\(line): \(run.messages)")
          count += 1
        }
      }
      #expect(count >= 12)
    }
  }

  @Test(
    "compare leaves out what a rule refuses, and says why",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func refusedVariant() throws {
    let words = ["compare", Self.scan, "--pressure", Self.map, "--medial-skive", "0,4", "--json"]
    let run = try BuiltProgram.run(words)
    #expect(run.code == 1 && run.messages.contains("skive-needs-deep-cup"))
    let result = try object(run.output)
    #expect((result["variants"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["medial-skive 0"])
    #expect((result["refused"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["medial-skive 4"])
    let allowed = try BuiltProgram.run(words + ["--allow", "skive-needs-deep-cup"])
    #expect(allowed.code == 0, "\(allowed.messages)")
    #expect((try object(allowed.output)["variants"] as? [Any])?.count == 2)
  }

  @Test(
    "compare gives a variant for each dose",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func compare() throws {
    let run = try BuiltProgram.run([
      "compare", Self.scan, "--pressure", Self.map, "--rearfoot-post", "0,2,4varus", "--json",
    ])
    #expect(run.code == 0, "\(run.messages)")
    let variants = try #require(try object(run.output)["variants"] as? [[String: Any]])
    #expect(
      variants.compactMap { $0["name"] as? String } == ["rearfoot-post 0", "rearfoot-post 2", "rearfoot-post 4varus"])
    for variant in variants {
      let regions = try #require(variant["regions"] as? [[String: Any]])
      #expect(regions.compactMap { $0["name"] as? String } == Self.regions)
      #expect((variant["prescription"] as? [String: String])?["heelCup"] == "12 mm")
    }
  }
}
