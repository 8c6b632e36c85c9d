extension ContactProblem {
  /// Largest gap or penetration left by the layer model, relative to the deepest compression; of 10 mm, 10 nm.
  private static let coupledTolerance = 1e-6
  /// A node further than this above the insole by the column model is taken never to touch, mm.
  private static let reach = 2.0

  /// Settles and tilts the foot on an insole that spreads load sideways, as a real foam does at the rim of a pocket.
  ///
  /// Tissue stays a column, being calibrated as a structure; the insole answers as the exact elastic layer of its mean
  /// thickness and stiffness. Where thickness or stiffness differ from the mean, the layer's kernel is scaled before and
  /// after by the root of the local compliance over the mean one: energy is kept, a wide load meets exactly the
  /// local column, and neighbouring zones still feel each other. Where all is rigid it is the column model.
  ///
  /// - Parameters:
  ///   - coupling: Poisson's ratio and base of the insole.
  ///   - start: A solution of this or a neighbouring problem; the column model's is computed where there is none.
  public func solved(with coupling: LateralCoupling, from start: ContactSolution? = nil) -> ContactSolution {
    var nearest = start ?? solved()
    guard nearest.converged, force > 0, var box = touchingBox(nearest, within: Self.reach) else { return nearest }
    // Once in practice; again only where the layer lets the foot sink on nodes that the columns kept away.
    for _ in 0..<4 {
      guard let mean = meanInsole(in: box) else { return nearest }
      nearest = solved(with: coupling, mean, in: box, from: nearest)
      guard nearest.converged, let needed = touchingBox(nearest, within: 0) else { break }
      if box.columns.contains(needed.columns) && box.rows.contains(needed.rows) { break }
      box = (
        min(box.columns.lowerBound, needed.columns.lowerBound)..<max(box.columns.upperBound, needed.columns.upperBound),
        min(box.rows.lowerBound, needed.rows.lowerBound)..<max(box.rows.upperBound, needed.rows.upperBound)
      )
    }
    return nearest
  }

  /// Solves on a part of the grid, from a solution's pressure.
  private func solved(
    with coupling: LateralCoupling, _ mean: (thickness: Double, compliance: Double),
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
    var guess: [Double] = []
    guess.reserveCapacity(part.count)
    for row in box.rows {
      for column in box.columns {
        let node = layout.index(column, row)
        let series = self.column(node)
        let insole = series?.insole
        let compliance = (insole?.thickness ?? 0) > 0 ? (insole?.thickness ?? 0) / (insole?.modulus ?? 1) : 0
        solver.overclosure.append(series == nil ? -.infinity : overclosure[node] + top[node])
        solver.tissue.append(series?.tissue ?? TissueColumn(thickness: 1, stiffness: 1, exponent: 0))
        solver.scale.append((compliance / mean.compliance).squareRoot())
        guess.append(start.pressure[node])
      }
    }
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
        let depth =
          overclosure[node] + top[node] + solution.settling + solution.tiltX * arm.x + solution.tiltY * arm.y
        guard depth > -reach else { continue }
        low = (min(low.column, column), min(low.row, row))
        high = (max(high.column, column), max(high.row, row))
      }
    }
    guard low.column <= high.column else { return nil }
    return (low.column..<high.column + 1, low.row..<high.row + 1)
  }

  /// Mean thickness and column compliance of the compressible insole in a box; `nil` where all is rigid.
  private func meanInsole(
    in box: (columns: Range<Int>, rows: Range<Int>)
  ) -> (thickness: Double, compliance: Double)? {
    var count = 0.0
    var thickness = 0.0
    var compliance = 0.0
    for row in box.rows {
      for column in box.columns {
        guard let insole = self.column(layout.index(column, row))?.insole, insole.thickness > 0 else { continue }
        count += 1
        thickness += insole.thickness
        compliance += insole.thickness / insole.modulus
      }
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
        pressure[node] = result.pressure[part.index(column, row)]
      }
    }
    let (carried, center) = Calibration.resultant(layout, pressure)
    return ContactSolution(
      pressure: pressure, settling: result.motion[0], tiltX: result.motion[1], tiltY: result.motion[2],
      iterations: result.iterations, forceError: abs(carried / force - 1),
      momentError: (center - centerOfPressure).length, converged: result.converged, pole: centerOfPressure)
  }
}
