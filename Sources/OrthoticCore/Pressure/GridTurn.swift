/// One of the eight ways to lay a rectangular grid on itself: quarter turns, then perhaps a mirror.
package struct GridTurn: Equatable, Hashable, Sendable {
  /// Quarter turns anticlockwise, 0 to 3.
  package var quarterTurns: Int
  /// Whether the columns are then reversed.
  package var mirrored: Bool

  /// Creates a turn.
  package init(quarterTurns: Int = 0, mirrored: Bool = false) {
    self.quarterTurns = ((quarterTurns % 4) + 4) % 4
    self.mirrored = mirrored
  }

  /// Leaves everything as it is.
  package static let none = GridTurn()

  /// The old index of each new cell of a grid of `columns` × `rows`, in the new order.
  func sources(columns: Int, rows: Int) -> [Int] {
    let swaps = quarterTurns % 2 == 1
    let newColumns = swaps ? rows : columns
    let newRows = swaps ? columns : rows
    var sources: [Int] = []
    sources.reserveCapacity(columns * rows)
    for row in 0..<newRows {
      for newColumn in 0..<newColumns {
        let column = mirrored ? newColumns - 1 - newColumn : newColumn
        // Anticlockwise by a quarter: what lay along +x lies along +y afterwards.
        let source =
          switch quarterTurns {
          case 0: row * columns + column
          case 1: (rows - 1 - column) * columns + row
          case 2: (rows - 1 - row) * columns + (columns - 1 - column)
          default: column * columns + (columns - 1 - row)
          }
        sources.append(source)
      }
    }
    return sources
  }
}
