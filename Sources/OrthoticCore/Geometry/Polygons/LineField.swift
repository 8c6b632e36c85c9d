/// Where the nodes of a grid lie relative to closed lines: inside or outside, and beside which side.
struct LineField {
  /// Inside by the even–odd rule, one per node.
  private(set) var inside: [Bool]
  /// The closest side for nodes within reach of a line, else −1.
  private(set) var nearestSide: [Int32]
  /// Squared distance to it, mm²; infinite beyond reach.
  private(set) var squaredDistance: [Double]

  /// Computes the field exactly for all nodes within `reach` (mm) of a line; the lines may leave the grid.
  init(_ layout: GridLayout, lines: BoundaryLines, reach: Double) {
    inside = Self.inside(layout, lines)
    nearestSide = [Int32](repeating: -1, count: layout.count)
    squaredDistance = [Double](repeating: .infinity, count: layout.count)
    if lines.areFinite { measureBand(layout, lines, reach) }
  }

  /// Which nodes of a grid lie inside closed lines (even–odd rule); none where the lines are no numbers.
  static func inside(_ layout: GridLayout, _ lines: BoundaryLines) -> [Bool] {
    var inside = [Bool](repeating: false, count: layout.count)
    guard lines.areFinite else { return inside }
    // The rows v with min < v ≤ max that each side crosses: a corner on a row is counted once.
    let rowsOfSide = lines.points.indices.map { side -> Range<Int> in
      let a = (lines.points[side].y - layout.origin.y) / layout.spacing
      let b = (lines.points[Int(lines.next[side])].y - layout.origin.y) / layout.spacing
      let first = index(min(a, b).rounded(.down) + 1, below: layout.rows)
      return first..<max(first, index(max(a, b).rounded(.down) + 1, below: layout.rows))
    }
    // Crossings sorted into rows by counting.
    var starts = [Int](repeating: 0, count: layout.rows + 1)
    for rows in rowsOfSide { for row in rows { starts[row + 1] += 1 } }
    for row in 0..<layout.rows { starts[row + 1] += starts[row] }
    var crossings = [Double](repeating: 0, count: starts[layout.rows])
    var cursor = starts
    for (side, rows) in rowsOfSide.enumerated() {
      let a = lines.points[side]
      let b = lines.points[Int(lines.next[side])]
      for row in rows {
        let share = (layout.y(row) - a.y) / (b.y - a.y)
        crossings[cursor[row]] = (a.x + share * (b.x - a.x) - layout.origin.x) / layout.spacing
        cursor[row] += 1
      }
    }
    for row in 0..<layout.rows {
      let sorted = crossings[starts[row]..<starts[row + 1]].sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        let first = index(sorted[pair].rounded(.up), below: layout.columns)
        let last = index(sorted[pair + 1].rounded(.up), below: layout.columns)
        for column in first..<max(first, last) { inside[row * layout.columns + column] = true }
      }
    }
    return inside
  }

  private mutating func measureBand(_ layout: GridLayout, _ lines: BoundaryLines, _ reach: Double) {
    let limit = reach * reach
    func span(_ a: Double, _ b: Double, _ origin: Double, _ count: Int) -> Range<Int> {
      let first = Self.index(((min(a, b) - reach - origin) / layout.spacing).rounded(.up), below: count)
      let last = Self.index(((max(a, b) + reach - origin) / layout.spacing).rounded(.down) + 1, below: count)
      return first..<max(first, last)
    }
    for side in lines.points.indices {
      let a = lines.points[side]
      let b = lines.points[Int(lines.next[side])]
      let across = span(a.x, b.x, layout.origin.x, layout.columns)
      for row in span(a.y, b.y, layout.origin.y, layout.rows) {
        for column in across {
          let index = row * layout.columns + column
          let place = lines.closest(side: side, to: Vector2(layout.x(column), layout.y(row)))
          if place.squared <= limit, place.squared < squaredDistance[index] {
            squaredDistance[index] = place.squared
            nearestSide[index] = Int32(side)
          }
        }
      }
    }
  }

  /// A whole number as an index, clamped between 0 and the count.
  private static func index(_ value: Double, below count: Int) -> Int {
    Int(min(max(value, 0), Double(count)))
  }
}
