extension HeightGrid {
  /// Closed lines around the places where the values exceed a level, those places on the left.
  ///
  /// Marching squares with linear interpolation; what lies beyond the grid, and nodes without a value, counts as below.
  /// Outer lines run anticlockwise, lines around holes clockwise. In the order of their lowest node.
  public func contours(at level: Double) -> [Outline] {
    // One ring of cells around the grid closes lines that reach its border.
    let across = layout.columns + 1
    let along = layout.rows + 1
    func isAbove(_ column: Int, _ row: Int) -> Bool {
      guard column >= 0, row >= 0, column < layout.columns, row < layout.rows else { return false }
      return self[column, row] > level
    }
    // Edge numbers: 2 · node + 0 to the right, + 1 upward, nodes counted with the ring included.
    let stride = across + 1
    func node(_ column: Int, _ row: Int) -> Int { (row + 1) * stride + column + 1 }
    var tracer = LineTracer(edges: 2 * stride * (along + 1))
    for row in -1..<layout.rows {
      for column in -1..<layout.columns {
        let corners =
          (isAbove(column, row) ? 1 : 0) | (isAbove(column + 1, row) ? 2 : 0)
          | (isAbove(column + 1, row + 1) ? 4 : 0) | (isAbove(column, row + 1) ? 8 : 0)
        if corners == 0 || corners == 15 { continue }
        tracer.cross(
          corners: corners, low: 2 * node(column, row), right: 2 * node(column + 1, row) + 1,
          high: 2 * node(column, row + 1), left: 2 * node(column, row) + 1)
      }
    }
    return tracer.closedLines { crossing($0, stride: stride, level: level) }
  }

  /// The line around the largest place where the values exceed a level.
  func largestContour(at level: Double) -> Outline? {
    contours(at: level).max { $0.signedArea < $1.signedArea }
  }

  private func crossing(_ edge: Int, stride: Int, level: Double) -> Vector2 {
    let row = edge / 2 / stride - 1
    let column = edge / 2 % stride - 1
    let (nextColumn, nextRow) = edge % 2 == 0 ? (column + 1, row) : (column, row + 1)
    func value(_ column: Int, _ row: Int) -> Double {
      guard column >= 0, row >= 0, column < layout.columns, row < layout.rows else { return .nan }
      return self[column, row]
    }
    let a = value(column, row)
    let b = value(nextColumn, nextRow)
    let share = (level - a) / (b - a)
    // Beside a missing value the line keeps to the middle of the edge.
    let t = share.isFinite ? min(max(share, 0), 1) : 0.5
    return Vector2(
      layout.x(column) + t * Double(nextColumn - column) * layout.spacing,
      layout.y(row) + t * Double(nextRow - row) * layout.spacing)
  }
}
