/// A rigid body pressed on an elastic half-space or layer, without friction: the classic problem, on a grid.
package struct ElasticContact: Sendable {
  /// Where the nodes lie.
  package var layout: GridLayout
  /// Gap between the undeformed surfaces, mm, to any datum; infinite where there is no body.
  package var gap: [Double]
  /// The layers on which the body rests; several lie on one another with frictionless interfaces.
  package var layers: [ElasticLayer]
  /// Force to carry, N.
  package var force: Double
  /// Where the force acts on a body free to tilt, mm; `nil` keeps it upright.
  package var pole: Vector2?

  /// Creates a problem from its parts.
  package init(layout: GridLayout, gap: [Double], layers: [ElasticLayer], force: Double, pole: Vector2? = nil) {
    precondition(gap.count == layout.count, "one value per node")
    self.layout = layout
    self.gap = gap
    self.layers = layers
    self.force = force
    self.pole = pole
  }

  /// How far the surface sinks at each node under a pressure, kPa, wherever it comes from, mm.
  package func displacement(under pressure: [Double]) -> [Double] {
    precondition(pressure.count == layout.count, "one value per node")
    let convolution = LayerKernel(layers, spacing: layout.spacing)
      .convolution(columns: layout.columns, rows: layout.rows)
    var space = convolution.makeWorkspace()
    var sunk = pressure
    convolution.convolve(pressure, into: &sunk, &space)
    return sunk
  }

  /// The state in which the body rests.
  package struct Solution: Sendable {
    /// Pressure at each node, kPa.
    package var pressure: [Double]
    /// How far the body has sunk below first contact at the gap's datum, mm, at the pole.
    package var approach: Double
    /// Extra sinking per mm of x and of y from the pole.
    package var tilt: Vector2
    /// Iterations on the finest grid.
    package var iterations: Int
    /// Largest gap under pressure or penetration beside it, relative to the range of displacements.
    package var residual: Double
    /// Whether `residual` is within the tolerance asked for.
    package var converged: Bool
  }

  /// Coarser grids are solved to this only: their own discretisation is no better.
  private static let coarseTolerance = 1e-4
  /// A grid is not made coarser than this many nodes across.
  private static let coarsestWidth = 24
  /// A layer may bulge beside the contact by a few per cent of the approach (ν near 0.5): look that much further.
  private static let reachFactor = 1.15

  /// Solves on grids from coarse to fine, each only where contact is possible.
  ///
  /// A node whose gap exceeds the body's approach cannot touch, since a pressed surface sinks; so the transforms need only the
  /// smallest rectangle around the others, found on the coarser grid and checked on the finer one.
  package func solved(tolerance: Double = 1e-8) -> Solution {
    let grids = coarsened()
    let kernel = LayerKernel(layers, spacing: layout.spacing)
    var guess: Solution?
    for level in grids.indices.reversed() {
      let isFinest = level == 0
      let wanted = isFinest ? tolerance : max(tolerance, Self.coarseTolerance)
      var start = [Double](repeating: 1, count: grids[level].layout.count)
      if let found = guess { start = grids[level].refined(found.pressure, from: grids[level + 1].layout) }
      guess = grids[level].solvedInBox(from: start, reach: guess, kernel, tolerance: wanted)
    }
    return guess ?? failed()
  }

  private func failed() -> Solution {
    Solution(
      pressure: [Double](repeating: 0, count: layout.count), approach: 0, tilt: Vector2(0, 0), iterations: 0,
      residual: .infinity, converged: false)
  }

  /// This problem and its coarser versions, each of half the nodes each way.
  private func coarsened() -> [ElasticContact] {
    var grids = [self]
    while let finest = grids.last, min(finest.layout.columns, finest.layout.rows) >= 2 * Self.coarsestWidth {
      let old = finest.layout
      let new = GridLayout(
        origin: old.origin + Vector2(old.spacing / 2, old.spacing / 2), spacing: 2 * old.spacing,
        columns: (old.columns + 1) / 2, rows: (old.rows + 1) / 2)
      var gap = [Double](repeating: .infinity, count: new.count)
      for row in 0..<new.rows {
        for column in 0..<new.columns {
          var sum = 0.0
          var count = 0.0
          for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let (c, r) = (2 * column + dx, 2 * row + dy)
            guard c < old.columns, r < old.rows else { continue }
            let value = finest.gap[old.index(c, r)]
            if value.isFinite {
              sum += value
              count += 1
            }
          }
          if count > 0 { gap[new.index(column, row)] = sum / count }
        }
      }
      grids.append(ElasticContact(layout: new, gap: gap, layers: layers, force: force, pole: pole))
    }
    return grids
  }

  /// A coarser grid's pressure on this grid.
  private func refined(_ pressure: [Double], from coarse: GridLayout) -> [Double] {
    let grid = HeightGrid(layout: coarse, values: pressure)
    return (0..<layout.count).map { node in
      let position = layout.position(node)
      let inside = Vector2(
        min(max(position.x, coarse.origin.x), coarse.x(coarse.columns - 1)),
        min(max(position.y, coarse.origin.y), coarse.y(coarse.rows - 1)))
      return grid.interpolated(at: inside)
    }
  }

  /// Columns and rows that contain all nodes whose gap is below a body's approach, with a margin.
  private func box(reachedBy solution: Solution?, start: [Double]) -> (columns: Range<Int>, rows: Range<Int>)? {
    var low = (column: Int.max, row: Int.max)
    var high = (column: Int.min, row: Int.min)
    let pole = self.pole ?? Vector2(0, 0)
    let lowest = gap.reduce(.infinity) { min($0, $1) }
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let node = layout.index(column, row)
        guard gap[node].isFinite else { continue }
        if let solution {
          let arm = Vector2(layout.x(column), layout.y(row)) - pole
          let reach = solution.approach + solution.tilt.dot(arm)
          guard gap[node] < lowest + (reach - lowest) * Self.reachFactor || start[node] > 0 else { continue }
        }
        low = (min(low.column, column), min(low.row, row))
        high = (max(high.column, column), max(high.row, row))
      }
    }
    guard low.column <= high.column else { return nil }
    return (low.column..<high.column + 1, low.row..<high.row + 1)
  }

  private func solvedInBox(from start: [Double], reach: Solution?, _ kernel: LayerKernel, tolerance: Double)
    -> Solution
  {
    let kernel = kernel.resampled(spacing: layout.spacing)
    guard force > 0, force.isFinite else { return failed() }
    var reach = reach
    var start = start
    // Once in practice; again only where the coarser grid misjudged the approach.
    for _ in 0..<4 {
      guard let box = box(reachedBy: reach, start: start) else { return failed() }
      let solution = solved(in: box, from: start, kernel, tolerance: tolerance)
      guard solution.converged, reach != nil,
        let needed = self.box(reachedBy: solution, start: solution.pressure),
        !(box.columns.contains(needed.columns) && box.rows.contains(needed.rows))
      else { return solution }
      reach = solution
      start = solution.pressure
    }
    return solved(in: (0..<layout.columns, 0..<layout.rows), from: start, kernel, tolerance: tolerance)
  }

  private func solved(
    in box: (columns: Range<Int>, rows: Range<Int>), from start: [Double], _ kernel: LayerKernel, tolerance: Double
  ) -> Solution {
    let part = GridLayout(
      origin: Vector2(layout.x(box.columns.lowerBound), layout.y(box.rows.lowerBound)), spacing: layout.spacing,
      columns: box.columns.count, rows: box.rows.count)
    var overclosure: [Double] = []
    var guess: [Double] = []
    overclosure.reserveCapacity(part.count)
    guess.reserveCapacity(part.count)
    for row in box.rows {
      for column in box.columns {
        let node = layout.index(column, row)
        overclosure.append(gap[node].isFinite ? -gap[node] : -.infinity)
        guess.append(start[node])
      }
    }
    let solver = CoupledSolver(
      overclosure: overclosure, convolution: kernel.convolution(columns: part.columns, rows: part.rows),
      preconditioner: kernel.preconditioner(columns: part.columns, rows: part.rows),
      ownCompliance: kernel.response(0, 0),
      motions: pole.map { RigidMotions(layout: part, pole: $0) } ?? .settling,
      total: force * 1000 / layout.cellArea, tolerance: tolerance)
    let result = solver.solution(from: guess)
    var pressure = [Double](repeating: 0, count: layout.count)
    for row in 0..<part.rows {
      for column in 0..<part.columns {
        let node = layout.index(column + box.columns.lowerBound, row + box.rows.lowerBound)
        pressure[node] = result.pressure[part.index(column, row)]
      }
    }
    return Solution(
      pressure: pressure, approach: result.motion[0], tilt: Vector2(result.motion[1], result.motion[2]),
      iterations: result.iterations, residual: result.residual, converged: result.converged)
  }
}
