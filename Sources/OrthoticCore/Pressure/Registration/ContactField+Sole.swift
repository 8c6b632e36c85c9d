extension ContactField {
  /// The contact that a scanned sole would make if as much of it touched as the footprint shows.
  ///
  /// The scan may be loaded or not, so no fixed height tells contact: the height is taken below which the sole has the
  /// area of the footprint.
  init(sole: HeightGrid, touching area: Double) {
    let heights = ContactField.coarsened(sole)
    let known = heights.values.filter { !$0.isNaN }.sorted()
    let layout = heights.layout
    // Never the whole sole: its rim does not touch.
    let count = min(Int(min(area / layout.cellArea, 1e9)), known.count * 9 / 10)
    guard count > 0 else {
      self.init(layout: layout, values: [Double](repeating: 0, count: layout.count))
      return
    }
    let lowest = known[count]
    let depth = known[..<count].reduce(0) { $0 + (lowest - $1) } / Double(count)
    // A sole that lies flat has no depth and is all at one height: it touches up to a scan's noise above it.
    let level = lowest + max(Self.flatDepth - depth, 0)
    let half = max(depth / 2, 0.05)
    let values = heights.values.map { height -> Double in
      guard height < level + half else { return 0 }
      let depth = max(level - height, 0)
      return depth / (depth + half)
    }
    self = ContactField(layout: layout, values: values).smoothed()
  }

  /// Depth of contact of a sole that lies flat, mm.
  private static let flatDepth = 0.3

  /// Block means of a fine grid, with two empty nodes around it.
  private static func coarsened(_ grid: HeightGrid) -> HeightGrid {
    let fine = grid.layout
    let columns = Int(Double(fine.columns - 1) * fine.spacing / spacing) + 6
    let rows = Int(Double(fine.rows - 1) * fine.spacing / spacing) + 6
    let layout = GridLayout(
      origin: Vector2(fine.origin.x - 2 * spacing, fine.origin.y - 2 * spacing), spacing: spacing, columns: columns,
      rows: rows)
    var sums = [Double](repeating: 0, count: layout.count)
    var counts = [Int](repeating: 0, count: layout.count)
    for row in 0..<fine.rows {
      let coarseRow = Int(Double(row) * fine.spacing / spacing + 2.5)
      for column in 0..<fine.columns {
        let value = grid.values[row * fine.columns + column]
        guard !value.isNaN else { continue }
        let index = coarseRow * columns + Int(Double(column) * fine.spacing / spacing + 2.5)
        sums[index] += value
        counts[index] += 1
      }
    }
    // A node that the sole covers by less than half belongs to the outside.
    let full = (spacing / fine.spacing) * (spacing / fine.spacing)
    return HeightGrid(
      layout: layout,
      values: sums.indices.map { Double(counts[$0]) * 2 >= full ? sums[$0] / Double(counts[$0]) : .nan })
  }
}
