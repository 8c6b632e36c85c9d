extension SupportPlane {
  /// The part of a floor that a foot stands on: what the surface above it encloses, seen from above.
  struct Footprint: Equatable, Sendable {
    private let across: Vector3
    private let along: Vector3
    private var low = Vector2(.infinity, .infinity)
    private let cell: Double
    private let columns: Int
    private let rows: Int
    private var isInside: [Bool]

    /// Cells along the foot.
    static let resolution = 100.0
    /// Cells that gaps in the walls of a foot may be wide.
    static let gap = 2

    /// Draws the footprint of points above a plane; `nil` where there are none.
    init?(of points: [Vector3], on normal: Vector3) {
      let seed = abs(normal.x) < 0.7 ? Vector3(1, 0, 0) : Vector3(0, 1, 0)
      across = normal.cross(seed).normalized
      along = normal.cross(across)
      var high = Vector2(-.infinity, -.infinity)
      for point in points {
        let p = Vector2(across.dot(point), along.dot(point))
        low = Vector2(min(low.x, p.x), min(low.y, p.y))
        high = Vector2(max(high.x, p.x), max(high.y, p.y))
      }
      let size = max(high.x - low.x, high.y - low.y)
      guard size > 0, size.isFinite else { return nil }
      cell = size / Self.resolution
      let margin = Double(Self.gap + 2) * cell
      low = low - Vector2(margin, margin)
      columns = Int((high.x - low.x + margin) / cell) + 1
      rows = Int((high.y - low.y + margin) / cell) + 1
      var isCovered = [Bool](repeating: false, count: columns * rows)
      for point in points {
        let p = Vector2(across.dot(point), along.dot(point)) - low
        isCovered[Int(p.y / cell) * columns + Int(p.x / cell)] = true
      }
      // Walls are widened so that nothing leaks through their gaps, and narrowed again from outside.
      let walls = Self.grown(isCovered, columns, rows)
      let outside = Self.grown(GridFlood.outside(walls, columns: columns, rows: rows), columns, rows)
      isInside = outside.map { !$0 }
    }

    /// Whether a point lies over or under the footprint.
    @inline(__always) func covers(_ point: Vector3) -> Bool {
      let u = (across.dot(point) - low.x) / cell
      let v = (along.dot(point) - low.y) / cell
      guard u >= 0, v >= 0, u < Double(columns), v < Double(rows) else { return false }
      return isInside[Int(v) * columns + Int(u)]
    }

    private static func grown(_ mask: [Bool], _ columns: Int, _ rows: Int) -> [Bool] {
      var result = mask
      for row in 0..<rows {
        for column in 0..<columns where mask[row * columns + column] {
          for j in max(row - gap, 0)...min(row + gap, rows - 1) {
            for i in max(column - gap, 0)...min(column + gap, columns - 1) { result[j * columns + i] = true }
          }
        }
      }
      return result
    }
  }
}
