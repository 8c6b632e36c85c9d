/// A point or direction in space, in millimetres unless its owner says otherwise.
///
/// Three plain doubles (stride 24) stream faster here than `SIMD3<Double>` (stride 32).
public struct Vector3: BitwiseCopyable, Equatable, Hashable, Sendable {
  /// Medial to lateral in the canonical frame.
  public var x: Double
  /// Heel to toes in the canonical frame.
  public var y: Double
  /// Up from the ground in the canonical frame.
  public var z: Double

  /// Creates a vector from its coordinates.
  @inlinable public init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The origin.
  public static let zero = Vector3(0, 0, 0)

  /// Euclidean length.
  @inlinable public var length: Double { (x * x + y * y + z * z).squareRoot() }

  /// The vector scaled to length 1, or `zero` where it has no direction.
  @inlinable public var normalized: Vector3 {
    let size = length
    return size > 0 ? Vector3(x / size, y / size, z / size) : .zero
  }

  /// The horizontal part.
  @inlinable public var xy: Vector2 { Vector2(x, y) }

  /// Whether all three coordinates are numbers.
  @inlinable public var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }

  /// Scalar product.
  @inlinable public func dot(_ other: Vector3) -> Double { x * other.x + y * other.y + z * other.z }

  /// Vector product, right handed.
  @inlinable public func cross(_ other: Vector3) -> Vector3 {
    Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }

  /// An axis far from this direction of length 1, to set up other directions across it: x, or y where x is near.
  var seedAxis: Vector3 { abs(x) < 0.7 ? Vector3(1, 0, 0) : Vector3(0, 1, 0) }

  /// Sum by coordinate.
  @inlinable public static func + (a: Vector3, b: Vector3) -> Vector3 { Vector3(a.x + b.x, a.y + b.y, a.z + b.z) }
  /// Difference by coordinate.
  @inlinable public static func - (a: Vector3, b: Vector3) -> Vector3 { Vector3(a.x - b.x, a.y - b.y, a.z - b.z) }
  /// Scaling.
  @inlinable public static func * (a: Vector3, s: Double) -> Vector3 { Vector3(a.x * s, a.y * s, a.z * s) }
  /// Opposite vector.
  @inlinable public static prefix func - (a: Vector3) -> Vector3 { Vector3(-a.x, -a.y, -a.z) }
}
