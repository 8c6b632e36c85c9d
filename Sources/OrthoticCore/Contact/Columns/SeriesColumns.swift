/// The columns of a problem, each solved to rounding.
struct SeriesColumns: ColumnField {
  /// One node that can come into contact.
  private struct Cell {
    var node: Int
    var x: Double
    var y: Double
    var overclosure: Double
    var column: SeriesColumn
    /// What the column did at the pose last tried.
    var state = SeriesColumn.State.open
    /// Overclosure at that pose, mm.
    var tried = 0.0
  }

  private var cells: [Cell] = []
  private(set) var lever = 1.0
  private(set) var thickestTissue = 1.0
  private let lastStep: Double

  /// - Parameter lastStep: See `SeriesColumn.state`.
  init(_ problem: ContactProblem, lastStep: Double = SeriesColumn.lastStep) {
    self.lastStep = lastStep
    let layout = problem.layout
    let center = problem.centerOfPressure
    guard center.x.isFinite, center.y.isFinite, problem.force.isFinite else { return }
    cells.reserveCapacity(layout.count)
    var moments = 0.0
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let node = layout.index(column, row)
        guard let series = problem.column(node) else { continue }
        let x = layout.x(column) - center.x
        let y = layout.y(row) - center.y
        cells.append(
          Cell(node: node, x: x, y: y, overclosure: problem.overclosure[node] + problem.top[node], column: series))
        moments += x * x + y * y
        thickestTissue = max(thickestTissue, series.tissue.thickness)
      }
    }
    if !cells.isEmpty { lever = max((moments / Double(2 * cells.count)).squareRoot(), layout.spacing) }
  }

  var isEmpty: Bool { cells.isEmpty }

  func deepest(slope: Vector2) -> Double {
    cells.reduce(-Double.infinity) { max($0, $1.overclosure + slope.x * $1.x + slope.y * $1.y) }
  }

  mutating func sums(settling: Double, slope: Vector2) -> ColumnSums {
    var sums = ColumnSums()
    for index in cells.indices {
      let x = cells[index].x
      let y = cells[index].y
      let overclosure = cells[index].overclosure + settling + slope.x * x + slope.y * y
      // The strain is guessed along the last one's tangent.
      let last = cells[index].state
      let guess = last.tissueStrain + last.strainRate * (overclosure - cells[index].tried)
      let state = cells[index].column.state(at: overclosure, guess: guess, lastStep: lastStep)
      cells[index].state = state
      cells[index].tried = overclosure
      guard overclosure > 0 else { continue }
      sums.force += state.pressure
      sums.moment.x += state.pressure * x
      sums.moment.y += state.pressure * y
      let kx = state.stiffness * x
      sums.k00 += state.stiffness
      sums.k01 += kx
      sums.k02 += state.stiffness * y
      sums.k11 += kx * x
      sums.k12 += kx * y
      sums.k22 += state.stiffness * y * y
    }
    return sums
  }

  func pressure(count: Int) -> [Double] {
    var pressure = [Double](repeating: 0, count: count)
    for cell in cells { pressure[cell.node] = cell.state.pressure }
    return pressure
  }
}
