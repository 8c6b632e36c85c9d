#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A turn, a scale along each axis of the source and a shift in the plane: how a footprint lies on a foot.
///
/// `canonical = turn(rotation) · (scaleX·x, scaleY·y) + translation`, the source measured from the centre of its first
/// cell (row 0, column 0).
public struct PlanarPose: Equatable, Sendable {
  /// Turn, radians anticlockwise.
  public var rotation: Double
  /// Stretch across the source.
  public var scaleX: Double
  /// Stretch along the source.
  public var scaleY: Double
  /// Where the source's first cell centre comes to lie, mm.
  public var translation: Vector2

  /// Creates a pose.
  public init(rotation: Double = 0, scaleX: Double = 1, scaleY: Double = 1, translation: Vector2 = .zero) {
    self.rotation = rotation
    self.scaleX = scaleX
    self.scaleY = scaleY
    self.translation = translation
  }

  /// Where a source point comes to lie.
  public func applied(to point: Vector2) -> Vector2 {
    let (c, s) = (cos(rotation), sin(rotation))
    let x = point.x * scaleX
    let y = point.y * scaleY
    return Vector2(c * x - s * y + translation.x, s * x + c * y + translation.y)
  }

  /// Which source point comes to lie at a given place.
  public func source(of point: Vector2) -> Vector2 {
    let (c, s) = (cos(rotation), sin(rotation))
    let d = point - translation
    return Vector2((c * d.x + s * d.y) / scaleX, (c * d.y - s * d.x) / scaleY)
  }
}
