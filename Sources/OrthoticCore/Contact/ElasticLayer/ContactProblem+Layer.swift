extension ContactProblem {
  /// Largest gap or penetration left by the layer model, relative to the deepest compression; of 10 mm, 10 nm.
  private static let coupledTolerance = 1e-6
  /// Change of the pressure, relative to its highest, at which the foams' secants are settled.
  private static let secantTolerance = 1e-4
  private static let largestSecantCount = 16
  /// A node further than this above the insole by the column model is taken never to touch, mm.
  private static let reach = 2.0

  /// Settles and tilts the foot on an insole that spreads load sideways, as a real foam does at the rim of a pocket.
  ///
  /// Tissue stays a column, being calibrated as a structure; the insole answers as the exact elastic layer of its mean
  /// thickness and stiffness. Where thickness or stiffness differ from the mean, the layer's kernel is scaled before and
  /// after by the root of the local compliance over the mean one: energy is kept, a wide load meets exactly the
  /// local column, and neighbouring zones still feel each other. A foam that densifies is taken at its secant under the
  /// pressure found, again until that no longer changes. Where all is rigid it is the column model.
  ///
  /// - Parameters:
  ///   - coupling: Poisson's ratio and base of the insole.
  ///   - start: A solution of this or a neighbouring problem; the column model's is computed where there is none.
  package func solved(with coupling: LateralCoupling, from start: ContactSolution? = nil) -> ContactSolution {
    var nearest = start ?? solved()
    guard nearest.converged, force > 0, var box = touchingBox(nearest, within: Self.reach) else { return nearest }
    for _ in 0..<Self.largestSecantCount {
      let compliances = secantCompliances(under: nearest.pressure, in: box)
      guard let mean = meanInsole(compliances, in: box) else { return nearest }
      let before = nearest.pressure
      nearest = solved(with: coupling, mean, compliances, in: box, from: nearest)
      guard nearest.converged, let needed = touchingBox(nearest, within: 0) else { break }
      if !(box.columns.contains(needed.columns) && box.rows.contains(needed.rows)) {
        // The layer lets the foot sink on nodes that the columns kept away.
        box = (
          min(
            box.columns.lowerBound, needed.columns.lowerBound)..<max(
              box.columns.upperBound, needed.columns.upperBound),
          min(box.rows.lowerBound, needed.rows.lowerBound)..<max(box.rows.upperBound, needed.rows.upperBound)
        )
        continue
      }
      guard densificationStrain.contains(where: \.isFinite) || cover.thickness > 0 else { break }
      let highest = nearest.pressure.max() ?? 0
      let change = zip(before, nearest.pressure).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if change <= Self.secantTolerance * highest { break }
    }
    return nearest
  }

  /// Solves on a part of the grid, from a solution's pressure.
  private func solved(
    with coupling: LateralCoupling, _ mean: (thickness: Double, compliance: Double), _ compliances: [Double],
    in box: (columns: Range<Int>, rows: Range<Int>), from start: ContactSolution
  ) -> ContactSolution {
    let part = GridLayout(
      origin: Vector2(layout.x(box.columns.lowerBound), layout.y(box.rows.lowerBound)), spacing: layout.spacing,
      columns: box.columns.count, rows: box.rows.count)
    let ratio = min(max(coupling.poissonRatio, 0), Material.largestPoissonRatio)
    var layer = ElasticLayer(modulus: 1, poissonRatio: ratio, thickness: mean.thickness, base: coupling.base)
    // The modulus that gives the layer's long waves the mean column.
    layer.modulus = layer.columnCompliance / mean.compliance
    let kernel = LayerKernel([layer], spacing: layout.spacing)
    var solver = CoupledSolver(
      overclosure: [], convolution: kernel.convolution(columns: part.columns, rows: part.rows), preconditioner: nil,
      ownCompliance: kernel.response(0, 0), motions: RigidMotions(layout: part, pole: centerOfPressure),
      total: force * 1000 / layout.cellArea, tolerance: Self.coupledTolerance)
    solver.reserve(part.count)
    let nodes = Self.nodes(of: box, layout)
    let rest = rays.map { $0.lifts(under: rayLoads) } ?? []
    var guess: [Double] = []
    guess.reserveCapacity(part.count)
    for (index, node) in nodes.enumerated() {
      let series = self.column(node)
      let share = cellShare[node]
      // The rays' loads at rest leave them where they are.
      let lifted = rays.map { $0.drop(node, rest) } ?? 0
      solver.overclosure.append(series == nil ? -.infinity : overclosure[node] + top[node] + lifted)
      // The unknowns are loads per cell: where a node has less than a cell, its tissue is that much softer to them.
      let tissue = series?.tissue ?? TissueColumn(thickness: 1, stiffness: 1, exponent: 0)
      solver.tissue.append(
        TissueColumn(
          thickness: tissue.thickness, stiffness: tissue.stiffness * max(share, .leastNormalMagnitude),
          exponent: tissue.exponent))
      solver.scale.append((compliances[index] / mean.compliance).squareRoot())
      guess.append(start.pressure[node] * share)
    }
    if let rays { solver.rays = (rays.part(nodes), layout.cellArea / 1000) }
    let result = solver.solution(from: guess)
    return solution(result, in: box, part)
  }

  /// Columns and rows around all nodes that a solution brings within a distance of the insole.
  private func touchingBox(
    _ solution: ContactSolution, within reach: Double
  ) -> (columns: Range<Int>, rows: Range<Int>)? {
    var low = (column: Int.max, row: Int.max)
    var high = (column: Int.min, row: Int.min)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let node = layout.index(column, row)
        let arm = Vector2(layout.x(column), layout.y(row)) - solution.pole
        let lifted = rays.map { solution.rayLifts.isEmpty ? 0 : $0.drop(node, solution.rayLifts) } ?? 0
        let depth =
          overclosure[node] + top[node] + solution.settling + solution.tiltX * arm.x + solution.tiltY * arm.y - lifted
        guard depth > -reach else { continue }
        low = (min(low.column, column), min(low.row, row))
        high = (max(high.column, column), max(high.row, row))
      }
    }
    guard low.column <= high.column else { return nil }
    return (low.column..<high.column + 1, low.row..<high.row + 1)
  }

  private static func nodes(of box: (columns: Range<Int>, rows: Range<Int>), _ layout: GridLayout) -> [Int] {
    box.rows.flatMap { row in box.columns.map { layout.index($0, row) } }
  }

  /// Compression of insole and cover over the pressure, mm/kPa, at each node of a box; 0 where all is rigid.
  private func secantCompliances(
    under pressure: [Double], in box: (columns: Range<Int>, rows: Range<Int>)
  ) -> [Double] {
    Self.nodes(of: box, layout).map { node in
      guard let column = column(node) else { return 0 }
      // An untouched column is as soft as under a breath of pressure.
      let pressure = max(pressure[node], 1e-6)
      return
        (column.insole.thickness * column.insole.strain(atPressure: pressure)
        + column.cover.thickness * column.cover.strain(atPressure: pressure)) / pressure
    }
  }

  /// Mean thickness and compliance of the compressible insole in a box; `nil` where all is rigid.
  private func meanInsole(
    _ compliances: [Double], in box: (columns: Range<Int>, rows: Range<Int>)
  ) -> (thickness: Double, compliance: Double)? {
    var count = 0.0
    var thickness = 0.0
    var compliance = 0.0
    for (index, node) in Self.nodes(of: box, layout).enumerated() where compliances[index] > 0 {
      guard let column = column(node) else { continue }
      count += 1
      thickness += column.insole.thickness + column.cover.thickness
      compliance += compliances[index]
    }
    return count > 0 && thickness > 0 && compliance > 0 ? (thickness / count, compliance / count) : nil
  }

  private func solution(
    _ result: CoupledSolver.Result, in box: (columns: Range<Int>, rows: Range<Int>), _ part: GridLayout
  ) -> ContactSolution {
    var pressure = [Double](repeating: 0, count: layout.count)
    for row in 0..<part.rows {
      for column in 0..<part.columns {
        let node = layout.index(column + box.columns.lowerBound, row + box.rows.lowerBound)
        let share = cellShare[node]
        pressure[node] = share > 0 ? result.pressure[part.index(column, row)] / share : 0
      }
    }
    let (carried, center) = resultant(pressure)
    let lifts = rays.map { rays in
      rays.lifts(
        under: zip(rays.loads(of: pressure, shares: cellShare, cellArea: layout.cellArea), rayLoads).map { $0 - $1 })
    }
    return ContactSolution(
      pressure: pressure, settling: result.motion[0], tiltX: result.motion[1], tiltY: result.motion[2],
      iterations: result.iterations, forceError: abs(carried / force - 1),
      momentError: (center - centerOfPressure).length, converged: result.converged, pole: centerOfPressure,
      rayLifts: lifts ?? [])
  }
}
