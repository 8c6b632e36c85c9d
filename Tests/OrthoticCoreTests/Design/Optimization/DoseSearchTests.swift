import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct DoseSearchTests {
  private static let foot = ParametricFoot.normalRight.shape(spacing: 1)

  private static func inputs(_ change: (inout Prescription) -> Void = { _ in }) -> DesignInputs {
    var inputs = DesignInputs(
      scan: Scan(name: "truth", format: "truth", points: []), recording: DesignPipelineTests.recording(side: .right),
      predictionOptions: PredictionOptions(draws: 0), foot: foot)
    change(&inputs.prescription)
    return inputs
  }

  private static func found(
    _ problem: OptimizationProblem, _ change: (inout Prescription) -> Void = { _ in }
  ) throws -> OptimizationResult {
    try DesignPipeline.optimized(for: foot, inputs: inputs(change), problem: problem)
  }

  private static func regions(_ rx: Prescription) throws -> [Double] {
    let shaped = try DesignPipeline.shaped(for: foot, inputs: inputs { $0 = rx })
    return RegionTarget.regions.map { region in
      shaped.prediction.regions.first { $0.region == region }?.after.peak ?? 0
    }
  }

  /// A goal that the default device misses, with a hundred devices tried.
  private static let made = Result {
    try found(OptimizationProblem(goals: [OptimizationGoal(.lowest)], shift: 0, effort: 150))
  }

  @Test(
    "what is found is what a design of the same prescription predicts, and better than what was prescribed",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func replays() throws {
    let result = try Self.made.get()
    #expect(!result.changes.isEmpty && result.trials <= 160)
    #expect(result.values.optimized < result.values.prescribed - 10)
    let read = try PrescriptionFile(
      InputFile(name: "rx", bytes: Array(PrescriptionFile(result.prescription).text.utf8)))
    #expect(zip(try Self.regions(read.applied(to: Prescription())), result.regions).allSatisfy { $0 == $1.optimized })
    #expect(zip(try Self.regions(Prescription()), result.regions).allSatisfy { $0 == $1.prescribed })
    #expect(result.regions.allSatisfy { !$0.isHarmed })
    #expect(result.regions.map(\.optimized).max() ?? 0 < result.regions.map(\.prescribed).max() ?? 0)
    #expect(result.regions.map(\.optimized).max() ?? 0 > result.physicalLimit)
  }

  @Test(
    "the same is found on one thread",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func oneThread() throws {
    let problem = OptimizationProblem(goals: [OptimizationGoal(.below(190))], shift: 4, effort: 40)
    let first = try Self.found(problem)
    let threads = Parallel.threads
    Parallel.threads = 1
    defer { Parallel.threads = threads }
    let second = try Self.found(problem)
    #expect(first.prescription == second.prescription && first.regions == second.regions)
    #expect(first.trials == second.trials)
  }

  @Test(
    "what is prescribed stays, and a goal that cannot be reached names what holds it",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func bounds() throws {
    let result = try Self.found(
      OptimizationProblem(
        goals: [OptimizationGoal(.below(60))], given: ["material", "heelCup", "archContact"], shift: 0, effort: 60)
    ) {
      $0.heelCupDepth = 14
      $0.archContact = 0.5
    }
    #expect(result.prescription.heelCupDepth == 14 && result.prescription.archContact == 0.5)
    #expect(result.prescription.material == MaterialTable.standard)
    #expect(!result.isMet && result.bounds.contains { $0.hasPrefix("thickness kept") })
    #expect(!result.open.contains("material"))
  }

  @Test("a goal that the prescribed device reaches changes nothing")
  func leastChange() throws {
    let result = try Self.found(
      OptimizationProblem(goals: [OptimizationGoal(.below(900))], given: ["heelCup"], shift: 0, effort: 12))
    #expect(result.changes.isEmpty || result.values.optimized < result.values.prescribed)
    #expect(result.isMet && result.bounds.isEmpty)
  }

  @Test("a foot that lies elsewhere meets the device there")
  func shifted() throws {
    let shaped = try DesignPipeline.shaped(for: Self.foot, inputs: Self.inputs { $0.offloadMode = .off })
    let layout = shaped.prediction.before.layout
    let own = InsoleOnGrid(surfaces: shaped.surfaces, layout: layout, prescription: shaped.prescription)
    let moved = InsoleOnGrid(
      surfaces: shaped.surfaces, layout: layout, prescription: shaped.prescription,
      shift: Vector2(layout.spacing, 2 * layout.spacing))
    for row in 0..<layout.rows - 2 {
      for column in 0..<layout.columns - 1 {
        let (a, b) = (moved.top[layout.index(column, row)], own.top[layout.index(column + 1, row + 2)])
        #expect(a.isNaN && b.isNaN || abs(a - b) < 1e-9)
      }
    }
  }

  @Test("on its own tissue a foot calibrated anew is the same, and on another before stays what was measured")
  func tissue() throws {
    let loading = try DesignPipeline.shaped(for: Self.foot, inputs: Self.inputs { $0.offloadMode = .off }).loading
    let same = loading.model.varied(by: SensitivityDraw())
    for (a, b) in zip(loading.model.loads, same.loads) {
      #expect(a.frame.force == b.frame.force)
      for (x, y) in zip(a.frame.overclosure ?? [], b.frame.overclosure ?? []) { #expect(x == y || abs(x - y) < 1e-9) }
    }
    var soft = SensitivityDraw()
    soft.tissueStiffness = 0.7
    let other = loading.model.varied(by: soft)
    #expect(other.before == loading.model.before)
    for load in other.loads {
      let floor = other.onFloor(load).solved()
      let worst = zip(floor.pressure, load.pressure).map { abs($0 - $1) }.max() ?? 0
      #expect(worst < 1, "\(load.instant.name): \(worst) kPa")
    }
  }
}
