import OrthoticCore

/// The conditions of contact, checked on answers: p ≥ 0, gap ≥ 0, p·gap = 0, force and moments.
enum ContactComplementarity {
  /// What counts as rounding, against the peaks of pressure and gap.
  static let roundingError = 1e-12
  /// Largest error of force and moments allowed.
  static let balanceTolerance = 1e-8

  /// One check and what was measured.
  typealias Check = (isSound: Bool, text: String)

  static func judge() {
    for check in checks() { BenchmarkReport.hold(check.isSound, check.text) }
  }

  static func checks() -> [Check] {
    var list = checks(
      "foot on a half-space, 512², to 1e-8", FootIndenter.problem(nodes: 512), tolerance: 1e-8, bound: 1e-7)
    list += checks(
      "foot on a half-space, 256², to rounding", FootIndenter.problem(nodes: 256), tolerance: roundingError,
      bound: roundingError)
    for pole in [Vector2(0, 0), Vector2(3, -4)] {
      let layout = ContactAccuracy.square(128, width: 80)
      let gap = (0..<layout.count).map { node in
        let place = layout.position(node)
        let (column, row) = (node % 128, node / 128)
        return place.dot(place) / 200 + 0.01 * Double((column * column * 7 + row * row * 5 + column * row * 3) % 23)
      }
      let problem = ElasticContact(
        layout: layout, gap: gap, layers: [ElasticLayer(modulus: 800, poissonRatio: 0.3, thickness: 8)], force: 120,
        pole: pole)
      list += checks(
        "rough sphere free to tilt, pressed at (\(pole.x), \(pole.y)), to rounding", problem, tolerance: 1e-13,
        bound: roundingError)
    }
    return list + [columns()]
  }

  private static func checks(
    _ name: String, _ problem: ElasticContact, tolerance: Double, bound: Double
  ) -> [Check] {
    let solution = problem.solved(tolerance: tolerance)
    let sunk = problem.displacement(under: solution.pressure)
    let range = (sunk.max() ?? 0) - (sunk.min() ?? 0)
    let pole = problem.pole ?? Vector2(0, 0)
    var lowestPressure = 0.0
    var penetration = 0.0
    var product = 0.0
    var sum = 0.0
    var moment = Vector2(0, 0)
    let peak = solution.pressure.max() ?? 1
    for node in 0..<problem.layout.count where problem.gap[node].isFinite {
      let arm = problem.layout.position(node) - pole
      let opening = problem.gap[node] + sunk[node] - solution.approach - solution.tilt.dot(arm)
      let pressure = solution.pressure[node]
      lowestPressure = min(lowestPressure, pressure)
      penetration = max(penetration, -opening / range)
      product = max(product, abs(pressure / peak * opening / range))
      sum += pressure
      moment = moment + arm * pressure
    }
    let carried = sum * problem.layout.cellArea / 1000
    let force = abs(carried / problem.force - 1)
    var list: [Check] = []
    list.append(
      (
        solution.converged && lowestPressure >= 0 && penetration <= bound && product <= bound,
        "\(name): p ≥ 0, gap ≥ \(BenchmarkReport.scientific(-penetration)), |p·gap| ≤ \(BenchmarkReport.scientific(product)) of the peaks, \(solution.iterations) iterations"
      ))
    list.append((force <= balanceTolerance, "\(name): force to \(BenchmarkReport.scientific(force))"))
    if problem.pole != nil {
      let error = moment.length * problem.layout.cellArea / 1000 / (problem.force * 80)
      list.append(
        (error <= balanceTolerance, "\(name): moments to \(BenchmarkReport.scientific(error)) of force × width"))
    }
    return list
  }

  /// The column model: its pressure follows from the overclosure, so only the balance can be wrong.
  private static func columns() -> Check {
    let problem = HeelPatch.problem(thickness: 9.5, spacing: 0.25)
    let solution = problem.solved()
    return (
      solution.converged && solution.forceError <= balanceTolerance && solution.momentError <= balanceTolerance * 72
        && solution.pressure.allSatisfy { $0 >= 0 },
      "columns, heel patch: force to \(BenchmarkReport.scientific(solution.forceError)), centre of pressure to \(BenchmarkReport.scientific(solution.momentError)) mm, \(solution.iterations) Newton steps"
    )
  }
}
