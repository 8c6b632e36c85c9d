/// A part of space that a flat surface bounds.
enum HalfSpace: Equatable, Sendable {
  /// In front of a plane: points have `point · normal > offset`.
  case before(normal: Vector3, offset: Double)
  /// On either side of a plane, farther from it than its thickness.
  case beside(normal: Vector3, offset: Double, thickness: Double)

  /// Whether a point lies in it.
  @inline(__always) func contains(_ point: Vector3) -> Bool {
    switch self {
    case .before(let normal, let offset): point.dot(normal) > offset
    case .beside(let normal, let offset, let thickness): abs(point.dot(normal) - offset) > thickness
    }
  }

  /// Whether it ends behind what faces in a direction.
  func isBehind(_ direction: Vector3) -> Bool {
    switch self {
    case .before(let normal, _): normal.dot(direction) > 0.5
    case .beside: false
    }
  }

  /// Whether a point of it lies no farther than a distance from where it ends.
  func isNearEdge(_ point: Vector3, _ reach: Double) -> Bool {
    switch self {
    case .before(let normal, let offset): point.dot(normal) - offset < reach
    case .beside(let normal, let offset, let thickness): abs(point.dot(normal) - offset) - thickness < reach
    }
  }
}

extension [HalfSpace] {
  /// Whether a point lies in all of them.
  @inline(__always) func contains(_ point: Vector3) -> Bool { allSatisfy { $0.contains(point) } }
}
