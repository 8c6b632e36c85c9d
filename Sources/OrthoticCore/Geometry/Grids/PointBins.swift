/// Square bins over a rectangle of the plane, to sort points by their places.
///
/// ```
///   row 1 │ 3 │ 4 │ 5 │
///   row 0 │ 0 │ 1 │ 2 │        index = row · columns + column
///         o column 0 …         o: origin, the corner of bin 0 (a `GridLayout` has its first node there instead)
/// ```
struct PointBins: Equatable, Sendable {
  /// Lowest corner of the first bin.
  let origin: Vector2
  /// Side of a bin.
  let side: Double
  /// Bins along x.
  let columns: Int
  /// Bins along y.
  let rows: Int

  /// Bins from a corner on.
  init(origin: Vector2, side: Double, columns: Int, rows: Int) {
    self.origin = origin
    self.side = side
    self.columns = columns
    self.rows = rows
  }

  /// Bins that cover a rectangle from its lowest corner on.
  init(over box: Bounds2, side: Double) {
    self.init(
      origin: box.minimum, side: side, columns: Int(box.size.x / side) + 1, rows: Int(box.size.y / side) + 1)
  }

  /// Number of bins.
  var count: Int { columns * rows }

  /// Column and row of a point that lies in the rectangle.
  @inline(__always) func place(of point: Vector2) -> (column: Int, row: Int) {
    (Int((point.x - origin.x) / side), Int((point.y - origin.y) / side))
  }

  /// The bin of a point that lies in the rectangle.
  @inline(__always) func index(of point: Vector2) -> Int {
    let place = place(of: point)
    return place.row * columns + place.column
  }

  /// The bin of any point, `nil` outside the rectangle.
  @inline(__always) func indexInside(of point: Vector2) -> Int? {
    let u = (point.x - origin.x) / side
    let v = (point.y - origin.y) / side
    guard u >= 0, v >= 0, u < Double(columns), v < Double(rows) else { return nil }
    return Int(v) * columns + Int(u)
  }

  /// Middle of a bin.
  func middle(_ index: Int) -> Vector2 {
    origin + Vector2(Double(index % columns) + 0.5, Double(index / columns) + 0.5) * side
  }
}
