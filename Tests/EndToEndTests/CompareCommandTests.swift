import Foundation
import Testing

/// `orthotic compare` as a user meets it.
@Suite struct CompareCommandTests {
  @Test(
    "makes a grid of doses, ranks it, and prints it as JSON or CSV",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func compares() throws {
    let words = [
      "compare", SampleRun.scan, "--pressure", SampleRun.map, "--met-pad", "0,4", "--heel-lift", "0,3", "-q",
    ]
    let result = try BuiltProgram.run(words + ["--rank", "heel", "--json"])
    #expect(result.code == 0)
    let json = try BuiltProgram.object(result.output)
    let variants = try #require(json["variants"] as? [[String: Any]])
    #expect(variants.compactMap { $0["rank"] as? Int }.sorted() == [1, 2, 3, 4])
    let table = try BuiltProgram.run(words + ["--csv"])
    #expect(table.output.split(separator: "\n").count == 1 + 4 * 12)
    let both = try BuiltProgram.run(words + ["--csv", "--json"])
    #expect(both.code == 64)
  }

  @Test(
    "leaves out what a rule refuses, and says why",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func refusedVariant() throws {
    let words = ["compare", SampleRun.scan, "--pressure", SampleRun.map, "--medial-skive", "0,4", "--json"]
    let run = try BuiltProgram.run(words)
    #expect(run.code == 1 && run.messages.contains("skive-needs-deep-cup"))
    let result = try BuiltProgram.object(run.output)
    #expect((result["variants"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["medial-skive 0"])
    #expect((result["refused"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["medial-skive 4"])
    let allowed = try BuiltProgram.run(words + ["--allow", "skive-needs-deep-cup"])
    #expect(allowed.code == 0, "\(allowed.messages)")
    #expect((try BuiltProgram.object(allowed.output)["variants"] as? [Any])?.count == 2)
  }

  @Test(
    "gives a variant for each dose",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func compare() throws {
    let run = try BuiltProgram.run([
      "compare", SampleRun.scan, "--pressure", SampleRun.map, "--rearfoot-post", "0,2,4varus", "--json",
    ])
    #expect(run.code == 0, "\(run.messages)")
    let variants = try #require(try BuiltProgram.object(run.output)["variants"] as? [[String: Any]])
    #expect(
      variants.compactMap { $0["name"] as? String } == ["rearfoot-post 0", "rearfoot-post 2", "rearfoot-post 4varus"])
    for variant in variants {
      let regions = try #require(variant["regions"] as? [[String: Any]])
      #expect(regions.compactMap { $0["name"] as? String } == BuiltProgram.regions)
      #expect((variant["prescription"] as? [String: String])?["heelCup"] == "12 mm")
    }
  }

  @Test("makes one page of its variants")
  func page() throws {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/c.html"
      let words = [
        "compare", SampleRun.scan, "--pressure", SampleRun.map, "--grid", "2", "--quiet", "--met-pad", "0,3",
        "--report",
        path,
      ]
      let run = try BuiltProgram.run(words)
      #expect(run.code <= 1, "\(run.messages)")
      #expect(FileManager.default.contents(atPath: path).map { $0.count > 50_000 } == true)
    }
  }
}
