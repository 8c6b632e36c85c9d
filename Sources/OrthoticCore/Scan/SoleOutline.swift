/// The silhouette of the sole seen from above.
enum SoleOutline {
  /// Height up to which the surface counts, mm: the calf and the ankle must not widen the outline.
  static let height = 25.0

  /// Traces the silhouette of everything below `height`.
  static func traced(_ surface: PlacedSurface, spacing: Double = 1) -> Outline? {
    var low = Vector2(.infinity, .infinity)
    var high = Vector2(-.infinity, -.infinity)
    var count = 0
    for p in surface.points where p.z < height {
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
      count += 1
    }
    guard count > 10, high.x - low.x < 1000, high.y - low.y < 1000 else { return nil }
    // Points lie apart: gaps up to this wide are closed.
    let gap = surface.triangles.isEmpty ? max(Int(4 / spacing), 1) : max(Int(2 / spacing), 1)
    let margin = Double(gap + 3) * spacing
    let layout = GridLayout(
      origin: low - Vector2(margin, margin), spacing: spacing,
      columns: Int((high.x - low.x + 2 * margin) / spacing) + 1, rows: Int((high.y - low.y + 2 * margin) / spacing) + 1)
    var mask = [Bool](repeating: false, count: layout.count)
    for p in surface.points where p.z < height {
      let column = Int((p.x - layout.origin.x) / spacing + 0.5)
      let row = Int((p.y - layout.origin.y) / spacing + 0.5)
      mask[row * layout.columns + column] = true
    }
    if !surface.triangles.isEmpty {
      let facets = surface.lowestSurface(on: layout)
      for node in mask.indices where facets.values[node] < height { mask[node] = true }
    }
    // Close the gaps between points: grow, then shrink by as much.
    mask = grown(mask, layout, by: gap)
    mask = mask.map { !$0 }
    mask = grown(mask, layout, by: gap)
    let field = smoothed(mask.map { $0 ? 0.0 : 1.0 }, layout)
    return Contour.closedLines(of: field, on: layout, level: 0.5).first { $0.signedArea > 0 }
  }

  private static func grown(_ mask: [Bool], _ layout: GridLayout, by radius: Int) -> [Bool] {
    var grown = mask
    for row in 0..<layout.rows {
      for column in 0..<layout.columns where mask[row * layout.columns + column] {
        for j in max(row - radius, 0)...min(row + radius, layout.rows - 1) {
          for i in max(column - radius, 0)...min(column + radius, layout.columns - 1) {
            if (i - column) * (i - column) + (j - row) * (j - row) <= radius * radius {
              grown[j * layout.columns + i] = true
            }
          }
        }
      }
    }
    return grown
  }

  private static func smoothed(_ values: [Double], _ layout: GridLayout) -> [Double] {
    let columns = layout.columns
    let rows = layout.rows
    var across = values
    for row in 0..<rows {
      for column in 1..<max(columns - 1, 1) {
        let n = row * columns + column
        across[n] = (values[n - 1] + 2 * values[n] + values[n + 1]) / 4
      }
    }
    var both = across
    for row in 1..<max(rows - 1, 1) {
      for column in 0..<columns {
        let n = row * columns + column
        both[n] = (across[n - columns] + 2 * across[n] + across[n + columns]) / 4
      }
    }
    return both
  }
}
