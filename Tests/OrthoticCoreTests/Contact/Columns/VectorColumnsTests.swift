import Testing

@testable import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct VectorColumnsTests {
  /// A ball of tissue on a foam, 13 × 11 nodes, so that the last lanes stay empty.
  private static func problem(densificationStrain: Double, hasRays: Bool, cover: Double) -> ContactProblem {
    let layout = GridLayout(origin: Vector2(-24, -20), spacing: 4, columns: 13, rows: 11)
    let count = layout.count
    let overclosure = (0..<count).map { node -> Double in
      let place = layout.position(node)
      return 2 - place.dot(place) / 120
    }
    var problem = ContactProblem(
      layout: layout, overclosure: overclosure, tissueThickness: [Double](repeating: 12, count: count),
      tissueStiffness: [Double](repeating: 40, count: count), tissueExponent: [Double](repeating: 4, count: count),
      top: [Double](repeating: 0, count: count), insoleThickness: [Double](repeating: 6, count: count),
      insoleModulus: [Double](repeating: 900, count: count), force: 120, centerOfPressure: Vector2(1.5, -2),
      densificationStrain: densificationStrain)
    problem.cover = InsoleColumn(thickness: cover, modulus: 150, densificationStrain: 0.6)
    problem.coverThickness = [Double](repeating: cover, count: count)
    for node in 0..<count { problem.cellShare[node] = node % 3 == 0 ? 0.6 : 1 }
    guard hasRays else { return problem }
    let places = (0..<count).map { layout.position($0) }
    let part = places.map { min(max($0.x / 12 + 2, 0), 4) }
    let first = part.map { min(Int($0), 3) }
    let reach = places.map { min(max($0.y / 20, 0), 1) }
    problem.rays = RaySprings(
      first: first, leverage: (0..<count).map { reach[$0] * (1 - part[$0] + Double(first[$0])) },
      nextLeverage: (0..<count).map { reach[$0] * (part[$0] - Double(first[$0])) }, springs: [15, 30, 25, 10, 8],
      ties: [5, 6, 4, 2])
    problem.rayLoads = [4, 8, 9, 3, 1]
    return problem
  }

  @Test(
    "they find the balance that double precision finds, from nothing and for a draw",
    arguments: [(Double.infinity, false, 0.0), (0.65, false, 0), (0.65, true, 0), (0.5, true, 3), (.infinity, true, 2)])
  func agreesWithDoublePrecision(densification: Double, hasRays: Bool, cover: Double) throws {
    var problem = Self.problem(densificationStrain: densification, hasRays: hasRays, cover: cover)
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
    problem.cover.modulus *= draw.insoleModulus
    problem.densificationStrain = problem.densificationStrain.map { draw.densificationStrain($0) }
    problem.cover.densificationStrain = draw.densificationStrain(problem.cover.densificationStrain)
    problem.centerOfPressure = problem.centerOfPressure + shift
    var solver = problem.roughSolver(columns)
    let varied = solver.solution(from: exact)
    let wanted = problem.solved()
    #expect(varied.converged && wanted.converged)
    #expect(zip(varied.pressure, wanted.pressure).allSatisfy { abs($0 - $1) < 1e-3 * highest })
    // The draw must have changed something for this to say anything.
    #expect(abs(wanted.settling - exact.settling) > 0.05)
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
