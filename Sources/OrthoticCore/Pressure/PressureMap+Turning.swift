/// One of the eight ways to lay a rectangular grid on itself: quarter turns, then perhaps a mirror.
public struct GridTurn: Equatable, Hashable, Sendable {
  /// Quarter turns anticlockwise, 0 to 3.
  public var quarterTurns: Int
  /// Whether the columns are then reversed.
  public var mirrored: Bool

  /// Creates a turn.
  public init(quarterTurns: Int = 0, mirrored: Bool = false) {
    self.quarterTurns = ((quarterTurns % 4) + 4) % 4
    self.mirrored = mirrored
  }

  /// Leaves everything as it is.
  public static let none = GridTurn()

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

extension PressureMap {
  /// The map laid down differently; cell sizes follow.
  public func turned(_ turn: GridTurn) -> PressureMap {
    let swaps = turn.quarterTurns % 2 == 1
    return PressureMap(
      columns: swaps ? rows : columns, rows: swaps ? columns : rows, cellWidth: swaps ? cellLength : cellWidth,
      cellLength: swaps ? cellWidth : cellLength,
      values: turn.sources(columns: columns, rows: rows).map { values[$0] })
  }

  /// The map as the other foot would have made it.
  public var mirrored: PressureMap { turned(GridTurn(mirrored: true)) }
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

extension PressureRecording {
  /// The recording laid down differently, every frame alike.
  public func turned(_ turn: GridTurn) -> PressureRecording {
    var result = self
    result.turn(turn)
    return result
  }

  /// Lays the recording down differently without a second copy of its frames.
  mutating func turn(_ turn: GridTurn) {
    guard turn != .none else { return }
    if let turned = sensors?.turned(turn) {
      // The values belong to sensors; only their places turn.
      sensors = turned
      (columns, rows) = (turned.columns, turned.rows)
      (cellWidth, cellLength) = (turned.cellWidth, turned.cellLength)
      return
    }
    let sources = turn.sources(columns: columns, rows: rows)
    if turn.quarterTurns % 2 == 1 {
      swap(&columns, &rows)
      swap(&cellWidth, &cellLength)
    }
    var frame = [Float](repeating: 0, count: sources.count)
    var start = 0
    while start < values.count {
      for cell in 0..<sources.count { frame[cell] = values[start + sources[cell]] }
      // What stays as it is is not written: unloaded cells take no memory of their own (`ZeroPages`).
      for cell in 0..<sources.count where values[start + cell].bitPattern != frame[cell].bitPattern {
        values[start + cell] = frame[cell]
      }
      start += sources.count
    }
  }
}
