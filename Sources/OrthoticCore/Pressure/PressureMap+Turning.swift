extension PressureMap {
  /// The map laid down differently; cell sizes follow.
  package func turned(_ turn: GridTurn) -> PressureMap {
    let swaps = turn.quarterTurns % 2 == 1
    return PressureMap(
      columns: swaps ? rows : columns, rows: swaps ? columns : rows, cellWidth: swaps ? cellLength : cellWidth,
      cellLength: swaps ? cellWidth : cellLength,
      values: turn.sources(columns: columns, rows: rows).map { values[$0] })
  }

  /// The map as the other foot would have made it.
  package var mirrored: PressureMap { turned(GridTurn(mirrored: true)) }
}

extension PressureMap {
  /// The map with blocks of `factor` × `factor` cells averaged; blocks at the far borders take what is there.
  func coarsened(by factor: Int) -> PressureMap {
    precondition(factor > 0, "a block has cells")
    let newColumns = (columns + factor - 1) / factor
    let newRows = (rows + factor - 1) / factor
    var sums = [Double](repeating: 0, count: newColumns * newRows)
    for row in 0..<rows {
      for column in 0..<columns where values[row * columns + column] > 0 {
        sums[row / factor * newColumns + column / factor] += values[row * columns + column]
      }
    }
    let cells = Double(factor * factor)
    return PressureMap(
      columns: newColumns, rows: newRows, cellWidth: cellWidth * Double(factor),
      cellLength: cellLength * Double(factor), values: sums.map { $0 / cells })
  }
}
