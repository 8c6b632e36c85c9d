/// For every node of a grid the nearest marked node, by two sweeps that pass the nearest known source on.
///
/// P.-E. Danielsson, "Euclidean distance mapping", Computer Graphics and Image Processing 14 (1980): exact but for
/// rare cases in which it errs by less than a third of the spacing.
public struct NearestNode: Sendable {
  private let layout: GridLayout
  private let sources: [Int32]

  /// Propagates the marked nodes over the grid.
  public init(of marked: [Bool], layout: GridLayout) {
    precondition(marked.count == layout.count, "one mark per node")
    self.layout = layout
    let columns = layout.columns
    let rows = layout.rows
    var sources = [Int32](repeating: -1, count: marked.count)
    for index in marked.indices where marked[index] { sources[index] = Int32(truncatingIfNeeded: index) }

    func distance(_ source: Int32, _ column: Int, _ row: Int) -> Int {
      guard source >= 0 else { return .max }
      let (y, x) = Int(source).quotientAndRemainder(dividingBy: columns)
      return (x - column) * (x - column) + (y - row) * (y - row)
    }
    func offer(_ from: Int, to index: Int, _ column: Int, _ row: Int) {
      let candidate = sources[from]
      guard candidate >= 0, candidate != sources[index] else { return }
      if distance(candidate, column, row) < distance(sources[index], column, row) { sources[index] = candidate }
    }
    func sweepRow(_ row: Int, from neighbour: Int?) {
      let start = row * columns
      for column in 0..<columns where !marked[start + column] {
        if let neighbour {
          let other = neighbour * columns
          offer(other + column, to: start + column, column, row)
          if column > 0 { offer(other + column - 1, to: start + column, column, row) }
          if column + 1 < columns { offer(other + column + 1, to: start + column, column, row) }
        }
        if column > 0 { offer(start + column - 1, to: start + column, column, row) }
      }
      for column in stride(from: columns - 2, through: 0, by: -1) where !marked[start + column] {
        offer(start + column + 1, to: start + column, column, row)
      }
    }
    for row in 0..<rows { sweepRow(row, from: row > 0 ? row - 1 : nil) }
    for row in stride(from: rows - 1, through: 0, by: -1) { sweepRow(row, from: row + 1 < rows ? row + 1 : nil) }
    self.sources = sources
  }

  /// The nearest marked node and its distance in mm; `nil` where no node is marked at all.
  public func source(of index: Int) -> (index: Int, distance: Double)? {
    let source = Int(sources[index])
    guard source >= 0 else { return nil }
    return (source, (layout.position(source) - layout.position(index)).length)
  }
}
