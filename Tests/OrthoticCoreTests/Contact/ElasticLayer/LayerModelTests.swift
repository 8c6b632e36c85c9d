import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct LayerModelTests {
  static func device(spacing: Double = 5, thickness: Double = 6, modulus: Double = 700) -> ContactProblem {
    var problem = TestSole.problem(spacing: spacing)
    problem.insoleThickness = problem.top.map { _ in thickness }
    problem.insoleModulus = problem.top.map { _ in modulus }
    return problem
  }

  @Test("force and both moments are carried, nothing is negative")
  func balanced() {
    var random = SplitMix64(seed: 2)
    for trial in 0..<10 {
      var problem = Self.device(thickness: random.uniform(2...15), modulus: random.uniform(100...3000))
      problem.force = random.uniform(200...1500)
      problem.centerOfPressure = Vector2(random.uniform(-6...6), random.uniform(80...160))
      for node in 0..<problem.layout.count where problem.layout.position(node).y > 120 {
        problem.insoleThickness[node] *= 0.5
      }
      let solution = problem.solved(with: LateralCoupling(poissonRatio: random.uniform(0...0.3)))
      #expect(solution.converged, "trial \(trial)")
      #expect(solution.forceError < 1e-8 && solution.momentError < 1e-6)
      #expect(solution.pressure.allSatisfy { $0 >= 0 && $0.isFinite })
    }
  }

  @Test("a rigid insole and one without force are the column model")
  func rigid() {
    var problem = Self.device(thickness: 0)
    let coupling = LateralCoupling(poissonRatio: 0.15)
    #expect(problem.solved(with: coupling).pressure == problem.solved().pressure)
    problem.force = 0
    #expect(problem.solved(with: coupling).pressure.allSatisfy { $0 == 0 })
  }

  @Test("a layer thin against the foot is nearly its columns; a thicker one differs more")
  func thin() {
    var last = 0.0
    for thickness in [0.5, 3, 12] {
      // The same column stiffness for all.
      let problem = Self.device(thickness: thickness, modulus: 120 * thickness)
      let columns = problem.solved()
      let layer = problem.solved(with: LateralCoupling(poissonRatio: 0.15), from: columns)
      let peak = columns.pressure.max() ?? 0
      let difference = zip(columns.pressure, layer.pressure).reduce(0) { max($0, abs($1.0 - $1.1)) } / peak
      if thickness == 0.5 { #expect(difference < 0.05) }
      #expect(difference > last)
      last = difference
    }
  }

  @Test("at the rim of a pocket the coupled foam carries less than its columns beside and more inside")
  func pocket() {
    var problem = Self.device(spacing: 4, thickness: 10, modulus: 400)
    let layout = problem.layout
    let inside = (0..<layout.count).map { (layout.position($0) - Vector2(0, 60)).length < 14 }
    for node in 0..<layout.count where inside[node] { problem.top[node] -= 2 }
    let columns = problem.solved()
    let layer = problem.solved(with: LateralCoupling(poissonRatio: 0.15), from: columns)
    func force(_ solution: ContactSolution) -> Double {
      (0..<layout.count).reduce(0) { inside[$1] ? $0 + solution.pressure[$1] : $0 }
    }
    #expect(layer.converged)
    // The surface around is drawn down with the pressed rim, so the pocket's floor lies less deep.
    #expect(force(layer) < force(columns) * 1.2)
    #expect(force(layer) != force(columns))
  }

  @Test("the heel patch on a coupled layer stays close to its columns")
  func heelPatch() {
    let problem = HeelPatch.problem(thickness: 9.5, spacing: 3)
    let columns = problem.solved().pressure.max() ?? 0
    let layer = problem.solved(with: LateralCoupling(poissonRatio: 0.1)).pressure.max() ?? 0
    #expect(abs(layer / columns - 1) < 0.1)
  }
}
