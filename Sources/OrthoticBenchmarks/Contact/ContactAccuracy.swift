import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Our solvers on problems whose answer is known, on three grids: `OrthoticBenchmarks contact-accuracy`.
enum ContactAccuracy {
  static let group = BenchmarkGroup(name: "contact-accuracy") { _ in
    for row in rows() { row.judge() }
    ContactComplementarity.judge()
    judgeAgreed()
  }

  /// The foot on which four independent codes agree: area and peak to five digits.
  private static func judgeAgreed() {
    for reference in FootIndenter.agreed {
      let solution = FootIndenter.problem(nodes: reference.nodes).solved()
      let share = Double(solution.pressure.count { $0 > 0 }) / Double(reference.nodes * reference.nodes)
      let peak = solution.pressure.max() ?? 0
      BenchmarkReport.hold(
        abs(share - reference.areaShare) < 5.1e-6 && abs(peak / reference.peak - 1) < 1e-5,
        "foot \(reference.nodes)²: area \(BenchmarkReport.text(share, 6)) (four codes: \(reference.areaShare)), peak \(BenchmarkReport.text(peak, 3)) kPa (\(reference.peak)), residual \(BenchmarkReport.scientific(solution.residual)), \(solution.iterations) iterations"
      )
    }
  }

  /// Nodes across the grids, coarse to fine.
  static let nodes = [128, 256, 512]
  /// Largest error allowed on the finest grid.
  static let tolerance = 0.01

  /// One quantity of one problem.
  struct Row {
    let problem: String
    let quantity: String
    /// The known answer.
    let exact: Double
    /// Relative errors on the grids, coarse to fine.
    let errors: [Double]
    /// Power of the spacing with which the error falls by theory; 0 where it is exact on any grid.
    let order: Double
    /// Relative error that the known answer itself may have, where it was published rounded; 0 where it is exact.
    var rounding = 0.0

    /// Mean power of the spacing with which the error fell.
    var observedOrder: Double {
      let (first, last) = (abs(errors[0]), abs(errors[errors.count - 1]))
      guard first > 0, last > 0 else { return .infinity }
      return log2(first / last) / Double(errors.count - 1)
    }

    /// Whether the error is within 1 % on the finest grid and falls at least nearly as promised.
    ///
    /// An error at the level of the reference's own digits, or of the solver's tolerance, need not fall further.
    var isSound: Bool {
      let last = abs(errors[errors.count - 1])
      return last <= tolerance && (last <= max(5e-4, rounding) || observedOrder >= 0.75 * order)
    }

    /// The rate at which the error falls, in words.
    var fall: String {
      let last = abs(errors[errors.count - 1])
      if rounding > 0, last <= rounding {
        return
          "within the reference's own digits (±\(BenchmarkReport.percent(rounding, 2).dropFirst())), so it need not fall"
      }
      return
        "falls with spacing to the \(BenchmarkReport.text(observedOrder, 2)) (promised \(BenchmarkReport.text(order, 0)))"
    }

    func judge() {
      let shown = zip(nodes, errors).map { "\($0)²: \(BenchmarkReport.percent($1, 4))" }.joined(separator: ", ")
      BenchmarkReport.hold(
        isSound,
        "\(problem), \(quantity) \(BenchmarkReport.text(exact, 4)): error \(shown); \(fall)"
      )
    }
  }

  /// All rows of the table.
  static func rows() -> [Row] { hertz() + punch() + love() + sphereOnColumns() + hayes() + sphereOnLayer() }

  static func square(_ nodes: Int, width: Double) -> GridLayout {
    let spacing = width / Double(nodes)
    let first = -width / 2 + spacing / 2
    return GridLayout(origin: Vector2(first, first), spacing: spacing, columns: nodes, rows: nodes)
  }

  private static func sphere(_ layout: GridLayout, radius: Double) -> [Double] {
    (0..<layout.count).map { layout.position($0).dot(layout.position($0)) / (2 * radius) }
  }

  /// Radius of the circle as large as the nodes under pressure.
  private static func radius(_ layout: GridLayout, _ pressure: [Double]) -> Double {
    (Double(pressure.count { $0 > 0 }) * layout.cellArea / Double.pi).squareRoot()
  }

