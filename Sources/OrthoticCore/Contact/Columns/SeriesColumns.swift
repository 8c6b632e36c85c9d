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
    var column: SeriesColumn
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

  /// - Parameter lastStep: See `SeriesColumn.state`.
  init(_ problem: ContactProblem, lastStep: Double = SeriesColumn.lastStep) {
    self.lastStep = lastStep
    let center = problem.centerOfPressure
    guard center.x.isFinite, center.y.isFinite, problem.force.isFinite else { return }
    let columns = (0..<problem.layout.count).map { problem.column($0) }
    let nodes = columns.indices.filter { columns[$0] != nil }
    cells.reserveCapacity(nodes.count)
    var moments = 0.0
    for run in RayRuns(nodes, rays: problem.rays).runs {
      let start = cells.count
      for node in run.nodes {
        guard let series = columns[node] else { continue }
        let arm = problem.layout.position(node) - center
        var cell = Cell(
          node: node, x: arm.x, y: arm.y, share: problem.cellShare[node],
          overclosure: problem.overclosure[node] + problem.top[node], column: series)
        if let rays = problem.rays, run.rays != nil {
          cell.leverage = rays.leverage[node]
          cell.nextLeverage = rays.nextLeverage[node]
        }
        cells.append(cell)
        moments += arm.dot(arm)
        thickestTissue = max(thickestTissue, series.tissue.thickness)
      }
      runs.append((start..<cells.count, run.rays))
    }
    if !cells.isEmpty { lever = max((moments / Double(2 * cells.count)).squareRoot(), problem.layout.spacing) }
  }

  /// Takes states of the same columns, in the same order, as guesses.
  mutating func seed(_ states: [(state: SeriesColumn.State, tried: Double)]) {
    precondition(states.count == cells.count, "a state for each column")
    for index in cells.indices {
      cells[index].state = states[index].state
      cells[index].tried = states[index].tried
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
          cell.overclosure + pose.slope.x * cell.x + pose.slope.y * cell.y - lift * cell.leverage
            - next * cell.nextLeverage)
      }
    }
    return deepest
  }

  mutating func sums(_ pose: FootPose) -> ColumnSums {
    var total = ColumnSums()
    for run in runs {
      var sums = BlockSums()
      let (lift, next) = run.rays.map { (pose.lifts[$0], pose.lifts[$0 + 1]) } ?? (0, 0)
      for index in run.range {
        let x = cells[index].x
        let y = cells[index].y
        let overclosure =
          cells[index].overclosure + pose.settling + pose.slope.x * x + pose.slope.y * y
          - lift * cells[index].leverage - next * cells[index].nextLeverage
        // The strain is guessed along the last one's tangent.
        var start = cells[index].state
        start.tissueStrain += start.strainRate * (overclosure - cells[index].tried)
        let state = cells[index].column.state(at: overclosure, from: start, lastStep: lastStep)
        cells[index].state = state
        cells[index].tried = overclosure
        guard overclosure > 0 else { continue }
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
    return total
  }

  func pressure(count: Int) -> [Double] {
    var pressure = [Double](repeating: 0, count: count)
    for cell in cells { pressure[cell.node] = cell.state.pressure }
    return pressure
  }
}
