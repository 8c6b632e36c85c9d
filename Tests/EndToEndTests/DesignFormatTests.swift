import Foundation
import OrthoticCore
import OrthoticExport
import Testing

/// Files for printers and mills, as a user asks for them.
@Suite struct DesignFormatTests {
  private static let design = ["design", "Samples/flat-left/scan.ply", "--pressure", "Samples/flat-left/pressure.csv"]

  @Test("zones with an infill of their own are bodies that check finds sound together")
  func zones() throws {
    try BuiltProgram.withScratchFolder { folder in
      let common = Self.design + ["--grid", "2", "--offload", "150kPa", "--zone-infill", "10%"]
      let run = try BuiltProgram.run(common + ["-o", folder + "/a.3mf", "--json"])
      #expect(run.code == 0, "\(run.messages)")
      let result = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let print = try #require(result["print"] as? [String: Any])
      let bodies = try #require(print["bodies"] as? Int)
      #expect(bodies > 1 && (print["mass"] as? Double ?? 0) > 20 && print["pose"] != nil)

      let check = try BuiltProgram.run(["check", folder + "/a.3mf", "--json", "--bed", "300x300"])
      #expect(check.code == 0, "\(check.messages)")
      let report = try #require(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
      #expect((report["bodies"] as? [Any])?.count == bodies && report["components"] as? Int == 1)
      #expect((report["poses"] as? [Any])?.count == 6 && report["suggestedPose"] as? String == "flat")
    }
  }

  @Test(
    "zones as modifiers are no bodies, and leave the solid as it is",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func modifiers() throws {
    try BuiltProgram.withScratchFolder { folder in
      let common = Self.design + ["--grid", "2", "--offload", "150kPa", "--zone-infill", "10%"]
      let run = try BuiltProgram.run(common + ["-o", folder + "/a.3mf", "--json"])
      let result = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let modified = try BuiltProgram.run(
        common + ["--zone-bodies", "modifiers", "-o", folder + "/b.3mf", "--quiet"])
      #expect(modified.code == 0)
      let whole = try BuiltProgram.run(["check", folder + "/b.3mf", "--json"])
      let single = try #require(try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [String: Any])
      #expect(whole.code == 0 && single["bodies"] == nil)
      #expect(single["volume"] as? Double == result["volume"] as? Double)
    }
  }

  /// All formats; without optimisation one of facets alone and one of heights: STL and 3MF are written by other tests.
  private static let tried = isOptimised ? DeviceFormat.names : ["off", "ps2d"]

  @Test("every format is written, by its ending and by --format", arguments: tried)
  func formats(name: String) throws {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/device"
      let run = try BuiltProgram.run(
        // Nothing is predicted without a map, which takes a debug build ten seconds.
        ["design", SampleRun.scan, "--grid", "2", "--quiet", "--format", name, "--tolerance", "0.2mm", "-o", path])
      #expect(run.code == 0, "\(run.messages)")
      #expect((FileManager.default.contents(atPath: path)?.count ?? 0) > 5000)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left == ["device"])
    }
  }

  @Test("a pair goes onto one plate, and --plate wants a pair and a 3MF file")
  func plate() throws {
    try BuiltProgram.withScratchFolder { folder in
      let pair = ["design", "Samples/flat-left/scan.ply", "--both", "--grid", "2", "--quiet", "--plate", "-o"]
      let run = try BuiltProgram.run(pair + [folder + "/pair.3mf"])
      #expect(run.code == 0, "\(run.messages)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left == ["pair.3mf"])
      let check = try BuiltProgram.run(["check", folder + "/pair.3mf", "--json"])
      let report = try #require(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
      #expect(check.code == 0 && report["components"] as? Int == 2)
      #expect(try BuiltProgram.run(pair + [folder + "/pair.stl"]).code == 64)
      #expect(try BuiltProgram.run(Self.design + ["--plate", "-o", folder + "/a.3mf"]).code == 64)
    }
  }

  @Test("a bed that is none is refused with an example")
  func bed() throws {
    let run = try BuiltProgram.run(["check", "x.stl", "--bed", "wide"])
    #expect(run.code == 64 || run.code == 66)
  }
}
