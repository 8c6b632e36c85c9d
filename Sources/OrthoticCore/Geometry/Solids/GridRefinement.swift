/// Which right-angled triangles of a grid must be split for two surfaces to be met within a tolerance.
///
/// A right-triangulated irregular network (Evans, Kirkpatrick & Townsend, 2001): squares of a power of two of cells are
/// halved along a diagonal, and every right triangle can be halved at the middle of its longest edge, which is always a
/// node. That node decides for both triangles at the edge, and is split wherever one below it is, so that no triangle
/// meets the middle of another's edge.
///
/// ```
///   ·───────·       ·───────·       ·───────·
///   │     ╱ │       │ ╲   ╱ │       │ ╲ │ ╱ │      split at the centre,
///   │   ╱   │   →   │   o   │   →   ·───o───·      then at the middles of the sides
///   │ ╱     │       │ ╱   ╲ │       │ ╱ │ ╲ │
///   ·───────·       ·───────·       ·───────·
/// ```
struct GridRefinement {
  /// The grid, widened to whole squares.
  let layout: GridLayout
  /// Cells along a side of the largest squares.
  let largest: Int
  private let comparison: FlatTriangles
  private var nodes: [Decision]

  /// Longest edge of the largest triangles, mm.
  static let longestEdge = 24.0

  /// What is settled about the two triangles whose longest edge has its middle at a node, and all within them.
  struct Decision: Sendable {
    /// Largest deviation from the surfaces at nodes, mm, or a bound of it.
    var deviation: Float = 0
    /// How far the surfaces rise above flat triangles between neighbouring nodes, mm.
    var bulge: Float = 0
    /// Smallest distance between the surfaces, mm.
    var gap = Float.infinity
    /// Longest edge that the lines passing here allow, mm.
    var allowance = Float.infinity
    /// Whether a line passes.
    var isCut = false
    /// A side of the line to be clipped at that passes, or −1.
    var side: Int32 = -1
    /// Whether the triangles are split.
    var isSplit = false

    /// Takes over what holds for a smaller pair of triangles inside.
    @inline(__always)
    mutating func include(_ other: Decision) {
      if other.isSplit { isSplit = true }
      if other.deviation > deviation { deviation = other.deviation }
      if other.bulge > bulge { bulge = other.bulge }
      if other.gap < gap { gap = other.gap }
      if other.allowance < allowance { allowance = other.allowance }
      if other.isCut { isCut = true }
      if other.side >= 0 { side = other.side }
    }
  }

  /// Decides for all nodes.
  ///
  /// - Parameters:
  ///   - comparison: The surfaces and what is asked of flat triangles in their place.
  ///   - lines: Lines that cut the surfaces, two nodes or more inside the grid; the first are those to be clipped at.
  ///   - allowances: Longest edge for triangles that each side of the lines passes, mm.
  init(_ comparison: FlatTriangles, lines: [BoundaryLines], allowances: [[Double]]) {
    let grid = comparison.layout
    var largest = 2
    while Double(2 * largest) * grid.spacing * 1.4143 <= Self.longestEdge { largest *= 2 }
    func widened(_ nodes: Int) -> Int { ((nodes - 2) / largest + 1) * largest + 1 }
    layout = GridLayout(
      origin: grid.origin, spacing: grid.spacing, columns: widened(grid.columns), rows: widened(grid.rows))
    self.largest = largest
    self.comparison = comparison
    nodes = [Decision](repeating: Decision(), count: layout.count)
    for (index, line) in lines.enumerated() { markLines(line, allowances[index], isClipped: index == 0) }
    var step = 1
    while step < largest {
      decideSides(step)
      decideCenters(step)
      step *= 2
    }
  }

  /// A side of the line to be clipped at that passes near the triangles around a node, or −1.
  func nearbySide(_ node: Int) -> Int { Int(nodes[node].side) }

  /// The number that a node has on the grid of the surfaces, which is not widened.
  func gridNode(_ node: Int32) -> Int32 {
    let row = node / Int32(layout.columns)
    return row * Int32(comparison.layout.columns) + node - row * Int32(layout.columns)
  }

  /// Marks the nodes around which a line passes, with the longest edge that it allows.
  private mutating func markLines(_ lines: BoundaryLines, _ allowances: [Double], isClipped: Bool) {
    let step = layout.spacing / 4
    for side in lines.points.indices {
      let a = lines.points[side]
      let b = lines.points[Int(lines.next[side])]
      let pieces = Int((b - a).length / step) + 1
      for piece in 0..<pieces {
        let place = a + (b - a) * (Double(piece) / Double(pieces))
        let u = (place.x - layout.origin.x) / layout.spacing
        let v = (place.y - layout.origin.y) / layout.spacing
        // The cells within a quarter of a spacing: a line through the corner of a cell touches its neighbours.
        for row in Int(v - 0.25)...Int(v + 0.25) {
          for column in Int(u - 0.25)...Int(u + 0.25) {
            markCell(column, row, isClipped ? Int32(side) : -1, Float(allowances[side]))
          }
        }
      }
    }
  }

