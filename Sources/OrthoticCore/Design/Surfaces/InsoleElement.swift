/// One row of the insole's top surface while the elements shape it.
///
/// Heights are relative to the plane on which the lowest points of the sole rest: 0 is `thickness` above the bottom.
public struct SurfaceRow {
  /// y of the row, mm.
  public let y: Double
  /// x of the first node, mm.
  public let firstX: Double
  /// Distance between nodes, mm.
  public let spacing: Double
  /// Heights of the nodes, mm.
  public var heights: [Double]

  /// x of a node, mm.
  @inlinable public func x(_ column: Int) -> Double { firstX + Double(column) * spacing }

  /// Height at any x, mm, between two nodes in proportion; held constant beyond the row's ends.
  public func height(atX x: Double) -> Double {
    guard let last = heights.indices.last else { return 0 }
    let place = min(max((x - firstX) / spacing, 0), Double(last))
    let left = min(Int(place), max(last - 1, 0))
    let share = place - Double(left)
    return heights[left] * (1 - share) + heights[min(left + 1, last)] * share
  }

  /// Adds a height that depends on the place to every node.
  mutating func add(_ height: (Vector2) -> Double) {
    for column in heights.indices { heights[column] += height(Vector2(x(column), y)) }
  }
}

/// A modification of the insole's top surface, named as on a prescription form.
///
/// An element is a pure function of the foot and the prescription: it sees one row at a time, keeps no state and
/// leaves rows that it does not touch alone.
public protocol InsoleElement: Sendable {
  /// Changes the heights of one row.
  func shape(_ row: inout SurfaceRow)
}
