/// The smallest box around a set of points, sides along the axes.
public struct Bounds: Equatable, Sendable {
  /// Lowest corner.
  public var minimum: Vector3
  /// Highest corner.
  public var maximum: Vector3

  /// Creates the bounds of some points, or `nil` of none.
  public init?(_ points: some Sequence<Vector3>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    var low = first
    var high = first
    while let point = iterator.next() {
      low = Vector3(Swift.min(low.x, point.x), Swift.min(low.y, point.y), Swift.min(low.z, point.z))
      high = Vector3(Swift.max(high.x, point.x), Swift.max(high.y, point.y), Swift.max(high.z, point.z))
    }
    minimum = low
    maximum = high
  }

  /// Side lengths.
  public var size: Vector3 { maximum - minimum }
  /// The box seen from above.
  var footprint: Bounds2 { Bounds2(minimum.xy).joined(Bounds2(maximum.xy)) }
  /// Middle.
  public var center: Vector3 { (minimum + maximum) * 0.5 }
}