  /// Marks the middles of the longest edges of the smallest divisible triangles that touch a cell: its odd corners.
  private mutating func markCell(_ column: Int, _ row: Int, _ side: Int32, _ allowance: Float) {
    let low = row * layout.columns + column
    let high = low + layout.columns
    let (first, second) = (column + row) % 2 == 0 ? (low + 1, high) : (low, high + 1)
    for node in [first, second] {
      nodes[node].isCut = true
      if side >= 0 { nodes[node].side = side }
      if allowance < nodes[node].allowance { nodes[node].allowance = allowance }
    }
  }

  /// Rows that are decided as one piece of parallel work.
  private static let rowsPerChunk = 32

  /// Decides for the middles of all edges along the grid that are 2 · `step` long.
  private mutating func decideSides(_ step: Int) {
    let rows = (layout.rows - 1) / step + 1
    let found = Parallel.map(count: (rows + Self.rowsPerChunk - 1) / Self.rowsPerChunk) { [self] chunk in
      var decisions: [Decision] = []
      for index in chunk * Self.rowsPerChunk..<min((chunk + 1) * Self.rowsPerChunk, rows) {
        for column in stride(from: index % 2 == 0 ? step : 0, to: layout.columns, by: 2 * step) {
          decisions.append(decidedSide(column, index * step, step))
        }
      }
      return decisions
    }
    var next = found.joined().makeIterator()
    for index in 0..<rows {
      for column in stride(from: index % 2 == 0 ? step : 0, to: layout.columns, by: 2 * step) {
        if let decision = next.next() { nodes[index * step * layout.columns + column] = decision }
      }
    }
  }

  /// Decides for the centres of all squares of 2 · `step` cells, the middles of their diagonals.
  private mutating func decideCenters(_ step: Int) {
    let rows = (layout.rows - 1) / (2 * step)
    let found = Parallel.map(count: (rows + Self.rowsPerChunk - 1) / Self.rowsPerChunk) { [self] chunk in
      var decisions: [Decision] = []
      for index in chunk * Self.rowsPerChunk..<min((chunk + 1) * Self.rowsPerChunk, rows) {
        for column in stride(from: step, to: layout.columns, by: 2 * step) {
          decisions.append(decidedCenter(column, (2 * index + 1) * step, step))
        }
      }
      return decisions
    }
    var next = found.joined().makeIterator()
    for index in 0..<rows {
      for column in stride(from: step, to: layout.columns, by: 2 * step) {
        if let decision = next.next() { nodes[(2 * index + 1) * step * layout.columns + column] = decision }
      }
    }
  }

  private func decidedSide(_ column: Int, _ row: Int, _ step: Int) -> Decision {
    var own = nodes[row * layout.columns + column]
    if step > 1 {
      let half = step / 2
      include(column - half, row - half, into: &own)
      include(column + half, row - half, into: &own)
      include(column - half, row + half, into: &own)
      include(column + half, row + half, into: &own)
    }
    if own.isSplit { return own }
    let edge = Double(2 * step) * layout.spacing
    // Level edges on even rows of this step, upright ones on odd rows.
    comparison.judgeSide(&own, column, row, step, isLevel: row / step % 2 == 0, edge: edge)
    return own
  }

  private func decidedCenter(_ column: Int, _ row: Int, _ step: Int) -> Decision {
    var own = nodes[row * layout.columns + column]
    include(column - step, row, into: &own)
    include(column + step, row, into: &own)
    include(column, row - step, into: &own)
    include(column, row + step, into: &own)
    if own.isSplit { return own }
    // Diagonals run between nodes whose square numbers are both even and both odd.
    let rises = ((column - step) / (2 * step) + (row - step) / (2 * step)) % 2 == 0
    comparison.judgeCenter(&own, column, row, step, rises: rises, edge: Double(2 * step) * layout.spacing * 1.4143)
    return own
  }

  @inline(__always)
  private func include(_ column: Int, _ row: Int, into own: inout Decision) {
    guard column >= 0, row >= 0, column < layout.columns, row < layout.rows else { return }
    own.include(nodes[row * layout.columns + column])
  }

  /// Visits all triangles that are left whole: right angle first, anticlockwise, as nodes of `layout`.
  func forEachTriangle(_ body: (Int, Int, Int) -> Void) {
    var stack: [(Int, Int, Int)] = []
    for row in stride(from: 0, to: layout.rows - 1, by: largest) {
      for column in stride(from: 0, to: layout.columns - 1, by: largest) {
        let a = row * layout.columns + column
        let b = a + largest
        let d = a + largest * layout.columns
        let c = d + largest
        let rises = (column / largest + row / largest) % 2 == 0
        stack.append(rises ? (d, a, c) : (c, d, b))
        stack.append(rises ? (b, c, a) : (a, b, d))
        while let (apex, p, q) = stack.popLast() {
          let middle = (p + q) / 2
          // A triangle within one cell has no node in the middle of its longest edge.
          let isSmallest = abs(p - apex) == 1 || abs(q - apex) == 1
          if isSmallest || !nodes[middle].isSplit {
            body(apex, p, q)
          } else {
            stack.append((middle, q, apex))
            stack.append((middle, apex, p))
          }
        }
      }
    }
  }
}
