extension BoundaryLines {
  /// Nodes along a side of the blocks of both levels in which sides are sorted out.
  private static let coarseBlock = 32
  private static let fineBlock = 8

  /// Whether all corners are numbers.
  var areFinite: Bool { points.allSatisfy { $0.x.isFinite && $0.y.isFinite } }

  /// Distance of a node from the lines, mm, and the side that is closest; −1 where that was not sought.
  struct Closest {
    var distance: Double
    var side: Int32 = -1
  }

  /// How far from the lines distances are wanted, mm.
  struct Reach {
    /// Nodes nearer than this may take any distance below it.
    var least = 0.0
    /// Nodes inside the lines that are farther away take some distance not below this one.
    var inside: Double
    /// The same for nodes outside.
    var outside: Double

    /// The distance that nodes beyond reach take.
    var limit: Double { max(inside, outside) }
  }

  /// The closest side and its distance at every node of a grid, as far as distances are wanted.
  ///
  /// Exact. For a block of nodes only those sides can be closest that are not farther from its middle than the closest
  /// one by more than the block's diagonal; blocks within blocks leave a handful for each node.
  ///
  /// - Parameter isInside: Whether each node lies inside the lines.
  func closest(on layout: GridLayout, isInside: [Bool], reach: Reach) -> [Closest] {
    guard areFinite, !points.isEmpty else {
      return [Closest](repeating: Closest(distance: reach.limit), count: layout.count)
    }
    let sides = points.indices.map { Side(Int32(truncatingIfNeeded: $0), from: points[$0], to: points[Int(next[$0])]) }
    let strips = (layout.rows + Self.coarseBlock - 1) / Self.coarseBlock
    let found = Parallel.map(count: strips) { strip -> [Closest] in
      let rows = strip * Self.coarseBlock..<min((strip + 1) * Self.coarseBlock, layout.rows)
      return Self.closest(of: sides, on: layout, rows: rows, isInside: isInside, reach: reach)
    }
    var all: [Closest] = []
    all.reserveCapacity(layout.count)
    for strip in found { all += strip }
    return all
  }

  private static func closest(
    of sides: [Side], on layout: GridLayout, rows: Range<Int>, isInside: [Bool], reach: Reach
  ) -> [Closest] {
    let limit = reach.limit
    var values = [Closest](repeating: Closest(distance: limit), count: rows.count * layout.columns)
    // Whether a block that no line comes near lies beyond reach as a whole.
    func isBeyond(_ block: Block, _ nearest: Double) -> Bool {
      guard nearest > block.radius else { return false }
      let corner = layout.index(block.columns.lowerBound, block.rows.lowerBound)
      return nearest - block.radius > (isInside[corner] ? reach.inside : reach.outside)
    }
    for column in stride(from: 0, to: layout.columns, by: coarseBlock) {
      let columns = column..<min(column + coarseBlock, layout.columns)
      let coarse = Block(layout, columns, rows)
      let (near, nearest) = candidates(of: sides, for: coarse, limit: limit)
      if near.isEmpty || isBeyond(coarse, nearest) { continue }
      let nearSides = near.map(\.side)
      for low in stride(from: rows.lowerBound, to: rows.upperBound, by: fineBlock) {
        for left in stride(from: columns.lowerBound, to: columns.upperBound, by: fineBlock) {
          let fine = Block(
            layout, left..<min(left + fineBlock, columns.upperBound),
            low..<min(low + fineBlock, rows.upperBound))
          var (candidates, nearest) = candidates(of: nearSides, for: fine, limit: limit)
          if candidates.isEmpty || isBeyond(fine, nearest) { continue }
          candidates.sort { $0.distance < $1.distance }
          let isTooNear = nearest + fine.radius < reach.least
          for row in fine.rows {
            for column in fine.columns {
              let slot = (row - rows.lowerBound) * layout.columns + column
              if isTooNear {
                values[slot].distance = nearest
                continue
              }
              let node = Vector2(layout.x(column), layout.y(row))
              values[slot] = closest(
                of: candidates, to: node, offset: (node - fine.middle).length, limit: limit)
            }
          }
        }
      }
    }
    return values
  }

  /// The closest to a node of some sides, sorted by their distance from a point `offset` away.
  private static func closest(
    of sides: [Candidate], to node: Vector2, offset: Double, limit: Double
  ) -> Closest {
    var best = Closest(distance: limit)
    var squaredBest = limit * limit
    for candidate in sides {
      // No side farther than this from the middle can be closer to the node.
      if candidate.distance - offset >= best.distance { break }
      let squared = candidate.side.squaredDistance(from: node)
      if squared < squaredBest {
        squaredBest = squared
        best = Closest(distance: squared.squareRoot(), side: candidate.side.number)
      }
    }
    return best
  }

  /// Sides that can be closest to some node of a block, unless all are beyond the limit, and the least distance of a
  /// side from its middle.
  private static func candidates(
    of sides: [Side], for block: Block, limit: Double
  ) -> (candidates: [Candidate], least: Double) {
    let measured = sides.map { Candidate(side: $0, distance: $0.squaredDistance(from: block.middle).squareRoot()) }
    let least = measured.reduce(Double.infinity) { min($0, $1.distance) }
    let reach = min(least + 2 * block.radius, limit + block.radius)
    return (measured.filter { $0.distance <= reach }, least)
  }

  /// A side with what its distances need.
  private struct Side {
    let number: Int32
    private let start: Vector2
    private let along: Vector2
    private let inverse: Double

    init(_ number: Int32, from start: Vector2, to end: Vector2) {
      self.number = number
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