  private static func hertz() -> [Row] {
    let exact = HertzSolution(force: 5, radius: 500, contactModulus: 1000)
    var errors = [[Double]](repeating: [], count: 4)
    for count in nodes {
      let layout = square(count, width: 3 * exact.contactRadius)
      let solution = ElasticContact(
        layout: layout, gap: sphere(layout, radius: 500), layers: [ElasticLayer(modulus: 1000, poissonRatio: 0)],
        force: 5
      ).solved()
      var squares = 0.0
      var norm = 0.0
      for node in 0..<layout.count {
        let wanted = exact.pressure(atRadius: layout.position(node).length)
        squares += (solution.pressure[node] - wanted) * (solution.pressure[node] - wanted)
        norm += wanted * wanted
      }
      errors[0].append(radius(layout, solution.pressure) / exact.contactRadius - 1)
      errors[1].append((solution.pressure.max() ?? 0) / exact.peakPressure - 1)
      errors[2].append(solution.approach / exact.approach - 1)
      errors[3].append((squares / norm).squareRoot())
    }
    let name = "Hertz sphere"
    return [
      Row(problem: name, quantity: "contact radius mm", exact: exact.contactRadius, errors: errors[0], order: 1),
      Row(problem: name, quantity: "peak kPa", exact: exact.peakPressure, errors: errors[1], order: 1),
      Row(problem: name, quantity: "approach mm", exact: exact.approach, errors: errors[2], order: 1),
      Row(problem: name, quantity: "whole field (RMS)", exact: 0, errors: errors[3], order: 1),
    ]
  }

  /// A punch of 10 mm and the radius of the circle that its nodes fill.
  private static func punch(on layer: ElasticLayer, _ count: Int) -> (approach: Double, radius: Double, middle: Double)
  {
    let layout = square(count, width: 22)
    let gap = (0..<layout.count).map { layout.position($0).length < 10 ? 0 : Double.infinity }
    let solution = ElasticContact(layout: layout, gap: gap, layers: [layer], force: 100).solved()
    let cells = Double(gap.count { $0 == 0 })
    let radius = (cells * layout.cellArea / Double.pi).squareRoot()
    return (solution.approach, radius, solution.pressure[layout.index(count / 2, count / 2)])
  }

  private static func punch() -> [Row] {
    var force: [Double] = []
    var middle: [Double] = []
    for count in nodes {
      let found = punch(on: ElasticLayer(modulus: 1000, poissonRatio: 0), count)
      force.append(
        FlatPunch.force(radius: found.radius, approach: found.approach, contactModulus: 1000) / 100 - 1)
      let place = 11.0 / Double(count) * 2.0.squareRoot()
      middle.append(found.middle / FlatPunch.pressure(force: 100, radius: found.radius, atRadius: place) - 1)
    }
    return [
      Row(problem: "flat punch", quantity: "force N at its approach", exact: 100, errors: force, order: 1),
      Row(
        problem: "flat punch", quantity: "pressure kPa in the middle",
        exact: FlatPunch.pressure(force: 100, radius: 10, atRadius: 0), errors: middle, order: 1),
    ]
  }

  private static func hayes() -> [Row] {
    FlatPunch.hayes.flatMap { column in
      zip(FlatPunch.thicknessRatios, column.factors).map { ratio, factor in
        let layer = ElasticLayer(modulus: 1000, poissonRatio: column.poissonRatio, thickness: 10 / ratio)
        let errors = nodes.map { count in
          let found = punch(on: layer, count)
          return 100_000 / (2 * found.radius * found.approach * layer.contactModulus) / factor - 1
        }
        return Row(
          problem: "punch on a bonded layer (Hayes), ν \(column.poissonRatio), a/h \(ratio)", quantity: "κ",
          exact: factor,
          errors: errors, order: 1)
      }
    }
  }

