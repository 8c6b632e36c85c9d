import Foundation
import Testing

/// `orthotic pressure` as a user meets it.
@Suite struct PressureCommandTests {
  private static let map = "Samples/normal-right/pressure.csv"
  private static let scan = "Samples/normal-right/scan.ply"

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try BuiltProgram.run(["pressure", Self.map, "--json"] + arguments)
    #expect(run.code == 0, "\(run.messages)")
    return try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any] ?? [:]
  }

  @Test("prints a line per region as CSV")
  func csv() throws {
    let run = try BuiltProgram.run(["pressure", Self.map, "--csv", "--quiet"])
    let lines = run.output.split(separator: "\n")
    #expect(run.code == 0 && lines.count == 12 && lines[0].hasPrefix("side,region,peak_kPa"))
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("right,") && $0.split(separator: ",").count >= 6 })
  }

  @Test("lays the map on a scan, says how well, and draws it")
  func scanned() throws {
    try BuiltProgram.withScratchFolder { folder in
      let picture = folder + "/map.png"
      let result = try json(["--scan", Self.scan, "--picture", picture])
      let registration = try #require(result["registration"] as? [String: Any])
      #expect(registration["residual"] is Double && registration["overlap"] is Double)
      #expect(abs((registration["rotation"] as? Double ?? 99) + 4) < 1)
      #expect(FileManager.default.contents(atPath: picture)?.prefix(4) == Data([0x89, 0x50, 0x4e, 0x47]))
    }
  }

  @Test("moves the borders of regions by flag")
  func regions() throws {
    func heel(_ result: [String: Any]) -> Double {
      let regions = result["regions"] as? [[String: Any]] ?? []
      return regions.first { $0["name"] as? String == "heel" }?["area"] as? Double ?? 0
    }
    #expect(try heel(json(["--regions", "heel=0.33"])) > heel(json([])))
  }

  @Test(
    "refuses borders, pictures and steps that are none",
    arguments: [
      ["--regions", "heel=0.9,midfoot=0.3"], ["--regions", "ankle=0.3"], ["--regions", "heel"],
      ["--regions", "heel=nan"],
      ["--pressure-map", "0"], ["--pressure-map", "all"], ["--pressure-calibration", "0"], ["--scan", ""],
    ])
  func usage(arguments: [String]) throws {
    let run = try BuiltProgram.run(["pressure", Self.map] + arguments)
    #expect(run.code == 64 && run.output.isEmpty && run.messageLines.count == 1, "\(run.messages)")
  }

  @Test("takes a headless recording once its layout and calibration are given")
  func layout() throws {
    try BuiltProgram.withScratchFolder { folder in
      let places = (0..<12).map { "\($0 + 1),\(20 + 40 * ($0 % 2)),\(20 + 40 * ($0 / 2)),30,30\n" }.joined()
      let layout = folder + "/layout.csv"
      BuiltProgram.write(Array(places.utf8), to: layout)
      let names = (1...12).map { ",pressure_\($0)" }.joined()
      let samples = (0..<20).map { row in
        "1,\(row * 10)" + (0..<12).map { ",\(100 + ($0 * 37 + row * 5) % 400)" }.joined() + "\n"
      }.joined()
      let file = folder + "/sole.csv"
      BuiltProgram.write(Array("sole_id,timestamp\(names)\n\(samples)".utf8), to: file)
      let bare = try BuiltProgram.run(["pressure", file])
      #expect(bare.code == 65 && bare.messages.contains("--pressure-layout"))
      let run = try BuiltProgram.run([
        "pressure", file, "--pressure-layout", layout, "--pressure-calibration", "0.5kPa", "--pressure-side", "left",
        "--pressure-heel", "first", "--frames", "--csv",
      ])
      #expect(run.code == 0 && run.output.split(separator: "\n").count == 21, "\(run.messages)")
    }
  }

  @Test("sums up a sample's footprint, with every key")
  func pressure() throws {
    let run = try BuiltProgram.run(["pressure", SampleRun.map, "--pressure-cell", "5", "--json"])
    #expect(run.code == 0, "\(run.messages)")
    let result = try BuiltProgram.object(run.output)
    #expect(result["side"] as? String == "left" && result["frames"] as? Int == 1)
    let truthText = try #require(
      FileManager.default.contents(atPath: BuiltProgram.package + "/Samples/flat-left/truth.json"))
    let truth = try BuiltProgram.object(String(decoding: truthText, as: UTF8.self))["pressure"] as? [String: Any]
    let peak = try #require(truth?["peak"] as? Double)
    let force = try #require(truth?["force"] as? Double)
    // The file holds one decimal.
    #expect(abs(try #require(result["peak"] as? Double) - peak) <= 0.1)
    #expect(abs(try #require(result["maximumForce"] as? Double) - force) < 1)
    let regions = try #require(result["regions"] as? [[String: Any]])
    #expect(regions.compactMap { $0["name"] as? String } == BuiltProgram.regions)
    for region in regions { #expect(Set(["name", "peak", "mean", "area", "maximumForce"]).isSubset(of: region.keys)) }
    #expect((result["notMeasured"] as? [String])?.contains("regions.pressureTimeIntegral") == true)
    for key in ["archIndex", "contactArea", "peakFrame", "maximumForceFrame", "steps", "assumed", "warnings"] {
      #expect(result[key] != nil, "\(key)")
    }
  }
}
