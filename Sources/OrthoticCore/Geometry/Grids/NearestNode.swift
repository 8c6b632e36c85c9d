/// For every node of a grid the nearest marked node, by two sweeps that pass the nearest known source on.
///
/// P.-E. Danielsson, "Euclidean distance mapping", Computer Graphics and Image Processing 14 (1980): exact but for
/// rare cases in which it errs by less than a third of the spacing.
package struct NearestNode: Sendable {
  private let layout: GridLayout
  /// Column and row of the nearest marked node, −1 where none is known.
  private var sources: [Source]

  private struct Source: Equatable {
    var column: Int32
    var row: Int32
  }

  private static let unknown = Source(column: -1, row: -1)

  /// Propagates the marked nodes over the grid.
  package init(of marked: [Bool], layout: GridLayout) {
    precondition(marked.count == layout.count, "one mark per node")
    self.layout = layout
    sources = [Source](repeating: Self.unknown, count: marked.count)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns where marked[row * layout.columns + column] {
        sources[row * layout.columns + column] = Source(
          column: Int32(truncatingIfNeeded: column), row: Int32(truncatingIfNeeded: row))
      }
    }
    for row in 0..<layout.rows { sweep(row, from: row - 1) }
    for row in stride(from: layout.rows - 1, through: 0, by: -1) { sweep(row, from: row + 1) }
  }

  /// Passes sources on from the neighbouring row, then along the row both ways.
  private mutating func sweep(_ row: Int, from neighbour: Int) {
    let columns = layout.columns
    let start = row * columns
    let here = Int32(truncatingIfNeeded: row)
    if neighbour >= 0, neighbour < layout.rows {
      let other = neighbour * columns
      for column in 0..<columns {
        var best = sources[start + column]
        var least = Self.distance(best, column, here)
        guard least > 0 else { continue }
        for step in max(column - 1, 0)...min(column + 1, columns - 1) {
          let candidate = sources[other + step]
          let distance = Self.distance(candidate, column, here)
          if distance < least {
            best = candidate
            least = distance
          }
        }
        sources[start + column] = best
      }
    }
    var last = Self.unknown
    for column in 0..<columns { last = offered(last, to: start + column, column, here) }
    last = Self.unknown
    for column in stride(from: columns - 1, through: 0, by: -1) {
      last = offered(last, to: start + column, column, here)
    }
  }

  /// Takes a source where it is nearer than the known one, and returns the one that now stands.
  private mutating func offered(_ candidate: Source, to index: Int, _ column: Int, _ row: Int32) -> Source {
    let known = sources[index]
    guard candidate != known, Self.distance(candidate, column, row) < Self.distance(known, column, row) else {
      return known
    }
    sources[index] = candidate
    return candidate
  }

  /// Squared distance in nodes; the largest number from a source that is not known.
  private static func distance(_ source: Source, _ column: Int, _ row: Int32) -> Int64 {
    guard source.column >= 0 else { return .max }
    let x = Int64(source.column) - Int64(column)
    let y = Int64(source.row) - Int64(row)
    return x * x + y * y
  }

  /// The nearest marked node and its distance in mm; `nil` where no node is marked at all.
  package func source(of index: Int) -> (index: Int, distance: Double)? {
    let source = sources[index]
    guard source.column >= 0 else { return nil }
    let row = index / layout.columns
    let x = Double(Int(source.column) - (index - row * layout.columns))
    let y = Double(Int(source.row) - row)
    return (
      Int(source.row) * layout.columns + Int(source.column), layout.spacing * (x * x + y * y).squareRoot()
    )
  }
}
