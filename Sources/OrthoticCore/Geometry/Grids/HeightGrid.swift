/// One number per node of a grid: a height, a thickness or a pressure.
///
/// `nan` means that nothing is known there.
public struct HeightGrid: Equatable, Sendable {
  /// Where the nodes lie.
  public let layout: GridLayout
  /// The values in the order of `GridLayout`.
  public var values: [Double]

  /// Creates a grid filled with one value.
  public init(layout: GridLayout, filledWith value: Double = .nan) {
    self.layout = layout
    values = [Double](repeating: value, count: layout.count)
  }

  /// Creates a grid from values in the order of `GridLayout`.
  public init(layout: GridLayout, values: [Double]) {
    precondition(values.count == layout.count, "one value per node")
    self.layout = layout
    self.values = values
  }

  /// The value at a node.
  @inlinable public subscript(column: Int, row: Int) -> Double {
    get { values[row * layout.columns + column] }
    set { values[row * layout.columns + column] = newValue }
  }

  /// Bilinear interpolation at a point, mm; `nan` outside the grid or beside a node without a value.
  @inlinable public func interpolated(at point: Vector2) -> Double {
    interpolated(
      column: (point.x - layout.origin.x) / layout.spacing, row: (point.y - layout.origin.y) / layout.spacing)
  }

  /// The same at a place counted in columns and rows, whole numbers at the nodes: for who walks from node to node.
  @inlinable public func interpolated(column u: Double, row v: Double) -> Double {
    guard u >= 0, v >= 0, u <= Double(layout.columns - 1), v <= Double(layout.rows - 1) else { return .nan }
    let column = Int(u)
    let row = Int(v)
    let fx = u - Double(column)
    let fy = v - Double(row)
    // A node that carries no weight must not spread its missing value.
    let lower = interpolated(from: row * layout.columns + column, fx)
    if fy == 0 { return lower }
    return lower * (1 - fy) + interpolated(from: (row + 1) * layout.columns + column, fx) * fy
  }

  /// The value at a share of the way from a node to the next in its row.
  @inlinable func interpolated(from node: Int, _ share: Double) -> Double {
    share == 0 ? values[node] : values[node] * (1 - share) + values[node + 1] * share
  }

  /// Every so-manieth node of each row and column, the first ones among them.
  func every(_ step: Int) -> HeightGrid {
    precondition(step > 0, "a step forward")
    let columns = (layout.columns + step - 1) / step
    let rows = (layout.rows + step - 1) / step
    var kept: [Double] = []
    kept.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns { kept.append(values[row * step * layout.columns + column * step]) }
    }
    return HeightGrid(
      layout: GridLayout(
        origin: layout.origin, spacing: layout.spacing * Double(step), columns: columns, rows: rows), values: kept)
  }
}
