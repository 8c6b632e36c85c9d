/// A point or direction in the plane, in millimetres unless its owner says otherwise.
public struct Vector2: Equatable, Hashable, Sendable {
  /// Across the foot: medial to lateral in the canonical frame.
  public var x: Double
  /// Along the foot: heel to toes in the canonical frame.
  public var y: Double

  /// Creates a vector from its coordinates.
  @inlinable public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The origin.
  public static let zero = Vector2(0, 0)

  /// Euclidean length.
  @inlinable public var length: Double { (x * x + y * y).squareRoot() }

  /// The vector turned a quarter turn anticlockwise.
  @inlinable public var perpendicular: Vector2 { Vector2(-y, x) }

  /// The vector scaled to length 1, or `zero` where it has no direction.
  @inlinable public var normalized: Vector2 {
    let size = length
    return size > 0 ? Vector2(x / size, y / size) : .zero
  }

  /// Scalar product.
  @inlinable public func dot(_ other: Vector2) -> Double { x * other.x + y * other.y }

  /// z component of the cross product: positive where `other` lies anticlockwise.
  @inlinable public func cross(_ other: Vector2) -> Double { x * other.y - y * other.x }

  /// Sum by coordinate.
  @inlinable public static func + (a: Vector2, b: Vector2) -> Vector2 { Vector2(a.x + b.x, a.y + b.y) }
  /// Difference by coordinate.
  @inlinable public static func - (a: Vector2, b: Vector2) -> Vector2 { Vector2(a.x - b.x, a.y - b.y) }
  /// Scaling.
  @inlinable public static func * (a: Vector2, s: Double) -> Vector2 { Vector2(a.x * s, a.y * s) }
  /// Opposite vector.
  @inlinable public static prefix func - (a: Vector2) -> Vector2 { Vector2(-a.x, -a.y) }
}
