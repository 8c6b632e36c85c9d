/// A turn, a scaling and a shift that bring points from one frame into another: `p ↦ scale · axes · (p − origin)`.
///
/// `x`, `y` and `z` are the new frame's axes as seen from the old frame: of length 1, at right angles, right handed.
public struct Similarity: Equatable, Sendable {
  /// The new x axis in the old frame.
  public var x: Vector3
  /// The new y axis in the old frame.
  public var y: Vector3
  /// The new z axis in the old frame.
  public var z: Vector3
  /// Where the new origin lies in the old frame.
  public var origin: Vector3
  /// New units in one old unit.
  public var scale: Double

  /// Creates a placement from its parts.
  public init(x: Vector3, y: Vector3, z: Vector3, origin: Vector3, scale: Double = 1) {
    self.x = x
    self.y = y
    self.z = z
    self.origin = origin
    self.scale = scale
  }

  /// Creates the placement whose z axis is `up` and whose y axis is `forward` made square to it.
  public init(up: Vector3, forward: Vector3, origin: Vector3, scale: Double = 1) {
    let z = up.normalized
    let y = (forward - z * forward.dot(z)).normalized
    self.init(x: y.cross(z), y: y, z: z, origin: origin, scale: scale)
  }

  /// Creates a placement whose z axis is `up`, its other axes anyhow.
  init(up: Vector3, origin: Vector3) { self.init(up: up, forward: up.seedAxis, origin: origin) }

  /// A point brought into the new frame.
  @inlinable public func placed(_ point: Vector3) -> Vector3 {
    let p = point - origin
    return Vector3(x.dot(p) * scale, y.dot(p) * scale, z.dot(p) * scale)
  }

  /// A direction of the new frame as seen from the old one.
  @inlinable public func direction(_ new: Vector3) -> Vector3 { x * new.x + y * new.y + z * new.z }

  /// Where a point of the new frame lies in the old one.
  @inlinable public func unplaced(_ point: Vector3) -> Vector3 { origin + direction(point) * (1 / scale) }

  /// This placement followed by another.
  public func followed(by next: Similarity) -> Similarity {
    Similarity(
      x: direction(next.x), y: direction(next.y), z: direction(next.z), origin: unplaced(next.origin),
      scale: scale * next.scale)
  }
}
