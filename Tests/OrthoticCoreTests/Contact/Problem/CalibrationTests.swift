import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite("Calibration on a measured map")
struct CalibrationTests {
  /// A map made by the model from a sole, so that its shape explains the map exactly.
  static func synthetic() -> (problem: ContactProblem, pressure: [Double], height: [Double], tissue: TissueField) {
    let problem = TestSole.problem()
    let solution = problem.solved()
    let tissue = TissueField(
      thickness: problem.tissueThickness, stiffness: problem.tissueStiffness, exponent: problem.tissueExponent)
    return (problem, solution.pressure, TestSole.height(problem.layout), tissue)
  }

  @Test("Before on the rigid floor is the measured map to rounding")
  func reproduces() {
    var random = SplitMix64(seed: 3)
    var (problem, pressure, height, tissue) = Self.synthetic()
    for node in pressure.indices where pressure[node] > 0 { pressure[node] *= random.uniform(0.3...1.7) }
    let calibration = Calibration(
      layout: problem.layout, pressure: pressure, plantarHeight: height, tissue: tissue, gapShare: 0.5)
    problem.overclosure = calibration.overclosure
    problem.force = calibration.force
    problem.centerOfPressure = calibration.centerOfPressure
    let before = problem.onRigidFloor.solved()
    #expect(before.converged)
    #expect(zip(before.pressure, pressure).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(calibration.source == .pressureMap)
  }

  @Test("A sole that made the map explains it, whatever its pose")
  func explains() {
    let (problem, pressure, height, tissue) = Self.synthetic()
    let tilted = height.enumerated().map { node, z in
      z + 3 + 0.02 * problem.layout.position(node).x - 0.01 * problem.layout.position(node).y
    }
    let calibration = Calibration(layout: problem.layout, pressure: pressure, plantarHeight: tilted, tissue: tissue)
    #expect(calibration.plane.correlation > 0.999999)
    #expect(calibration.plane.residual < 1e-6)
    // Its unloaded nodes have the air gap that the solution left.
    let solution = problem.solved()
    for node in pressure.indices where pressure[node] == 0 && height[node].isFinite {
      let arm = problem.layout.position(node) - problem.centerOfPressure
      let gap = problem.overclosure[node] + solution.settling + solution.tiltX * arm.x + solution.tiltY * arm.y
      #expect(abs(calibration.overclosure[node] - min(gap, 0)) < 1e-6)
    }
  }

  @Test("Gaps are never above 0, are lowered by the load state, and only where the arch is")
  func gaps() {
    let (problem, pressure, height, tissue) = Self.synthetic()
    let weight = (0..<problem.layout.count).map { problem.layout.position($0).y < 150 ? 1.0 : 0 }
    func overclosure(_ load: ScanLoad, _ weight: [Double]?) -> [Double] {
      Calibration(
        layout: problem.layout, pressure: pressure, plantarHeight: height, tissue: tissue, gapShare: load.gapShare,
        archWeight: weight
      ).overclosure
    }
    let full = overclosure(.full, nil)
    let none = overclosure(.none, nil)
    let part = overclosure(.none, weight)
    for node in pressure.indices where pressure[node] == 0 {
      #expect(full[node] <= 0)
      if height[node].isFinite {
        #expect(none[node] == full[node] * 0.5)
        #expect(part[node] == full[node] * (weight[node] == 1 ? 0.5 : 1))
      } else {
        #expect(full[node] == -.infinity)
      }
    }
  }

  @Test("Without a map the scan settles under the weight, and before stands balanced where it is")
  func withoutMap() throws {
    let (problem, _, height, tissue) = Self.synthetic()
    let center = Vector2(1, 100)
    let calibration = try #require(
      Calibration(
        layout: problem.layout, plantarHeight: height, tissue: tissue, force: 400, centerOfPressure: center))
    #expect(calibration.source == .scanAndWeight)
    #expect(abs(calibration.force / 400 - 1) < 1e-7)
    let before = ContactProblem(
      layout: problem.layout, overclosure: calibration.overclosure, tissue: tissue, force: 400, centerOfPressure: center
    ).solved()
    #expect(before.converged && before.iterations <= 1)
    #expect(abs(before.settling) < 1e-6)
    let untilted = try #require(
      Calibration(layout: problem.layout, plantarHeight: height, tissue: tissue, force: 400))
    #expect(untilted.plane.slopeX == 0 && untilted.plane.slopeY == 0)
    #expect(abs(untilted.force / 400 - 1) < 1e-7)
    let level = untilted.plane.offset
    for node in height.indices where height[node].isFinite {
      #expect(abs(untilted.overclosure[node] - (level - height[node])) < 1e-9)
    }
  }

  @Test("An empty map, an empty scan and a scan that cannot be balanced are answered, not trapped")
  func degenerate() {
    let (problem, _, height, tissue) = Self.synthetic()
    let layout = problem.layout
    let nothing = [Double](repeating: 0, count: layout.count)
    let blank = Calibration(layout: layout, pressure: nothing, plantarHeight: height, tissue: tissue)
    #expect(blank.force == 0 && blank.plane.correlation == 0)
    let noScan = [Double](repeating: .nan, count: layout.count)
    #expect(Calibration(layout: layout, plantarHeight: noScan, tissue: tissue, force: 400) == nil)
    #expect(
      Calibration(
        layout: layout, plantarHeight: height, tissue: tissue, force: 400, centerOfPressure: Vector2(900, 0)) == nil)
    var spotted = nothing
    spotted[layout.count / 2] = .nan
    spotted[layout.count / 2 + 1] = 100
    let single = Calibration(layout: layout, pressure: spotted, plantarHeight: height, tissue: tissue)
    #expect(single.plane.slopeX == 0 && single.overclosure.allSatisfy { !$0.isNaN })
  }
}
