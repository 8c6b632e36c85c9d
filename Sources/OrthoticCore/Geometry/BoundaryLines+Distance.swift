extension BoundaryLines {
  /// Nodes along a side of the blocks of both levels in which sides are sorted out.
  private static let coarseBlock = 32
  private static let fineBlock = 8

  /// Whether all corners are numbers.
  var areFinite: Bool { points.allSatisfy { $0.x.isFinite && $0.y.isFinite } }

  /// Distance from the lines at every node of a grid, mm, where it lies within a range; nodes farther away take the
  /// range's end, nearer ones some distance below its start.
  ///
  /// Exact. For a block of nodes only those sides can be closest that are not farther from its middle than the closest
  /// one by more than the block's diagonal; blocks within blocks leave a handful for each node.
  func distances(on layout: GridLayout, within range: ClosedRange<Double>) -> [Double] {
    let limit = range.upperBound
    guard areFinite, !points.isEmpty else { return [Double](repeating: limit, count: layout.count) }
    let sides = points.indices.map { Side(from: points[$0], to: points[Int(next[$0])]) }
    let strips = (layout.rows + Self.coarseBlock - 1) / Self.coarseBlock
    let found = Parallel.map(count: strips) { strip -> [Double] in
      let rows = strip * Self.coarseBlock..<min((strip + 1) * Self.coarseBlock, layout.rows)
      return Self.distances(to: sides, on: layout, rows: rows, within: range)
    }
    return found.flatMap { $0 }
  }

  private static func distances(
    to sides: [Side], on layout: GridLayout, rows: Range<Int>, within range: ClosedRange<Double>
  ) -> [Double] {
    let limit = range.upperBound
    var values = [Double](repeating: limit, count: rows.count * layout.columns)
    for column in stride(from: 0, to: layout.columns, by: coarseBlock) {
      let columns = column..<min(column + coarseBlock, layout.columns)
      let coarse = Block(layout, columns, rows)
      let near = candidates(of: sides, for: coarse, limit: limit).map(\.side)
      if near.isEmpty { continue }
      for low in stride(from: rows.lowerBound, to: rows.upperBound, by: fineBlock) {
        for left in stride(from: columns.lowerBound, to: columns.upperBound, by: fineBlock) {
          let fine = Block(
            layout, left..<min(left + fineBlock, columns.upperBound),
            low..<min(low + fineBlock, rows.upperBound))
          let closest = candidates(of: near, for: fine, limit: limit).sorted { $0.distance < $1.distance }
          guard let first = closest.first else { continue }
          let isTooNear = first.distance + fine.radius < range.lowerBound
          for row in fine.rows {
            for column in fine.columns {
              if isTooNear {
                values[(row - rows.lowerBound) * layout.columns + column] = first.distance
                continue
              }
              let node = Vector2(layout.x(column), layout.y(row))
              values[(row - rows.lowerBound) * layout.columns + column] = distance(
                from: node, offset: (node - fine.middle).length, to: closest, limit: limit)
            }
          }
        }
      }
    }
    return values
  }

  /// Distance of one node from the closest of some sides, sorted by their distance from a point `offset` away.
  private static func distance(
    from node: Vector2, offset: Double, to sides: [Candidate], limit: Double
  ) -> Double {
    var best = limit
    var squaredBest = limit * limit
    for candidate in sides {
      // No side farther than this from the middle can be closer to the node.
      if candidate.distance - offset >= best { break }
      let squared = candidate.side.squaredDistance(from: node)
      if squared < squaredBest {
        squaredBest = squared
        best = squared.squareRoot()
      }
    }
    return best
  }

  /// Sides that can be closest to some node of a block, unless all are beyond the limit.
  private static func candidates(of sides: [Side], for block: Block, limit: Double) -> [Candidate] {
    let measured = sides.map { Candidate(side: $0, distance: $0.squaredDistance(from: block.middle).squareRoot()) }
    let least = measured.reduce(Double.infinity) { min($0, $1.distance) }
    let reach = min(least + 2 * block.radius, limit + block.radius)
    return measured.filter { $0.distance <= reach }
  }

  /// A side with what its distances need.
  private struct Side {
    private let start: Vector2
    private let along: Vector2
    private let inverse: Double

    init(from start: Vector2, to end: Vector2) {
      self.start = start
      along = end - start
      let squared = along.dot(along)
      inverse = squared > 0 ? 1 / squared : 0
    }

    @inline(__always)
    func squaredDistance(from point: Vector2) -> Double {
      let gap = point - start
      let share = min(max(gap.dot(along) * inverse, 0), 1)
      let rest = gap - along * share
      return rest.dot(rest)
    }
  }

  /// A side and its distance from the middle of a block.
  private struct Candidate {
    var side: Side
    var distance: Double
  }

  /// A rectangle of nodes with the circle around it.
  private struct Block {
    var columns: Range<Int>
    var rows: Range<Int>
    var middle: Vector2
    var radius: Double

    init(_ layout: GridLayout, _ columns: Range<Int>, _ rows: Range<Int>) {
      self.columns = columns
      self.rows = rows
      let low = Vector2(layout.x(columns.lowerBound), layout.y(rows.lowerBound))
      let high = Vector2(layout.x(columns.upperBound - 1), layout.y(rows.upperBound - 1))
      middle = (low + high) * 0.5
      // A little more than the half diagonal, against rounding.
      radius = (high - low).length / 2 * (1 + 1e-12) + 1e-12
    }
  }
}
