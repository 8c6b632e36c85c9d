/// The smallest rectangle around a set of points in the plane, sides along the axes.
package struct Bounds2: Equatable, Sendable {
  /// Lowest corner.
  package var minimum: Vector2
  /// Highest corner.
  package var maximum: Vector2

  /// The rectangle that is one point.
  package init(_ point: Vector2) {
    minimum = point
    maximum = point
  }

  /// The bounds of some points, or `nil` of none.
  package init?(_ points: some Sequence<Vector2>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(first)
    while let point = iterator.next() { include(point) }
  }

  /// Side lengths.
  package var size: Vector2 { maximum - minimum }

  /// Widens the rectangle to hold a point.
  @inline(__always) mutating func include(_ point: Vector2) {
    minimum = Vector2(min(minimum.x, point.x), min(minimum.y, point.y))
    maximum = Vector2(max(maximum.x, point.x), max(maximum.y, point.y))
  }

  /// The smallest rectangle around both.
  func joined(_ other: Bounds2) -> Bounds2 {
    var both = self
    both.include(other.minimum)
    both.include(other.maximum)
    return both
  }

  /// The rectangle with a margin on every side.
  package func expanded(by margin: Double) -> Bounds2 {
    var wider = self
    wider.minimum = minimum - Vector2(margin, margin)
    wider.maximum = maximum + Vector2(margin, margin)
    return wider
  }
}
