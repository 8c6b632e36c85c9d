import OrthoticCore
import Testing

@testable import orthotic

@Suite struct OptimizationArgumentsTests {
  private func problem(_ line: String) throws -> OptimizationProblem {
    let arguments = try ArgumentParser.parse(line.split(separator: " ").map(String.init), for: .optimize)
    return try arguments.optimizationProblem(arguments.prescription())
  }

  @Test("without a word the goal is 200 kPa, with the foot 4 mm elsewhere too")
  func defaults() throws {
    let problem = try problem("")
    #expect(problem.goals == [OptimizationGoal(.below(200))] && problem.shift == 4 && !problem.variesTissue)
    #expect(problem.given.isEmpty && problem.effort == OptimizationProblem.standardEffort)
    #expect(problem.openKeys.contains("archContact") && !problem.openKeys.contains("heelLift"))
  }

  @Test("what flags and presets prescribe is closed, and --free opens it")
  func given() throws {
    #expect(try !problem("--heel-cup 14").openKeys.contains("heelCup"))
    #expect(try problem("--heel-cup 14 --free heel-cup").openKeys.contains("heelCup"))
    #expect(try problem("--free=--heel-lift").openKeys.contains("heelLift"))
    let preset = try problem("--preset metatarsalgia")
    #expect(preset.given.contains("metPad") && !preset.openKeys.contains("metPad"))
    #expect(try !problem("--offload off").openKeys.contains("offloadMode"))
  }

  @Test(
    "refuses in one line what cannot be asked",
    arguments: [
      ("--goal high", "--goal high: expected below:PRESSURE"),
      ("--goal below:100kPa --goal below:200kPa", "below:100kPa is asked of the same region already"),
      ("--free length", "--free length: expected one of"),
      ("--max-thickness 2", "the device is 3 mm thick"),
      ("--thickness 3 --max-thickness 6", "--free thickness lets it rise"),
    ])
  func refuses(line: String, message: String) {
    let error = #expect(throws: UsageError.self) { try problem(line) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect((error?.message.count ?? .max) < 300)
  }

  @Test("a thickness that may rise is opened, also a prescribed one that is freed")
  func thickness() throws {
    #expect(try problem("--max-thickness 6").maximumThickness == 6)
    let freed = try problem("--thickness 3 --max-thickness 6 --free thickness")
    #expect(freed.openKeys.contains("thickness"))
  }

  @Test("where everything is prescribed there is nothing to find")
  func nothingOpen() throws {
    let keys = PrescriptionVocabulary.elements
    let words = keys.map { "--\($0.flag)=\($0.text(in: Prescription()))" }
    let arguments = try ArgumentParser.parse(words, for: .optimize)
    let error = #expect(throws: UsageError.self) { try arguments.optimizationProblem(arguments.prescription()) }
    #expect(error?.message.contains("nothing to find") == true)
  }

  @Test("takes what design takes, but what is of both feet or of a record")
  func flags() {
    let optimize = Set(FlagTable.flags(of: .optimize).map(\.name))
    let design = Set(FlagTable.flags(of: .design).map(\.name))
    #expect(
      design.subtracting(optimize) == [
        "replay", "print-rx", "left", "right", "both", "pressure-left", "pressure-right", "plate",
      ])
    #expect(optimize.subtracting(design) == Set(Flag.optimizations.map(\.name)))
  }
}
