import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct ElasticContactTests {
  /// A square grid around the origin.
  static func layout(_ nodes: Int, width: Double) -> GridLayout {
    let spacing = width / Double(nodes)
    let first = -width / 2 + spacing / 2
    return GridLayout(origin: Vector2(first, first), spacing: spacing, columns: nodes, rows: nodes)
  }

  static func sphere(_ layout: GridLayout, radius: Double) -> [Double] {
    (0..<layout.count).map { layout.position($0).dot(layout.position($0)) / (2 * radius) }
  }

  /// A flat punch and the radius of the circle that its cells fill.
  static func punch(_ layout: GridLayout, radius: Double) -> (gap: [Double], radius: Double) {
    let gap = (0..<layout.count).map { layout.position($0).length < radius ? 0 : Double.infinity }
    let cells = Double(gap.count { $0 == 0 })
    return (gap, (cells * layout.cellArea / Double.pi).squareRoot())
  }

  @Test("Hertz: radius, peak and approach, the error falling with the grid")
  func hertz() {
    let modulus = 1000.0
    let reference = HertzSolution(force: 5, radius: 500, contactModulus: modulus)
    var errors: [Double] = []
    for nodes in [16, 32, 64] {
      let layout = Self.layout(nodes, width: 3 * reference.contactRadius)
      let solution = ElasticContact(
        layout: layout, gap: Self.sphere(layout, radius: 500),
        layers: [ElasticLayer(modulus: modulus, poissonRatio: 0)], force: 5
      ).solved()
      #expect(solution.converged)
      var squares = 0.0
      var norm = 0.0
      for node in 0..<layout.count {
        let exact = reference.pressure(atRadius: layout.position(node).length)
        squares += (solution.pressure[node] - exact) * (solution.pressure[node] - exact)
        norm += exact * exact
      }
      errors.append((squares / norm).squareRoot())
      if nodes == 64 {
        #expect(abs(solution.approach / reference.approach - 1) < 1e-3)
        #expect(abs((solution.pressure.max() ?? 0) / reference.peakPressure - 1) < 5e-3)
      }
    }
    #expect(errors[2] < 0.02)
    #expect(errors[1] < errors[0] && errors[2] < errors[1])
  }

  @Test("flat punch on a half-space and on bonded layers (Hayes): within 2 % at 48², falling as the spacing")
  func punches() {
    let modulus = 1000.0
    let coarse = Self.layout(24, width: 22)
    let fine = Self.layout(48, width: 22)
    for column in FlatPunch.hayes {
      for (ratio, factor) in zip(FlatPunch.thicknessRatios, column.factors) where ratio == 0.6 || ratio == 4 {
        let layer = ElasticLayer(modulus: modulus, poissonRatio: column.poissonRatio, thickness: 10 / ratio)
        let errors = [coarse, fine].map { layout in
          let (gap, radius) = Self.punch(layout, radius: 10)
          let solution = ElasticContact(layout: layout, gap: gap, layers: [layer], force: 100).solved()
          return 100_000 / (2 * radius * solution.approach * layer.contactModulus) / factor - 1
        }
        #expect(abs(errors[1]) < 0.02, "ν \(column.poissonRatio), a/h \(ratio): \(errors)")
        #expect(abs(errors[1]) < 0.65 * abs(errors[0]))
      }
    }
    let (gap, radius) = Self.punch(fine, radius: 10)
    let solution = ElasticContact(
      layout: fine, gap: gap, layers: [ElasticLayer(modulus: modulus, poissonRatio: 0)], force: 100
    ).solved()
    let force = FlatPunch.force(radius: radius, approach: solution.approach, contactModulus: modulus)
    #expect(abs(force / 100 - 1) < 0.01)
    let middle = solution.pressure[fine.index(24, 24)]
    #expect(abs(middle / FlatPunch.pressure(force: 100, radius: radius, atRadius: 0.3) - 1) < 0.02)
  }

  @Test("a sphere on a bonded layer: force and approach of the table, at the table's contact radius")
  func sphereOnLayer() {
    let layout = Self.layout(64, width: 24)
    for row in SphereOnLayer.rows {
      let layer = ElasticLayer(modulus: 1000, poissonRatio: 0.3, thickness: 10 / row.thicknessRatio)
      let hertz = HertzSolution.force(contactRadius: 10, radius: 1000, contactModulus: layer.contactModulus)
      let solution = ElasticContact(
        layout: layout, gap: Self.sphere(layout, radius: 1000), layers: [layer], force: hertz * row.force
      ).solved()
      let radius = (Double(solution.pressure.count { $0 > 0 }) * layout.cellArea / Double.pi).squareRoot()
      #expect(abs(radius / 10 - 1) < 0.01)
      #expect(abs(solution.approach * 1000 / 100 / row.approach - 1) < 0.005)
    }
  }

  @Test("no pull, no penetration, no pressure across a gap, and the force to rounding, over seeded rough bodies")
  func complementary() {
    var random = SplitMix64(seed: 11)
    for trial in 0..<(isOptimised ? 6 : 3) {
      let layout = Self.layout(32, width: 80)
      let gap = (0..<layout.count).map { node in
        layout.position(node).dot(layout.position(node)) / 200 + random.uniform(0...0.3)
      }
      let layer = ElasticLayer(
        modulus: random.uniform(200...2000), poissonRatio: random.uniform(0...0.48),
        thickness: trial % 3 == 0 ? .infinity : random.uniform(2...30))
      let force = random.uniform(20...400)
      let pole = trial % 2 == 0 ? nil : Vector2(random.uniform(-8...8), random.uniform(-8...8))
      let solution = ElasticContact(layout: layout, gap: gap, layers: [layer], force: force, pole: pole).solved()
      #expect(solution.converged, "trial \(trial)")
      #expect(solution.residual <= 1e-8)
      #expect(solution.pressure.allSatisfy { $0 >= 0 })
      let (carried, center) = Calibration.resultant(layout, solution.pressure)
      #expect(abs(carried / force - 1) < 1e-10)
      if let pole { #expect((center - pole).length < 1e-8) }
      // The displacement by the plain sum, for the gap everywhere.
      let kernel = LayerKernel([layer], spacing: layout.spacing)
      let convolution = kernel.convolution(columns: layout.columns, rows: layout.rows)
      var sunk = solution.pressure
      var space = convolution.makeWorkspace()
      convolution.convolve(solution.pressure, into: &sunk, &space)
      let range = sunk.max() ?? 0
      for node in 0..<layout.count {
        let arm = layout.position(node) - (pole ?? Vector2(0, 0))
        let opening = gap[node] + sunk[node] - solution.approach - solution.tilt.dot(arm)
        #expect(opening > -1e-7 * range)
        if solution.pressure[node] > 0 { #expect(abs(opening) < 1e-7 * range) }
      }
    }
  }

  @Test(
    "the foot on which four independent codes agree: area and peak to five digits at 256²",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func agreedFoot() {
    let reference = FootIndenter.agreed[0]
    let solution = FootIndenter.problem(nodes: reference.nodes).solved()
    let cells = Double(solution.pressure.count { $0 > 0 })
    let share = cells / Double(reference.nodes * reference.nodes)
    #expect(solution.converged)
    #expect(abs(share - reference.areaShare) < 5.1e-6)
    #expect(abs((solution.pressure.max() ?? 0) - reference.peak) < 5e-3)
  }

  @Test("a body without nodes, without force or pressed beside itself is answered, not trapped")
  func hopeless() {
    let layout = Self.layout(8, width: 8)
    let layers = [ElasticLayer(modulus: 1000, poissonRatio: 0.2, thickness: 5)]
    let nothing = [Double](repeating: .infinity, count: layout.count)
    let flat = [Double](repeating: 0, count: layout.count)
    let cases = [
      ElasticContact(layout: layout, gap: nothing, layers: layers, force: 1),
      ElasticContact(layout: layout, gap: flat, layers: layers, force: 0),
      ElasticContact(layout: layout, gap: flat, layers: layers, force: .infinity),
      ElasticContact(layout: layout, gap: flat, layers: layers, force: 1, pole: Vector2(100, 0)),
    ]
    for each in cases {
      let solution = each.solved()
      #expect(!solution.converged)
      #expect(solution.pressure.allSatisfy { $0.isFinite && $0 >= 0 })
    }
  }
}
