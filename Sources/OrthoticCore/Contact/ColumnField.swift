/// Columns side by side under a sole, as the search for balance asks them.
protocol ColumnField {
  /// Whether nothing can come into contact.
  var isEmpty: Bool { get }
  /// Radius of gyration of the columns about the centre of pressure, mm: tilts times this are mm.
  var lever: Double { get }
  /// Thickness of the thickest tissue, mm.
  var thickestTissue: Double { get }

  /// Highest overclosure at a tilt without settling, mm.
  func deepest(slope: Vector2) -> Double
  /// What the columns carry at a pose; they keep their states, which are the next call's guesses.
  mutating func sums(settling: Double, slope: Vector2) -> ColumnSums
  /// Pressure at each node at the pose last tried, kPa.
  func pressure(count: Int) -> [Double]
}

/// Sums over columns: pressures, their moments about the centre of pressure, and the derivatives of both, all before they
/// are multiplied by a column's area.
struct ColumnSums {
  /// Σ p, kPa.
  var force = 0.0
  /// Σ p·x and Σ p·y, kPa·mm.
  var moment = Vector2.zero
  /// Σ k, kPa/mm, for the derivative k of each pressure by the overclosure.
  var k00 = 0.0
  /// Σ k·x and Σ k·y.
  var k01 = 0.0
  var k02 = 0.0
  /// Σ k·x², Σ k·x·y and Σ k·y².
  var k11 = 0.0
  var k12 = 0.0
  var k22 = 0.0

  /// The same sums about another point.
  func about(_ center: Vector2) -> ColumnSums {
    var other = self
    other.moment = moment - center * force
    other.k01 = k01 - center.x * k00
    other.k02 = k02 - center.y * k00
    other.k11 = k11 - center.x * (2 * k01 - center.x * k00)
    other.k12 = k12 - center.x * k02 - center.y * k01 + center.x * center.y * k00
    other.k22 = k22 - center.y * (2 * k02 - center.y * k00)
    return other
  }
}

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
