/// The sole as a height grid without gaps.
struct PlantarSurface: Sendable {
  /// Height above the ground at every node inside the outline, `nan` outside.
  let heights: HeightGrid
  /// True where the height was filled in.
  let filled: [Bool]
  /// What the user should know about it.
  let findings: [Finding]

  /// Grids the sole and fills its gaps.
  init(_ frame: CanonicalFrame, reading: SoleReading, spacing: Double) {
    let layout = reading.rim.outline.layout(spacing: spacing)
    var grid =
      frame.triangles.isEmpty
      ? SoleHeights(frame.sole, layer: reading.layer, on: layout).grid
      : SoleHeights(frame.points, triangles: frame.triangles, layer: reading.layer, on: layout).grid
    let inside = reading.rim.outline.mask(on: layout)
    var filled = [Bool](repeating: false, count: layout.count)
    for node in inside.indices {
      if !inside[node] { grid.values[node] = .nan }
      filled[node] = inside[node] && grid.values[node].isNaN
    }
    Membrane.fill(&grid.values, columns: layout.columns, rows: layout.rows, inside: inside)
    heights = grid
    self.filled = filled
    findings = []
  }
}
