/// Floods a mask on a grid from its first corner.
enum GridFlood {
  /// What can be reached from the first cell without crossing walls, step by step across cells' sides.
  ///
  /// - Parameters:
  ///   - walls: A cell's value at `row · columns + column`; the first cell counts as open.
  ///   - columns: Cells in a row.
  ///   - rows: Number of rows.
  static func outside(_ walls: [Bool], columns: Int, rows: Int) -> [Bool] {
    precondition(columns > 0 && rows > 0 && walls.count == columns * rows, "a value for each cell")
    var isReached = [Bool](repeating: false, count: walls.count)
    var stack = [0]
    isReached[0] = true
    while let index = stack.popLast() {
      let column = index % columns
      let row = index / columns
      for (i, j) in [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)] {
        guard i >= 0, j >= 0, i < columns, j < rows else { continue }
        let next = j * columns + i
        if !walls[next], !isReached[next] {
          isReached[next] = true
          stack.append(next)
        }
      }
    }
    return isReached
  }
}
