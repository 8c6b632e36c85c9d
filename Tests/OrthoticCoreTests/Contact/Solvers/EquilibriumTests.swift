import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct EquilibriumTests {
  @Test("a paraboloid on linear columns: a = √(2Rδ), F = πRkδ²")
  func paraboloid() {
    var problem = HeelPatch.problem(thickness: 0, spacing: 0.5)
    problem.tissueStiffness = problem.tissueStiffness.map { _ in 900 }
    problem.tissueExponent = problem.tissueExponent.map { _ in 0 }
    let solution = problem.solved()
    // k = 900/18 kPa/mm; F = πRkδ²/1000.
    let depth = (560.0 * 1000 / (Double.pi * 70 * 50)).squareRoot()
    #expect(solution.converged)
    #expect(abs(solution.settling / depth - 1) < 1e-3)
    #expect(abs(solution.pressure.max() ?? 0) / (50 * depth) - 1 < 1e-3)
  }

  /// Radius, mm, of the pad for which an independent calculation of the patch is at hand.
  static let calculatedRadius = 36.0

  @Test("the heel patch lands within 1 % of an independent calculation")
  func heelPatch() {
    let cases: [(thickness: Double, conformity: Double, peak: Double)] = [
      (0, 0, 313), (6.3, 0, 244), (9.5, 0, 226), (12.7, 0, 214), (9.5, 0.5, 181), (9.5, 0.58, 174),
    ]
    for each in cases {
      let solution = HeelPatch.problem(
        thickness: each.thickness, conformity: each.conformity, padRadius: Self.calculatedRadius
      ).solved()
      let peak = solution.pressure.max() ?? 0
      #expect(solution.converged)
      #expect(abs(peak / each.peak - 1) < 0.01, "\(each): \(peak)")
      if each.thickness == 0 { #expect(abs(solution.settling - 10) < 0.1) }
    }
    // An exact copy of the sole presses evenly.
    let copied = HeelPatch.problem(thickness: 9.5, conformity: 1).solved().pressure.filter { $0 > 0 }
    #expect((copied.max() ?? 0) - (copied.min() ?? 0) < 1e-9)
  }

  @Test("the heel patch relieves what Goske reports, in each of nine cells, on a pad as large as Putti measured")
  func published() {
    #expect(abs(HeelPatch.padRadius - 33.38) < 0.01)
    let bare = HeelPatch.problem(thickness: 0).solved()
    let barefoot = bare.pressure.max() ?? 0
    #expect(abs(barefoot - 313) <= 77)
    #expect(abs(bare.settling - 10) < 0.1)
    for (conformity, reported) in [(0.0, -0.24), (1, -0.44)] {
      for thickness in [6.3, 9.5, 12.7] {
        let insole = HeelPatch.problem(thickness: thickness, conformity: conformity, underside: .flat).solved()
        let change = (insole.pressure.max() ?? 0) / barefoot - 1
        #expect(abs(change - reported) <= 0.06, "\(conformity), \(thickness) mm: \(change)")
      }
    }
  }

  @Test("the poron heel patch stays within 2 % when the column modulus of its Poisson's ratio is used")
  func columnModulus() {
    let modulus = Material(name: "foam", modulus: 0.4, poissonRatio: 0.1).columnModulus
    for (thickness, peak) in [(6.3, 244.0), (9.5, 226), (12.7, 214)] {
      let found =
        HeelPatch.problem(thickness: thickness, modulus: modulus, padRadius: Self.calculatedRadius)
        .solved().pressure.max() ?? 0
      #expect(abs(found / peak - 1) < 0.02)
    }
  }

  @Test("a hollow in an insole that conforms already is relieved, and the sole around it takes what it sheds")
  func hollow() {
    var problem = HeelPatch.problem(thickness: 6, modulus: 800, conformity: 0.9)
    let layout = problem.layout
    let even = problem.solved()
    for node in 0..<layout.count {
      problem.top[node] -= 2 * (1 - smoothStep(0.45, 1, layout.position(node).length / 18))
    }
    let hollowed = problem.solved()
    let middle = layout.index(layout.columns / 2, layout.rows / 2)
    #expect(hollowed.pressure[middle] < 0.8 * even.pressure[middle])
    for node in 0..<layout.count where even.pressure[node] > 0 && layout.position(node).length > 18 {
      #expect(hollowed.pressure[node] > even.pressure[node])
    }
    // The highest pressure has moved to the rim: a hollow of this size is no way to lower a heel that is pressed evenly.
    #expect(hollowed.pressure.max() ?? 0 > even.pressure.max() ?? 0)
  }

  @Test("force and centre of pressure are met to 1e-8 over seeded problems, and nothing is negative or missing")
  func balanced() {
    var random = SplitMix64(seed: 7)
    var steps = 0
    for trial in 0..<150 {
      let (problem, _) = Self.randomProblem(&random)
      let solution = problem.solved()
      #expect(solution.converged, "trial \(trial)")
      #expect(solution.pressure.allSatisfy { $0 >= 0 && $0.isFinite })
      let (force, center) = Calibration.resultant(problem.layout, solution.pressure)
      #expect(abs(force / problem.force - 1) < 1e-7)
      #expect((center - problem.centerOfPressure).length < 1e-5)
      steps = max(steps, solution.iterations)
    }
    #expect(steps <= 40)
  }

  @Test("a warm start gives the same answer in no more steps")
  func warmStart() {
    let problem = TestSole.problem()
    let cold = problem.solved()
    var moved = problem
    moved.force *= 1.02
    moved.centerOfPressure = problem.centerOfPressure + Vector2(0.5, 2)
    let warm = moved.solved(from: cold)
    let again = moved.solved()
    #expect(warm.converged && again.converged)
    #expect(warm.iterations <= again.iterations)
    #expect(zip(warm.pressure, again.pressure).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("what cannot be balanced ends, is finite and says so")
  func hopeless() {
    var outside = TestSole.problem()
    outside.centerOfPressure = Vector2(300, 500)
    var nothing = TestSole.problem()
    nothing.overclosure = nothing.overclosure.map { _ in -.infinity }
    var bare = TestSole.problem()
    bare.top = bare.top.map { _ in .nan }
    var lost = TestSole.problem()
    lost.centerOfPressure = Vector2(.nan, 0)
    var endless = TestSole.problem()
    endless.force = .infinity
    var negative = TestSole.problem()
    negative.force = -5
    for problem in [outside, nothing, bare, lost, endless, negative] {
      let solution = problem.solved()
      #expect(!solution.converged)
      #expect(solution.pressure.allSatisfy { $0.isFinite && $0 >= 0 })
      #expect(solution.settling.isFinite && solution.tiltX.isFinite && solution.tiltY.isFinite)
    }
    var idle = TestSole.problem()
    idle.force = 0
    #expect(idle.solved().converged)
    #expect(idle.solved().pressure.allSatisfy { $0 == 0 })
  }

  @Test("a single line of nodes balances a force on it and reports one beside it")
  func line() {
    var problem = TestSole.problem()
    let layout = problem.layout
    for node in 0..<layout.count where layout.position(node).x != 0 { problem.overclosure[node] = -.infinity }
    problem.centerOfPressure = Vector2(0, 110)
    #expect(problem.solved().converged)
    problem.centerOfPressure = Vector2(5, 110)
    let beside = problem.solved()
    #expect(!beside.converged)
    #expect(beside.pressure.allSatisfy { $0.isFinite })
  }

  @Test("a far-off datum changes nothing but the settling")
  func datum() {
    let problem = TestSole.problem()
    var raised = problem
    raised.top = problem.top.map { $0 - 5000 }
    let here = problem.solved()
    let there = raised.solved()
    #expect(there.converged)
    #expect(abs(there.settling - here.settling - 5000) < 1e-6)
    #expect(zip(here.pressure, there.pressure).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("a softer or thicker flat insole never raises the peak, and an infinitely stiff one is the floor")
  func monotone() {
    var problem = TestSole.problem()
    var last = problem.solved().pressure.max() ?? 0
    problem.insoleThickness = problem.top.map { _ in 6 }
    problem.insoleModulus = problem.top.map { _ in 1e12 }
    #expect(abs((problem.solved().pressure.max() ?? 0) / last - 1) < 1e-6)
    for modulus in [10000.0, 3000, 1000, 300, 100] {
      problem.insoleModulus = problem.top.map { _ in modulus }
      let peak = problem.solved().pressure.max() ?? 0
      #expect(peak < last)
      last = peak
    }
    for thickness in [8.0, 12, 20] {
      problem.insoleThickness = problem.top.map { _ in thickness }
      let peak = problem.solved().pressure.max() ?? 0
      #expect(peak < last)
      last = peak
    }
  }

  /// A seeded sole, tissue, insole and load whose centre of pressure lies inside the sole.
  static func randomProblem(_ random: inout SplitMix64) -> (ContactProblem, arch: Double) {
    let arch = random.uniform(0...25)
    var problem = TestSole.problem(spacing: 8, force: random.uniform(1...3000))
    problem.overclosure = TestSole.height(problem.layout, arch: arch).map { $0.isNaN ? -.infinity : -$0 }
    problem.centerOfPressure = Vector2(random.uniform(-20...20), random.uniform(40...200))
    let thickness = random.uniform(0...15)
    let modulus = random.uniform(50...5000)
    let slope = random.uniform(-0.2...0.2)
    problem.densificationStrain = random.uniform(0...1) < 0.3 ? random.uniform(0.6...1) : .infinity
    for node in 0..<problem.layout.count {
      problem.tissueThickness[node] = random.uniform(6...20)
      problem.tissueStiffness[node] = random.uniform(60...600)
      problem.tissueExponent[node] = random.uniform(0...5)
      problem.insoleThickness[node] = random.uniform(0...1) < 0.1 ? 0 : thickness
      problem.insoleModulus[node] = modulus * random.uniform(0.5...2)
      problem.top[node] = slope * problem.layout.position(node).y + random.uniform(0...3)
    }
    return (problem, arch)
  }
}
