#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a peak is the mean over: a square as large as a sensor, and at least one square centimetre.
///
/// A single value of a fine grid and a value of a coarse sensor cannot be compared: the sensor has averaged. A peak is
/// therefore the highest reading that a square sensor of one area could give, slid over a part of the sole, along and across
/// the foot, from the pressure of that part alone: Σ pressure · (area of part and square together) / area of the square.
/// Cells that the square or the part's border cuts count by their share, so that the value hardly depends on the grid. In a part
/// too narrow for the square the mean is over as much of it as the square can hold, down to `leastCover`. Before and after,
/// predicted and measured are compared over the same area.
public struct AreaPeak: Equatable, Sendable {
  /// The least area, mm²: pressures over less are not what an ulcer's or a pad's size answers to.
  public static let least = 100.0

  /// Share of the square that a part must fill at least; in a smaller one the rest counts as unloaded.
  static let leastCover = 0.5

  /// Area of the square, mm².
  public let area: Double

  /// The area for sensors of a size, mm²; 0 where nothing was measured.
  public init(sensorArea: Double) { area = max(sensorArea.isFinite ? sensorArea : 0, Self.least) }

  /// Side of the square, mm.
  public var side: Double { area.squareRoot() }

  /// Which cells the square covers along one axis, and how much of each, its middle `offset` cells from a cell's middle.
  ///
  /// A square narrower than a cell is taken as wide as the cell: nothing is known within it.
  private func cover(cell: Double, offset: Double) -> (first: Int, shares: [Double]) {
    let half = max(side / cell / 2, 0.5)
    let (low, high) = (offset - half, offset + half)
    let first = Int((low + 0.5).rounded(.down))
    let last = max(Int((high - 0.5).rounded(.up)), first)
    let shares = (first...last).map { max(min(high, Double($0) + 0.5) - max(low, Double($0) - 0.5), 0) }
    return (first, shares)
  }

  /// The highest mean of a rectangle of cells, with the place of the square's middle counted in cells.
  ///
  /// - Parameters:
  ///   - values: Pressure times the share of the cell that counts, row by row.
  ///   - columns: Cells of a row.
  ///   - cell: Width and length of a cell, mm.
  ///   - betweenCells: Whether the square is also set between the cells, for cells that are large against it.
  func highest(
    of values: [Double], columns: Int, cell: Vector2, betweenCells: Bool
  ) -> (value: Double, column: Double, row: Double) {
    var best = (value: 0.0, column: 0.0, row: 0.0)
    guard columns > 0, values.contains(where: { $0 > 0 }) else { return best }
    for down in betweenCells ? [0, 0.5] : [0] {
      for across in betweenCells ? [0, 0.5] : [0] {
        let found = highest(
          of: values, columns: columns, across: cover(cell: cell.x, offset: across),
          along: cover(cell: cell.y, offset: down))
        if found.value > best.value {
          best = (found.value, Double(found.index % columns) + across, Double(found.index / columns) + down)
        }
      }
    }
    return best
  }

  private func highest(
    of values: [Double], columns: Int, across: (first: Int, shares: [Double]), along: (first: Int, shares: [Double])
  ) -> (value: Double, index: Int) {
    let rows = values.count / columns
    // A margin of nothing, so that the square may hang over.
    let (left, low) = (max(-across.first, 0), max(-along.first, 0))
    let width = columns + left + across.shares.count
    let height = rows + low + along.shares.count
    var padded = [Double](repeating: 0, count: width)
    var sums = [Double](repeating: 0, count: columns * height)
    for row in 0..<rows {
      for column in 0..<columns { padded[column + left] = values[row * columns + column] }
      let start = (row + low) * columns
      for (tap, share) in across.shares.enumerated() {
        let from = left + across.first + tap
        for column in 0..<columns { sums[start + column] += share * padded[column + from] }
      }
    }
    var best = (value: 0.0, index: 0)
    var means = [Double](repeating: 0, count: columns)
    let whole = across.shares.reduce(0, +) * along.shares.reduce(0, +)
    for row in 0..<rows {
      for column in 0..<columns { means[column] = 0 }
      for (tap, share) in along.shares.enumerated() {
        let start = (row + low + along.first + tap) * columns
        for column in 0..<columns { means[column] += share * sums[start + column] }
      }
      for column in 0..<columns where means[column] > best.value { best = (means[column], row * columns + column) }
    }
    return (best.value / whole, best.index)
  }
}
