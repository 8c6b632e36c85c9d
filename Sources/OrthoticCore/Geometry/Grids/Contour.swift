/// Traces the lines on which a field on a grid crosses a level (marching squares).
enum Contour {
  /// The closed lines, anticlockwise around higher values, the longest first.
  ///
  /// The field must stay below the level on the border of the grid, otherwise lines that leave it are dropped.
  static func closedLines(of values: [Double], on layout: GridLayout, level: Double) -> [Outline] {
    let columns = layout.columns
    let rows = layout.rows
    guard columns > 1, rows > 1 else { return [] }
    // Crossed edges: 2 · node for the edge to the right, 2 · node + 1 for the edge upwards.
    var tracer = LineTracer(edges: 2 * columns * rows)
    func high(_ node: Int) -> Bool { values[node] >= level }
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        let a = row * columns + column
        let b = a + 1
        let c = a + columns + 1
        let d = a + columns
        let code = (high(a) ? 1 : 0) | (high(b) ? 2 : 0) | (high(c) ? 4 : 0) | (high(d) ? 8 : 0)
        tracer.cross(corners: code, low: 2 * a, right: 2 * b + 1, high: 2 * d, left: 2 * a + 1)
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
    return tracer.closedLines(crossing).map { ($0, abs($0.signedArea)) }.sorted { $0.1 > $1.1 }.map(\.0)
  }
}
