extension PressureRecording {
  /// The recording laid down differently, every frame alike.
  package func turned(_ turn: GridTurn) -> PressureRecording {
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
