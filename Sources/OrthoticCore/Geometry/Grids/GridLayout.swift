/// Where the nodes of a regular grid lie.
///
/// ```
///   row 2   ·      ·      ·           y
///   row 1   ·      ·      ·           ↑
///   row 0   o      ·      ·           └─→ x
///       column 0   1      2     index = row · columns + column
/// ```
///
/// `origin` (o) is node (0, 0) itself, not a cell corner. Every field on the foot (heights, masks, pressures,
/// thicknesses) is an array in this order.
public struct GridLayout: Equatable, Sendable {
  /// Position of node (0, 0), mm.
  public var origin: Vector2
  /// Distance between neighbouring nodes, mm, the same along x and y.
  public var spacing: Double
  /// Number of nodes along x.
  public var columns: Int
  /// Number of nodes along y.
  public var rows: Int

  /// Creates a layout; both counts at least 1 and a positive spacing are the caller's promise.
  public init(origin: Vector2, spacing: Double, columns: Int, rows: Int) {
    precondition(columns > 0 && rows > 0 && spacing > 0, "a grid has nodes and a spacing")
    self.origin = origin
    self.spacing = spacing
    self.columns = columns
    self.rows = rows
  }

  /// Number of nodes.
  @inlinable public var count: Int { columns * rows }

  /// Area that one node stands for, mm².
  @inlinable public var cellArea: Double { spacing * spacing }

  /// x of a column, mm.
  @inlinable public func x(_ column: Int) -> Double { origin.x + Double(column) * spacing }

  /// y of a row, mm.
  @inlinable public func y(_ row: Int) -> Double { origin.y + Double(row) * spacing }

  /// Index of a node.
  @inlinable public func index(_ column: Int, _ row: Int) -> Int { row * columns + column }

  /// Position of a node by index, mm.
  @inlinable public func position(_ index: Int) -> Vector2 {
    let row = index / columns
    return Vector2(x(index - row * columns), y(row))
  }
}
