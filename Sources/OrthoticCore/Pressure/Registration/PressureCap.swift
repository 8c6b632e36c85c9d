/// Levels a picture where it is higher than what was measured near, without changing its force.
///
/// Each node may take the measured picture's highest value within a reach. The excess of a node goes to the nearest nodes
/// of the sole with room below their own caps, in proportion to it, ring by ring: so it stays where the map pressed. A map so
/// far beside the sole that all of it has no room there fills the nearest nodes up to its highest value.
struct PressureCap {
  private let measured: [Double]
  private let highest: Double
  private let layout: GridLayout
  /// The nodes within the reach of one, columns and rows away.
  private let nearby: [(columns: Int, rows: Int)]
  /// Caps that were asked for, `nan` for the others: few nodes of a picture ever need one.
  private var known: [Double]

  /// Caps of a picture.
  ///
  /// - Parameters:
  ///   - measured: The picture as measured, kPa.
  ///   - highest: No cap is higher than this, kPa.
  ///   - reach: How far a node looks, mm.
  ///   - layout: The grid of the picture.
  init(of measured: [Double], highest: Double, reach: Double, layout: GridLayout) {
    self.measured = measured
    self.highest = highest
    self.layout = layout
    known = [Double](repeating: .nan, count: layout.count)
    let steps = Int(reach / layout.spacing)
    let square = reach * reach / layout.cellArea
    nearby = (-steps...steps).flatMap { rows in
      (-steps...steps).filter { Double($0 * $0 + rows * rows) <= square }.map { (columns: $0, rows: rows) }
    }
  }

  /// The picture with no node of a mask above its cap; what finds no room at all is lost, for nothing was measured higher.
  mutating func leveled(_ picture: [Double], on mask: [Bool]) -> [Double] {
    var leveled = picture
    for node in leveled.indices where leveled[node] > measured[node] || leveled[node] > highest {
      let excess = leveled[node] - cap(at: node)
      guard excess > 0 else { continue }
      leveled[node] -= excess
      let left = spread(excess, from: node, over: &leveled, mask, isLocal: true)
      if left > 0 { _ = spread(left, from: node, over: &leveled, mask, isLocal: false) }
    }
    return leveled
  }

  /// Gives an excess to the nearest nodes with room; returns what is left.
  private mutating func spread(
    _ excess: Double, from node: Int, over picture: inout [Double], _ mask: [Bool], isLocal: Bool
  ) -> Double {
    var left = excess
    for ring in 1..<max(layout.columns, layout.rows) {
      var rooms: [(node: Int, room: Double)] = []
      for other in self.ring(ring, around: node) where mask[other] && (isLocal || picture[other] > 0) {
        let room = (isLocal ? cap(at: other) : highest) - picture[other]
        if room > 0 { rooms.append((other, room)) }
      }
      let sum = rooms.reduce(0) { $0 + $1.room }
      let share = sum > left ? left / sum : 1
      for (other, room) in rooms { picture[other] += room * share }
      if sum >= left { return 0 }
      left -= sum
    }
    return left
  }

  /// The nodes of a square ring, in the order of the grid.
  private func ring(_ ring: Int, around node: Int) -> [Int] {
    let (row, column) = (node / layout.columns, node % layout.columns)
    var nodes: [Int] = []
    for y in max(row - ring, 0)...min(row + ring, layout.rows - 1) {
      let isWhole = abs(y - row) == ring
      for x in isWhole ? Array((column - ring)...(column + ring)) : [column - ring, column + ring]
      where x >= 0 && x < layout.columns { nodes.append(layout.index(x, y)) }
    }
    return nodes
  }

  private mutating func cap(at node: Int) -> Double {
    if !known[node].isNaN { return known[node] }
    let (row, column) = (node / layout.columns, node % layout.columns)
    var cap = 0.0
    for step in nearby {
      let (x, y) = (column + step.columns, row + step.rows)
      guard x >= 0, x < layout.columns, y >= 0, y < layout.rows else { continue }
      cap = max(cap, measured[layout.index(x, y)])
    }
    known[node] = min(cap, highest)
    return known[node]
  }
}
