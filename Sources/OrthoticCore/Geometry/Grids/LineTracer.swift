/// Strings the pieces together that marching squares leaves in the cells of a grid.
///
/// Places are the grid's edges, by numbers of the caller's; a line is known by the edges that it crosses.
struct LineTracer {
  /// For each edge where a line enters a cell the edge where it leaves, −1 for others.
  private var next: [Int32]
  /// Edges where pieces begin, cell by cell.
  private var starts: [Int] = []

  /// Creates a tracer for edges numbered from 0.
  init(edges: Int) { next = [Int32](repeating: -1, count: edges) }

  /// Adds the pieces of a cell, higher values to their left; saddles keep the high corners apart.
  ///
  /// - Parameter corners: Which corners are high: 1 lower left, 2 lower right, 4 upper right, 8 upper left.
  mutating func cross(corners: Int, low: Int, right: Int, high: Int, left: Int) {
    switch corners {
    case 1: join(low, left)
    case 2: join(right, low)
    case 3: join(right, left)
    case 4: join(high, right)
    case 5:
      join(low, left)
      join(high, right)
    case 6: join(high, low)
    case 7: join(high, left)
    case 8: join(left, high)
    case 9: join(low, high)
    case 10:
      join(right, low)
      join(left, high)
    case 11: join(right, high)
    case 12: join(left, right)
    case 13: join(low, right)
    case 14: join(left, low)
    default: break
    }
  }

  private mutating func join(_ from: Int, _ to: Int) {
    next[from] = Int32(to)
    starts.append(from)
  }

  /// The lines that close, in the order of their first cell; what leaves the grid is dropped.
  ///
  /// - Parameter crossing: Where an edge is crossed.
  consuming func closedLines(_ crossing: (Int) -> Vector2) -> [Outline] {
    var lines: [Outline] = []
    for start in starts where next[start] >= 0 {
      var points: [Vector2] = []
      var edge = start
      while next[edge] >= 0 {
        points.append(crossing(edge))
        let following = Int(next[edge])
        next[edge] = -1
        edge = following
      }
      if edge == start, points.count > 2 { lines.append(Outline(points: points)) }
    }
    return lines
  }
}
