extension GridLayout {
  /// Lines across each cell along which the area inside an outline is measured.
  private static let lines = 4
  /// Least share of a node that belongs to the area: one that the outline just misses.
  private static let leastShare = 0.05

  /// Area of each node as a share of a cell, where the cells along the edge are cut by an outline.
  ///
  /// Each node stands for the square around it. What the outline cuts off is not counted; what it leaves of a square whose own node is no
  /// member goes to the nearest member beside it, so that the shares sum to the area inside.
  ///
  /// - Parameters:
  ///   - outline: The edge, mm.
  ///   - members: Nodes that share the area; the others get 0.
  func shares(inside outline: Outline, members: [Bool]) -> [Double] {
    precondition(members.count == count, "one value per node")
    var shares = [Double](repeating: 0, count: count)
    let points = outline.points
    for row in 0..<rows {
      for line in 0..<Self.lines {
        let y = self.y(row) + ((Double(line) + 0.5) / Double(Self.lines) - 0.5) * spacing
        var crossings: [Double] = []
        for (index, b) in points.enumerated() {
          let a = points[index == 0 ? points.count - 1 : index - 1]
          if (a.y > y) != (b.y > y) { crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) }
        }
        crossings.sort()
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          add(from: crossings[pair], to: crossings[pair + 1], row: row, &shares)
        }
      }
    }
    return given(shares, to: members)
  }

  /// Adds a stretch of one line to the cells of a row.
  private func add(from start: Double, to end: Double, row: Int, _ shares: inout [Double]) {
    let left = (start - origin.x) / spacing + 0.5
    let right = (end - origin.x) / spacing + 0.5
    guard right > 0, left < Double(columns) else { return }
    for column in max(Int(left), 0)...min(Int(right), columns - 1) {
      let covered = min(right, Double(column + 1)) - max(left, Double(column))
      if covered > 0 { shares[index(column, row)] += covered / Double(Self.lines) }
    }
  }

  private func given(_ shares: [Double], to members: [Bool]) -> [Double] {
    var given = shares
    for node in 0..<count where !members[node] && shares[node] > 0 {
      given[node] = 0
      let (row, column) = (node / columns, node % columns)
      var best: (node: Int, distance: Int)?
      for along in max(row - 1, 0)...min(row + 1, rows - 1) {
        for across in max(column - 1, 0)...min(column + 1, columns - 1) where members[index(across, along)] {
          let distance = (along - row) * (along - row) + (across - column) * (across - column)
          if distance < best?.distance ?? .max { best = (index(across, along), distance) }
        }
      }
      if let best { given[best.node] += shares[node] }
    }
    for node in 0..<count where members[node] { given[node] = max(given[node], Self.leastShare) }
    return given
  }
}
