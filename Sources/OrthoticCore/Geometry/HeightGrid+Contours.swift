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
    var next = [Int32](repeating: -1, count: 2 * stride * (along + 1))
    var starts: [Int] = []
    for row in -1..<layout.rows {
      for column in -1..<layout.columns {
        let corners =
          (isAbove(column, row) ? 1 : 0) | (isAbove(column + 1, row) ? 2 : 0)
          | (isAbove(column + 1, row + 1) ? 4 : 0) | (isAbove(column, row + 1) ? 8 : 0)
        if corners == 0 || corners == 15 { continue }
        let low = 2 * node(column, row)
        let right = 2 * node(column + 1, row) + 1
        let high = 2 * node(column, row + 1)
        let left = 2 * node(column, row) + 1
        func join(_ from: Int, _ to: Int) {
          next[from] = Int32(to)
          starts.append(from)
        }
        // Lines run with the higher side on their left; saddles keep the high corners apart.
        switch corners {
        case 1: join(low, left)
        case 2: join(right, low)
        case 3: join(right, left)
        case 4: join(high, right)
        case 5:
          join(low, left)
          join(high, right)
        case 6: join(high, low)
        case 7: join(high, left)
        case 8: join(left, high)
        case 9: join(low, high)
        case 10:
          join(right, low)
          join(left, high)
        case 11: join(right, high)
        case 12: join(left, right)
        case 13: join(low, right)
        default: join(left, low)
        }
      }
    }
    var outlines: [Outline] = []
    for start in starts where next[start] >= 0 {
      var points: [Vector2] = []
      var edge = start
      while next[edge] >= 0 {
        points.append(crossing(edge, stride: stride, level: level))
        let following = Int(next[edge])
        next[edge] = -1
        edge = following
      }
      if points.count > 2 { outlines.append(Outline(points: points)) }
    }
    return outlines
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
