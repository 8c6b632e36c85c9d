import Testing

@testable import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct VectorColumnsTests {
  /// A ball of tissue on a foam, 13 × 11 nodes, so that the last lanes stay empty.
  private static func problem(densificationStrain: Double = .infinity) -> ContactProblem {
    let layout = GridLayout(origin: Vector2(-24, -20), spacing: 4, columns: 13, rows: 11)
    let count = layout.count
    let overclosure = (0..<count).map { node -> Double in
      let place = layout.position(node)
      return 2 - place.dot(place) / 120
    }
    return ContactProblem(
      layout: layout, overclosure: overclosure, tissueThickness: [Double](repeating: 12, count: count),
      tissueStiffness: [Double](repeating: 40, count: count), tissueExponent: [Double](repeating: 4, count: count),
      top: [Double](repeating: 0, count: count), insoleThickness: [Double](repeating: 6, count: count),
      insoleModulus: [Double](repeating: 900, count: count), force: 120, centerOfPressure: Vector2(1.5, -2),
      densificationStrain: densificationStrain)
  }

  @Test("they find the balance that double precision finds, from nothing and for a draw")
  func agreesWithDoublePrecision() throws {
    var problem = Self.problem()
    let exact = problem.solved()
    #expect(exact.converged)
    let rough = problem.roughlySolved(from: nil)
    #expect(rough.converged && abs(rough.settling - exact.settling) < 1e-3)
    let highest = exact.pressure.max() ?? 0
    #expect(highest > 50)
    #expect(zip(rough.pressure, exact.pressure).allSatisfy { abs($0 - $1) < 1e-3 * highest })

    let draw = try #require(SensitivityDraw.set(count: 8).last)
    var columns = try #require(VectorColumns(problem))
    let shift = Vector2(0.7, -0.4)
    columns.vary(draw, overclosure: { problem.overclosure[$0] }, shift: shift)
    problem.tissueThickness = problem.tissueThickness.map { $0 * draw.tissueThickness }
    problem.tissueStiffness = problem.tissueStiffness.map { $0 * draw.tissueStiffness }
    problem.insoleModulus = problem.insoleModulus.map { $0 * draw.insoleModulus }
    problem.centerOfPressure = problem.centerOfPressure + shift
    var solver = problem.roughSolver(columns)
    let varied = solver.solution(from: exact)
    let wanted = problem.solved()
    #expect(varied.converged && wanted.converged)
    #expect(zip(varied.pressure, wanted.pressure).allSatisfy { abs($0 - $1) < 1e-3 * highest })
    // The draw must have changed something for this to say anything.
    #expect(abs(wanted.settling - exact.settling) > 0.05)
  }

  @Test("a foam that densifies is left to double precision")
  func refusesFoamThatDensifies() {
    #expect(VectorColumns(Self.problem(densificationStrain: 0.8)) == nil)
    #expect(VectorColumns(Self.problem()) != nil)
  }

  @Test("the exponential of lanes is the library's to 6e-7")
  func exponential() {
    for step in 0..<4000 {
      let x = Float(step) * 0.012
      let found = Double(FloatLanes.exponentialLessOne(.init(repeating: x))[3])
      let wanted = expm1(Double(x))
      #expect(abs(found - wanted) <= 6e-7 * wanted + abs(wanted) * Double(x) * 6e-8, "\(x)")
    }
    #expect(FloatLanes.exponentialLessOne(.init(repeating: -5))[0] == 0)
  }
}
