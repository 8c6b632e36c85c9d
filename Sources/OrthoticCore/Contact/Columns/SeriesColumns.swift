/// The columns of a problem, each solved to rounding.
struct SeriesColumns: ColumnField {
  /// One node that can come into contact.
  private struct Cell {
    var node: Int
    var x: Double
    var y: Double
    /// Leverage of the two rays of the cell's run.
    var leverage = 0.0
    var nextLeverage = 0.0
    /// Area in cells.
    var share: Double
    var overclosure: Double
    var law: SeriesLaw
    /// What the column did at the pose last tried.
    var state = SeriesColumn.State.open
    /// Overclosure at that pose, mm.
    var tried = 0.0
  }

  private var cells: [Cell] = []
  private var runs: [(range: Range<Int>, rays: Int?)] = []
  private(set) var lever = 1.0
  private(set) var thickestTissue = 1.0
  private let lastStep: Double
  /// From the centre of pressure that places are counted from to the present one, mm.
  private var shift = Vector2.zero

  /// - Parameters:
  ///   - nodes: Nodes that can come into contact; `nil` finds them.
  ///   - lastStep: See `SeriesLaw.state`.
  init(_ problem: ContactProblem, nodes known: [Int]? = nil, lastStep: Double = SeriesLaw.lastStep) {
    self.lastStep = lastStep
    let center = problem.centerOfPressure
    guard center.x.isFinite, center.y.isFinite, problem.force.isFinite else { return }
    let layout = problem.layout
    let nodes = known ?? problem.contactNodes
    cells.reserveCapacity(nodes.count)
    var moments = 0.0
    for run in RayRuns(nodes, rays: problem.rays).runs {
      let start = cells.count
      for number in run.numbers {
        let node = nodes[number]
        guard let column = problem.possibleColumn(node) else { continue }
        let arm = layout.position(node) - center
        moments += arm.dot(arm)
        thickestTissue = max(thickestTissue, column.tissue.thickness)
        var cell = Cell(
          node: node, x: arm.x, y: arm.y, share: problem.cellShare[node],
          overclosure: problem.overclosure[node] + problem.top[node], law: column.law)
        if let rays = problem.rays, run.rays != nil {
          cell.leverage = rays.leverage[node]
          cell.nextLeverage = rays.nextLeverage[node]
        }
        cells.append(cell)
      }
      runs.append((start..<cells.count, run.rays))
    }
    if !cells.isEmpty { lever = max((moments / Double(2 * cells.count)).squareRoot(), layout.spacing) }
  }

  /// Makes the columns those of another instant on the same insole; their states stay as guesses.
  mutating func place(_ problem: ContactProblem, shift: Vector2) {
    self.shift = shift
    for index in cells.indices {
      let node = cells[index].node
      cells[index].overclosure = problem.overclosure[node] + problem.top[node]
    }
  }

  /// Takes the states of the same columns as guesses.
  mutating func seed(_ columns: VectorColumns) {
    columns.forEachState { number, state, tried in
      cells[number].state = state
      cells[number].tried = tried
    }
  }

  var isEmpty: Bool { cells.isEmpty }

  func deepest(_ pose: FootPose) -> Double {
    var deepest = -Double.infinity
    for run in runs {
      let (lift, next) = run.rays.map { (pose.lifts[$0], pose.lifts[$0 + 1]) } ?? (0, 0)
      for cell in cells[run.range] {
        deepest = max(
          deepest,
          cell.overclosure + pose.slope.x * (cell.x - shift.x) + pose.slope.y * (cell.y - shift.y) - lift
            * cell.leverage
            - next * cell.nextLeverage)
      }
    }
    return deepest
  }

  mutating func sums(_ pose: FootPose) -> ColumnSums {
    var total = ColumnSums()
    let settling = pose.settling - pose.slope.dot(shift)
    for run in runs {
      var sums = BlockSums()
      let (lift, next) = run.rays.map { (pose.lifts[$0], pose.lifts[$0 + 1]) } ?? (0, 0)
      for index in run.range {
        let x = cells[index].x
        let y = cells[index].y
        let overclosure =
          cells[index].overclosure + settling + pose.slope.x * x + pose.slope.y * y
          - lift * cells[index].leverage - next * cells[index].nextLeverage
        guard overclosure > 0 else {
          cells[index].state = .open
          cells[index].tried = overclosure
          continue
        }
        // The strain is guessed along the last one's tangent.
        var start = cells[index].state
        start.tissueStrain += start.strainRate * (overclosure - cells[index].tried)
        let state = cells[index].law.state(at: overclosure, from: start, lastStep: lastStep)
        cells[index].state = state
        cells[index].tried = overclosure
        let pressure = state.pressure * cells[index].share
        let k = state.stiffness * cells[index].share
        let (kx, ky) = (k * x, k * y)
        sums.load[0] += pressure
        sums.load[1] += pressure * x
        sums.load[2] += pressure * y
        sums.stiffness[0] += k
        sums.stiffness[1] += kx
        sums.stiffness[2] += kx * x
        sums.stiffness[3] += ky
        sums.stiffness[4] += kx * y
        sums.stiffness[5] += ky * y
        guard run.rays != nil else { continue }
        let (a, b) = (cells[index].leverage, cells[index].nextLeverage)
        sums.load[3] += pressure * a
        sums.load[4] += pressure * b
        sums.stiffness[6] += k * a
        sums.stiffness[7] += kx * a
        sums.stiffness[8] += ky * a
        sums.stiffness[9] += k * a * a
        sums.stiffness[10] += k * b
        sums.stiffness[11] += kx * b
        sums.stiffness[12] += ky * b
        sums.stiffness[13] += k * a * b
        sums.stiffness[14] += k * b * b
      }
      total.add(sums, rays: run.rays)
    }
    return total.about(shift)
  }

  func pressure(count: Int) -> [Double] {
    var pressure = [Double](repeating: 0, count: count)
    for cell in cells { pressure[cell.node] = cell.state.pressure }
    return pressure
  }
}
