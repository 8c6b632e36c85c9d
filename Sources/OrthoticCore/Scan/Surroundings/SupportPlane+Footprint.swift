extension SupportPlane {
  /// The part of a floor that a foot stands on: what the surface above it encloses, seen from above.
  struct Footprint: Equatable, Sendable {
    private let across: Vector3
    private let along: Vector3
    private let bins: PointBins
    private var isInside: [Bool]

    /// Cells along the foot.
    static let resolution = 100.0
    /// Cells that gaps in the walls of a foot may be wide.
    static let gap = 2

    /// Draws the footprint of points above a plane; `nil` where there are none.
    init?(of points: [Vector3], on normal: Vector3) {
      across = normal.cross(normal.seedAxis).normalized
      along = normal.cross(across)
      let places = points.map { [across, along] in Vector2(across.dot($0), along.dot($0)) }
      guard let box = Bounds2(places) else { return nil }
      let size = max(box.size.x, box.size.y)
      guard size > 0, size.isFinite else { return nil }
      let cell = size / Self.resolution
      let margin = Double(Self.gap + 2) * cell
      let low = box.minimum - Vector2(margin, margin)
      bins = PointBins(
        origin: low, side: cell, columns: Int((box.maximum.x - low.x + margin) / cell) + 1,
        rows: Int((box.maximum.y - low.y + margin) / cell) + 1)
      var isCovered = [Bool](repeating: false, count: bins.count)
      for place in places { isCovered[bins.index(of: place)] = true }
      // Walls are widened so that nothing leaks through their gaps, and narrowed again from outside.
      let (columns, rows) = (bins.columns, bins.rows)
      let walls = Self.grown(isCovered, columns, rows)
      let outside = Self.grown(GridFlood.outside(walls, columns: columns, rows: rows), columns, rows)
      isInside = outside.map { !$0 }
    }

    /// Whether a point lies over or under the footprint.
    @inline(__always) func covers(_ point: Vector3) -> Bool {
      bins.indexInside(of: Vector2(across.dot(point), along.dot(point))).map { isInside[$0] } ?? false
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
