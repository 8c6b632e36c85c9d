/// Traces the lines on which a field on a grid crosses a level (marching squares).
struct Contour {
  /// The closed lines, anticlockwise around higher values, the longest first.
  ///
  /// The field must stay below the level on the border of the grid, otherwise lines that leave it are dropped.
  static func closedLines(of values: [Double], on layout: GridLayout, level: Double) -> [Outline] {
    let columns = layout.columns
    let rows = layout.rows
    guard columns > 1, rows > 1 else { return [] }
    // Crossed edges: 2 · node for the edge to the right, 2 · node + 1 for the edge upwards. `next` leads from the
    // edge where a line enters a cell to the edge where it leaves, with higher values to its left.
    var next = [Int32](repeating: -1, count: 2 * columns * rows)
    func high(_ node: Int) -> Bool { values[node] >= level }
    var starts: [Int] = []
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        let a = row * columns + column
        let b = a + 1
        let c = a + columns + 1
        let d = a + columns
        let code = (high(a) ? 1 : 0) | (high(b) ? 2 : 0) | (high(c) ? 4 : 0) | (high(d) ? 8 : 0)
        guard code != 0, code != 15 else { continue }
        let bottom = 2 * a
        let right = 2 * b + 1
        let top = 2 * d
        let left = 2 * a + 1
        func link(_ from: Int, _ to: Int) {
          next[from] = Int32(to)
          starts.append(from)
        }
        // Saddles are cut so that the high corners stay apart.
        switch code {
        case 1: link(bottom, left)
        case 2: link(right, bottom)
        case 3: link(right, left)
        case 4: link(top, right)
        case 5:
          link(bottom, left)
          link(top, right)
        case 6: link(top, bottom)
        case 7: link(top, left)
        case 8: link(left, top)
        case 9: link(bottom, top)
        case 10:
          link(right, bottom)
          link(left, top)
        case 11: link(right, top)
        case 12: link(left, right)
        case 13: link(bottom, right)
        default: link(left, bottom)
        }
      }
    }
    func crossing(_ edge: Int) -> Vector2 {
      let a = edge / 2
      let b = edge % 2 == 0 ? a + 1 : a + columns
      let t = (level - values[a]) / (values[b] - values[a])
      let p = layout.position(a)
      let q = layout.position(b)
      return p + (q - p) * min(max(t, 0), 1)
    }
    var lines: [Outline] = []
    for start in starts where next[start] >= 0 {
      var points: [Vector2] = []
      var edge = start
      while next[edge] >= 0 {
        points.append(crossing(edge))
        let following = Int(next[edge])
        next[edge] = -1
        edge = following
      }
      if edge == start, points.count > 2 { lines.append(Outline(points: points)) }
    }
    return lines.map { ($0, abs($0.signedArea)) }.sorted { $0.1 > $1.1 }.map(\.0)
  }
}
