/// Keeps the standing walls of cup and flanges at the minimum wall.
///
/// A wall is thin where the top climbs inside a wall's width of the trim line. There the top is held at the height it
/// has one wall further in, so that the rim is a shelf and every wall beneath it is as wide as the shelf.
struct RimGuard {
  /// Minimum wall, mm.
  let wall: Double

  /// Spare beyond the minimum wall, mm: the wall is measured along a normal of facets about half a millimetre wide.
  static let spare = 0.4

  func apply(to surfaces: inout InsoleSurfaces) {
    let layout = surfaces.top.layout
    let reach = wall + Self.spare
    let distance = surfaces.distanceToTrim
    var guarded = surfaces.top.values
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let index = layout.index(column, row)
        let depth = distance.values[index]
        guard depth < reach, depth > -SoleField.margin else { continue }
        let inward = gradient(of: distance, column, row)
        guard inward != .zero else { continue }
        let inside = layout.position(index) + inward * (reach - depth)
        let height = surfaces.top.interpolated(at: inside)
        if height.isFinite { guarded[index] = min(height, guarded[index]) }
      }
    }
    surfaces.top.values = guarded
  }

  /// Unit direction in which the distance to the trim line grows fastest (central differences).
  private func gradient(of grid: HeightGrid, _ column: Int, _ row: Int) -> Vector2 {
    let layout = grid.layout
    let left = max(column - 1, 0)
    let right = min(column + 1, layout.columns - 1)
    let below = max(row - 1, 0)
    let above = min(row + 1, layout.rows - 1)
    return Vector2(
      (grid[right, row] - grid[left, row]) / Double(max(right - left, 1)),
      (grid[column, above] - grid[column, below]) / Double(max(above - below, 1))
    ).normalized
  }
}
