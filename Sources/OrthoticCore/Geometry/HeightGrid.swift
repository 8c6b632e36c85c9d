/// One number per node of a grid: a height, a thickness or a pressure.
///
/// `nan` means that nothing is known there.
public struct HeightGrid: Equatable, Sendable {
  /// Where the nodes lie.
  public let layout: GridLayout
  /// The values in the order of `GridLayout`.
  public var values: [Double]

  /// Creates a grid filled with one value.
  public init(layout: GridLayout, filledWith value: Double = .nan) {
    self.layout = layout
    values = [Double](repeating: value, count: layout.count)
  }

  /// Creates a grid from values in the order of `GridLayout`.
  public init(layout: GridLayout, values: [Double]) {
    precondition(values.count == layout.count, "one value per node")
    self.layout = layout
    self.values = values
  }

  /// The value at a node.
  @inlinable public subscript(column: Int, row: Int) -> Double {
    get { values[row * layout.columns + column] }
    set { values[row * layout.columns + column] = newValue }
  }

  /// Bilinear interpolation at a point; `nan` outside the grid or beside a node without a value.
  @inlinable public func interpolated(at point: Vector2) -> Double {
    let u = (point.x - layout.origin.x) / layout.spacing
    let v = (point.y - layout.origin.y) / layout.spacing
    guard u >= 0, v >= 0, u <= Double(layout.columns - 1), v <= Double(layout.rows - 1) else { return .nan }
    let column = min(Int(u), max(layout.columns - 2, 0))
    let row = min(Int(v), max(layout.rows - 2, 0))
    let fx = u - Double(column)
    let fy = v - Double(row)
    let right = min(column + 1, layout.columns - 1)
    let up = min(row + 1, layout.rows - 1)
    // A node that carries no weight must not spread its missing value.
    let lower = fx == 0 ? self[column, row] : self[column, row] * (1 - fx) + self[right, row] * fx
    if fy == 0 { return lower }
    let upper = fx == 0 ? self[column, up] : self[column, up] * (1 - fx) + self[right, up] * fx
    return lower * (1 - fy) + upper * fy
  }
}