  private static func love() -> [Row] {
    // A square of 20 mm in a field of 40; an odd count puts a node in its middle.
    var middle: [Double] = []
    var worst: [Double] = []
    let exact = LoveSolution.displacement(atX: 0, y: 0, side: 20, contactModulus: 1000) * 100
    for count in nodes {
      let spacing = 20.0 / Double(count / 2 + 1)
      let reach = Double(count) / 2
      let layout = GridLayout(
        origin: Vector2(-reach * spacing, -reach * spacing), spacing: spacing, columns: count + 1, rows: count + 1)
      let isOdd = (count / 2 + 1) % 2 == 1
      let shift = isOdd ? 0 : spacing / 2
      let pressure = (0..<layout.count).map { node in
        let place = layout.position(node)
        return abs(place.x - shift) < 10 && abs(place.y - shift) < 10 ? 100.0 : 0
      }
      let sunk = ElasticContact(
        layout: layout, gap: pressure.map { _ in 0 }, layers: [ElasticLayer(modulus: 1000, poissonRatio: 0)], force: 1
      ).displacement(under: pressure)
      var largest = 0.0
      for node in 0..<layout.count {
        let place = layout.position(node)
        let wanted =
          100
          * LoveSolution.displacement(atX: place.x - shift, y: place.y - shift, side: 20, contactModulus: 1000)
        largest = max(largest, abs(sunk[node] / wanted - 1))
      }
      worst.append(largest)
      middle.append((sunk.max() ?? 0) / (1.1222 * 20 * 100 / 1000) - 1)
    }
    return [
      Row(problem: "Love patch", quantity: "middle mm, 1.1222·s·p/E*", exact: exact, errors: middle, order: 0),
      Row(problem: "Love patch", quantity: "worst node against the closed form", exact: 0, errors: worst, order: 0),
    ]
  }

  private static func sphereOnColumns() -> [Row] {
    // k = K0/h = 25 kPa/mm, R 70 mm.
    let approach = 3.0
    let force = SphereOnColumns.force(radius: 70, stiffness: 25, approach: approach)
    let exactRadius = SphereOnColumns.contactRadius(radius: 70, approach: approach)
    var sunk: [Double] = []
    var radii: [Double] = []
    for count in nodes {
      let layout = square(count, width: 2.4 * exactRadius)
      let problem = ContactProblem(
        layout: layout, overclosure: sphere(layout, radius: 70).map { -$0 },
        tissue: TissueField(TissueColumn(thickness: 12, stiffness: 300, exponent: 0), count: layout.count),
        force: force,
        centerOfPressure: Vector2(0, 0))
      let solution = problem.solved()
      sunk.append(solution.settling / approach - 1)
      radii.append(radius(layout, solution.pressure) / exactRadius - 1)
    }
    return [
      Row(problem: "sphere on columns", quantity: "approach mm", exact: approach, errors: sunk, order: 1),
      Row(problem: "sphere on columns", quantity: "contact radius mm", exact: exactRadius, errors: radii, order: 1),
    ]
  }

  private static func sphereOnLayer() -> [Row] {
    SphereOnLayer.rows.flatMap { row in
      let layer = ElasticLayer(modulus: 1000, poissonRatio: 0.3, thickness: 10 / row.thicknessRatio)
      let hertz = HertzSolution.force(contactRadius: 10, radius: 1000, contactModulus: layer.contactModulus)
      var radii: [Double] = []
      var approaches: [Double] = []
      for count in nodes {
        let layout = square(count, width: 24)
        let solution = ElasticContact(
          layout: layout, gap: sphere(layout, radius: 1000), layers: [layer], force: hertz * row.force
        ).solved()
        radii.append(radius(layout, solution.pressure) / 10 - 1)
        approaches.append(solution.approach * 10 / row.approach - 1)
      }
      let name = "sphere on a bonded layer, ν 0.3, a/h \(row.thicknessRatio)"
      return [
        // The force grows at least with the square of the radius, so the radius has half of its rounding at most.
        Row(
          problem: name, quantity: "contact radius mm at its force", exact: 10, errors: radii, order: 1,
          rounding: 0.5 * SphereOnLayer.rounding / row.force),
        Row(
          problem: name, quantity: "δR/a²", exact: row.approach, errors: approaches, order: 1,
          rounding: SphereOnLayer.rounding / row.approach),
      ]
    }
  }
}
