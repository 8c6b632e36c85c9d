/// Traces roughly the silhouette of points seen from above.
enum SilhouetteTrace {
  /// The outermost line around the points; `nil` where there is none.
  static func outline(of points: [Vector3]) -> Outline? {
    guard points.count > 30, let box = Bounds2(points.lazy.map(\.xy)), box.size.x < 1000, box.size.y < 1000 else {
      return nil
    }
    // About eight points per cell, between 2 and 5 mm.
    let area = max(box.size.x * box.size.y * 0.7, 1)
    let cell = min(max((8 * area / Double(points.count)).squareRoot(), 2), 5)
    let gap = Int((6 / cell).rounded(.up))
    let margin = Double(gap + 3) * cell
    let layout = GridLayout(
      origin: box.minimum - Vector2(margin, margin), spacing: cell,
      columns: Int((box.size.x + 2 * margin) / cell) + 1, rows: Int((box.size.y + 2 * margin) / cell) + 1)
    var counts = [Double](repeating: 0, count: layout.count)
    for p in points {
      let column = Int((p.x - layout.origin.x) / cell + 0.5)
      let row = Int((p.y - layout.origin.y) / cell + 0.5)
      counts[row * layout.columns + column] += 1
    }
    // A border cell may be covered by a third only; a few stray points do not make a border.
    let enough = 0.35 * (counts.filter { $0 > 0 }.median ?? 0)
    // Close the gaps: grow, then shrink by as much.
    let grown = Self.grown(counts.map { $0 > enough }, layout, by: gap)
    let closed = Self.grown(grown.map { !$0 }, layout, by: gap)
    let field = smoothed(closed.map { $0 ? 0.0 : 1.0 }, layout)
    return Contour.closedLines(of: field, on: layout, level: 0.5).first { $0.signedArea > 0 }
  }

  /// The mask with everything within a radius of it, in cells.
  private static func grown(_ mask: [Bool], _ layout: GridLayout, by radius: Int) -> [Bool] {
    let columns = layout.columns
    let rows = layout.rows
    // Distance along the row to the nearest marked cell, then combined over rows.
    var across = [Int32](repeating: Int32(radius) + 1, count: mask.count)
    for row in 0..<rows {
      var distance = radius + 1
      for column in 0..<columns {
        let n = row * columns + column
        distance = mask[n] ? 0 : min(distance + 1, radius + 1)
        across[n] = Int32(distance)
      }
      distance = radius + 1
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let n = row * columns + column
        distance = mask[n] ? 0 : min(distance + 1, radius + 1)
        across[n] = min(across[n], Int32(distance))
      }
    }
    var result = [Bool](repeating: false, count: mask.count)
    for row in 0..<rows {
      for j in max(row - radius, 0)...min(row + radius, rows - 1) {
        let rest = radius * radius - (j - row) * (j - row)
        for column in 0..<columns {
          let d = Int(across[j * columns + column])
          if d * d <= rest { result[row * columns + column] = true }
        }
      }
    }
    return result
  }

  private static func smoothed(_ values: [Double], _ layout: GridLayout) -> [Double] {
    let columns = layout.columns
    var across = values
    for n in 1..<max(values.count - 1, 1) { across[n] = (values[n - 1] + 2 * values[n] + values[n + 1]) / 4 }
    var both = across
    for n in columns..<max(values.count - columns, columns) {
      both[n] = (across[n - columns] + 2 * across[n] + across[n + columns]) / 4
    }
    return both
  }
}
