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
  /// For each node whether the two triangles around it are split there.
  private(set) var isSplit: [Bool]
  /// A side of the lines that passes near the triangles around each node, or −1.
  private(set) var nearbySide: [Int32]

  /// Longest edge of the largest triangles, mm.
  static let longestEdge = 24.0
  /// A deviation that is never worth a split for the wall's sake, mm.
  private static let slack = 0.002
  /// A deviation that is never worth a split, as a share of the tolerance, even where the grid itself is too coarse.
  private static let negligible = 0.1

  /// Bounds over all triangles below each node: their deviation at nodes, the surfaces' bulge between nodes, the wall,
  /// and the longest edge that a line allows.
  private var deviation: [Float]
  private var bulges: [Float]
  private var gap: [Float]
  private var allowance: [Float]
  private let surfaces: (top: HeightGrid, bottom: HeightGrid)
  private let inside: [Bool]
  private let tolerance: Double
  private let keptWall: Double

  /// Decides for all nodes.
  ///
  /// - Parameters:
  ///   - top: Upper surface.
  ///   - bottom: Lower surface on the same grid.
  ///   - inside: Whether each node of that grid lies inside the lines.
  ///   - lines: Lines that cut the surfaces, two nodes or more inside the grid.
  ///   - allowances: Longest edge for triangles that each side of the lines passes, mm.
  ///   - tolerance: Largest vertical deviation from the surfaces, mm; between nodes as far as these tell.
  ///   - keptWall: Where the surfaces are this far apart, mm, the triangles are not nearer either.
  init(
    top: HeightGrid, bottom: HeightGrid, inside: [Bool], lines: BoundaryLines, allowances: [Double],
    tolerance: Double, keptWall: Double
  ) {
    let grid = top.layout
    var largest = 2
    while Double(2 * largest) * grid.spacing * 1.4143 <= Self.longestEdge { largest *= 2 }
    func widened(_ nodes: Int) -> Int { ((nodes - 2) / largest + 1) * largest + 1 }
    layout = GridLayout(
      origin: grid.origin, spacing: grid.spacing, columns: widened(grid.columns), rows: widened(grid.rows))
    self.largest = largest
    surfaces = (top, bottom)
    self.inside = inside
    self.tolerance = tolerance
    self.keptWall = keptWall
    isSplit = [Bool](repeating: false, count: layout.count)
    nearbySide = [Int32](repeating: -1, count: layout.count)
    deviation = [Float](repeating: 0, count: layout.count)
    bulges = deviation
    gap = [Float](repeating: .infinity, count: layout.count)
    allowance = [Float](repeating: .infinity, count: layout.count)
    markLines(lines, allowances)
    decide()
  }

  /// Marks the nodes around which a line passes, with the longest edge that it allows.
  private mutating func markLines(_ lines: BoundaryLines, _ allowances: [Double]) {
    let step = layout.spacing / 4
    for side in lines.points.indices {
      let a = lines.points[side]
      let b = lines.points[Int(lines.next[side])]
      let pieces = max(Int((b - a).length / step), 0) + 1
      for piece in 0..<pieces {
        let place = a + (b - a) * (Double(piece) / Double(pieces))
        let u = (place.x - layout.origin.x) / layout.spacing
        let v = (place.y - layout.origin.y) / layout.spacing
        // The cells within a quarter of a spacing: a line through the corner of a cell touches its neighbours.
        for row in Int(v - 0.25)...Int(v + 0.25) {
          for column in Int(u - 0.25)...Int(u + 0.25) { markCell(column, row, side, allowances[side]) }
        }
      }
    }
  }

  /// Marks the middles of the longest edges of the smallest divisible triangles that touch a cell: its odd corners.
  private mutating func markCell(_ column: Int, _ row: Int, _ side: Int, _ allowed: Double) {
    for (i, j) in [(column, row), (column + 1, row), (column, row + 1), (column + 1, row + 1)]
    where (i + j) % 2 != 0 {
      let node = j * layout.columns + i
      nearbySide[node] = Int32(side)
      allowance[node] = min(allowance[node], Float(allowed))
    }
  }

  private mutating func decide() {
    var step = 1
    while step < largest {
      // Middles of level edges and upright edges, 2 · step long.
      for row in stride(from: 0, to: layout.rows, by: step) {
        let odd = row / step % 2 != 0
        for column in stride(from: odd ? 0 : step, to: layout.columns, by: 2 * step) {
          decideSide(column, row, step, isLevel: !odd)
        }
      }
      // Centres of squares, middles of their diagonals.
      for row in stride(from: step, to: layout.rows, by: 2 * step) {
        for column in stride(from: step, to: layout.columns, by: 2 * step) { decideCenter(column, row, step) }
      }
      step *= 2
    }
  }

  /// Decides for the middle of an edge along the grid, with right angles `step` to both sides of it.
  private mutating func decideSide(_ column: Int, _ row: Int, _ step: Int, isLevel: Bool) {
    let node = row * layout.columns + column
    if step > 1 {
      let half = step / 2
      for (i, j) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
        gather(column + i, row + j, into: node)
      }
    }
    let edge = Double(2 * step) * layout.spacing
    guard mustExamine(node, column, row, edge: edge) else { return }
    let (di, dj) = isLevel ? (step, 0) : (0, step)
    let a = (column - di, row - dj)
    let b = (column + di, row + dj)
    guard isOpen(node, column, row, a, b) else { return }
    var worst = 0.0
    for side in [-1, 1] {
      let corners = corners(a, b, (column + side * dj, row + side * di))
      // Rows parallel to the edge, one node shorter at each end with each row.
      for along in 0...step where worst < .infinity {
        let reach = step - along
        let share = Double(along) / Double(step)
        for across in -reach...reach {
          let shift = Double(across) / Double(2 * step)
          let off = offset(
            isLevel ? column + across : column + side * along, isLevel ? row + side * along : row + across, corners,
            (1 - share) / 2 - shift, (1 - share) / 2 + shift, share)
          if off > worst { worst = off }
        }
      }
    }
    isSplit[node] = worst == .infinity
    deviation[node] = Float(worst)
  }

  /// Decides for the centre of a square of 2 · `step` cells, the middle of its diagonal.
  private mutating func decideCenter(_ column: Int, _ row: Int, _ step: Int) {
    let node = row * layout.columns + column
    for (i, j) in [(-step, 0), (step, 0), (0, -step), (0, step)] { gather(column + i, row + j, into: node) }
    let edge = Double(2 * step) * layout.spacing * 1.4143
    guard mustExamine(node, column, row, edge: edge) else { return }
    // Diagonals run between nodes whose square numbers are both even and both odd.
    let rises = ((column - step) / (2 * step) + (row - step) / (2 * step)) % 2 == 0
    let turn = rises ? 1 : -1
    let a = (column - turn * step, row - step)
    let b = (column + turn * step, row + step)
    guard isOpen(node, column, row, a, b) else { return }
    var worst = 0.0
    for side in [-1, 1] {
      // The right angle lies above the diagonal's lower end or below its upper end; sideways leads to the other.
      let apex = (column - side * turn * step, row + side * step)
      let corners = side > 0 ? corners(a, b, apex) : corners(b, a, apex)
      for down in 0...2 * step where worst < .infinity {
        let t = Double(down) / Double(2 * step)
        for sideways in 0...2 * step - down {
          let s = Double(sideways) / Double(2 * step)
          let off = offset(apex.0 + side * turn * sideways, apex.1 - side * down, corners, t, s, 1 - s - t)
          if off > worst { worst = off }
        }
      }
    }
    isSplit[node] = worst == .infinity
    deviation[node] = Float(worst)
  }

  /// Takes over what is known about a smaller triangle.
  @inline(__always)
  private mutating func gather(_ column: Int, _ row: Int, into node: Int) {
    guard column >= 0, row >= 0, column < layout.columns, row < layout.rows else { return }
    let child = row * layout.columns + column
    if isSplit[child] { isSplit[node] = true }
    if deviation[child] > deviation[node] { deviation[node] = deviation[child] }
    if bulges[child] > bulges[node] { bulges[node] = bulges[child] }
    if gap[child] < gap[node] { gap[node] = gap[child] }
    if nearbySide[child] >= 0 {
      nearbySide[node] = nearbySide[child]
      allowance[node] = min(allowance[node], allowance[child])
    }
  }

  /// Settles all nodes but those whose triangles must be compared with the surfaces.
  @inline(__always)
  private mutating func mustExamine(_ node: Int, _ column: Int, _ row: Int, edge: Double) -> Bool {
    if isSplit[node] { return false }
    if nearbySide[node] < 0 { return isInside(column, row) }
    isSplit[node] = Float(edge) > allowance[node]
    return !isSplit[node]
  }

  @inline(__always)
  private func isInside(_ column: Int, _ row: Int) -> Bool {
    let grid = surfaces.top.layout
    return column >= 0 && row >= 0 && column < grid.columns && row < grid.rows && inside[row * grid.columns + column]
  }

  /// Both heights at the corners of a triangle; no numbers beyond the grid.
  private struct Corners {
    var top: (Double, Double, Double)
    var bottom: (Double, Double, Double)
  }

  /// Splits a node unless what smaller triangles deviate and what these two add is within the tolerance.
  ///
  /// Returns whether that is still open, so that the triangles must be compared node by node.
  @inline(__always)
  private mutating func isOpen(_ node: Int, _ column: Int, _ row: Int, _ a: (Int, Int), _ b: (Int, Int)) -> Bool {
    guard nearbySide[node] < 0 else { return true }
    let (top, bottom) = (surfaces.top, surfaces.bottom)
    let topBend = abs(top[column, row] - (top[a.0, a.1] + top[b.0, b.1]) / 2)
    let bottomBend = abs(bottom[column, row] - (bottom[a.0, a.1] + bottom[b.0, b.1]) / 2)
    gap[node] = min(gap[node], Float(top[column, row] - bottom[column, row]))
    let bound = Double(deviation[node]) + max(topBend, bottomBend)
    bulges[node] = max(bulges[node], Float(bulge(column, row)))
    guard bound <= Self.negligible * tolerance || bound + Double(bulges[node]) <= tolerance,
      Double(gap[node]) - 2 * bound >= keptWall - Self.slack
    else { return true }
    deviation[node] = Float(bound)
    return false
  }

  /// The heights of both surfaces at three nodes.
  private func corners(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Corners {
    func height(_ surface: HeightGrid, _ node: (Int, Int)) -> Double {
      let grid = surface.layout
      guard node.0 >= 0, node.1 >= 0, node.0 < grid.columns, node.1 < grid.rows else { return .nan }
      return surface[node.0, node.1]
    }
    return Corners(
      top: (height(surfaces.top, a), height(surfaces.top, b), height(surfaces.top, c)),
      bottom: (height(surfaces.bottom, a), height(surfaces.bottom, b), height(surfaces.bottom, c)))
  }

  /// How far a flat triangle is off at one node inside; infinite where it breaks the tolerance or the wall.
  @inline(__always)
  private func offset(_ column: Int, _ row: Int, _ corners: Corners, _ a: Double, _ b: Double, _ c: Double) -> Double {
    guard isInside(column, row) else { return 0 }
    let height = surfaces.top[column, row]
    let depth = surfaces.bottom[column, row]
    let flatTop = a * corners.top.0 + b * corners.top.1 + c * corners.top.2
    let flatBottom = a * corners.bottom.0 + b * corners.bottom.1 + c * corners.bottom.2
    let off = max(abs(flatTop - height), abs(flatBottom - depth))
    let wall = min(height - depth, keptWall) - Self.slack
    // Written so that heights that are no numbers break it.
    let isNear = off <= Self.negligible * tolerance || off + bulge(column, row) <= tolerance
    return isNear && flatTop - flatBottom >= wall ? off : .infinity
  }

  /// How far the surfaces rise above flat triangles between neighbouring nodes, mm, by their second differences.
  private func bulge(_ column: Int, _ row: Int) -> Double {
    let grid = surfaces.top.layout
    guard column > 0, row > 0, column + 1 < grid.columns, row + 1 < grid.rows else { return 0 }
    func bulge(_ surface: HeightGrid) -> Double {
      let here = surface[column, row]
      let right = surface[column + 1, row]
      let up = surface[column, row + 1]
      let across = abs(surface[column - 1, row] - 2 * here + right)
      let along = abs(surface[column, row - 1] - 2 * here + up)
      let twist = abs(surface[column + 1, row + 1] - right - up + here)
      // Second derivative along the longest edge of a cell's triangles, c² · z″ / 8 with c² = 2 spacings².
      return (across + along) / 8 + twist / 4
    }
    return max(bulge(surfaces.top), bulge(surfaces.bottom))
  }

  /// The number that a node has on the grid of the surfaces, which is not widened.
  func gridNode(_ node: Int32) -> Int32 {
    let row = node / Int32(layout.columns)
    return row * Int32(surfaces.top.layout.columns) + node - row * Int32(layout.columns)
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
          if isSmallest || !isSplit[middle] {
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
