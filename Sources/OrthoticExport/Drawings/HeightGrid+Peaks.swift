import OrthoticCore

/// The peaks of a pressure map, which pictures mark with their numbers.
extension HeightGrid {
  /// The highest node near a place, and its value; 0 where nothing is known.
  func highest(within distance: Double, of place: Vector2) -> (place: Vector2, value: Double) {
    var best = (place: place, value: 0.0)
    for index in values.indices where values[index] > best.value && values[index].isFinite {
      let node = layout.position(index)
      if (node - place).length <= distance { best = (node, values[index]) }
    }
    return best
  }

  /// The highest places, none nearer than a distance to a higher one: at most eight, all above a fifth of the highest.
  func peaks(apart distance: Double) -> [Vector2] {
    let highest = values.reduce(0) { $1 > $0 && $1.isFinite ? $1 : $0 }
    guard highest > 0 else { return [] }
    var tops: [(place: Vector2, value: Double)] = []
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let value = self[column, row]
        guard value > highest / 5, value.isFinite, isTop(column, row) else { continue }
        tops.append((Vector2(layout.x(column), layout.y(row)), value))
      }
    }
    // Equal values in the order of the grid: the sort must not choose.
    let order = tops.indices.sorted { tops[$0].value != tops[$1].value ? tops[$0].value > tops[$1].value : $0 < $1 }
    var chosen: [Vector2] = []
    for index in order where chosen.count < 8 {
      if chosen.allSatisfy({ ($0 - tops[index].place).length >= distance }) { chosen.append(tops[index].place) }
    }
    return chosen
  }

  private func isTop(_ column: Int, _ row: Int) -> Bool {
    for r in max(row - 1, 0)...min(row + 1, layout.rows - 1) {
      for c in max(column - 1, 0)...min(column + 1, layout.columns - 1) where self[c, r] > self[column, row] {
        return false
      }
    }
    return true
  }
}
