/// A closed polygon without repeated end point, anticlockwise, mm.
public struct Outline: Equatable, Sendable {
  /// The corners in order; the last one joins the first.
  public var points: [Vector2]

  /// Creates an outline from its corners.
  public init(points: [Vector2]) {
    self.points = points
  }

  /// Enclosed area, mm², positive where the corners run anticlockwise (shoelace formula).
  public var signedArea: Double {
    guard var previous = points.last else { return 0 }
    var twofold = 0.0
    for point in points {
      twofold += previous.cross(point)
      previous = point
    }
    return twofold / 2
  }

  /// The rectangle around the corners; `nil` without any.
  package var bounds: Bounds2? { Bounds2(points) }

  /// Length of the closed line, mm.
  public var perimeter: Double {
    guard var previous = points.last else { return 0 }
    var sum = 0.0
    for point in points {
      sum += (point - previous).length
      previous = point
    }
    return sum
  }

  /// Whether a point lies inside (even–odd rule).
  public func contains(_ point: Vector2) -> Bool {
    guard var previous = points.last else { return false }
    var inside = false
    for corner in points {
      if (corner.y > point.y) != (previous.y > point.y) {
        let t = (point.y - previous.y) / (corner.y - previous.y)
        if point.x < previous.x + t * (corner.x - previous.x) { inside.toggle() }
      }
      previous = corner
    }
    return inside
  }
}
