#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Brings a roughly placed right foot exactly into the canonical frame.
///
/// - z: the support plane touches the lowest points of the heel pad and of the first and fifth metatarsal heads.
/// - y: from the middle of the heel (midway between its borders, averaged over 3 to 10 % of the length) through the
///   second ray, which lies at 43 % of the way from the first to the fifth metatarsal head; x = 0 on that axis.
/// - y = 0 at the rearmost point.
struct CanonicalFrame: Sendable {
  /// Place of the second ray between the first and the fifth metatarsal head.
  static let secondRay = 0.4327
  /// Shares of the length between which the heel's midline is taken.
  static let heelMidline = 0.03...0.10

  /// The correction that one look at a sole calls for: from the present frame to a better one.
  static func correction(landmarks: Landmarks, borders: SoleBorders) -> Placement? {
    let a = landmarks.heelCenter.position
    let b = landmarks.mt1.position
    let c = landmarks.mt5.position
    var up = (b - a).cross(c - a).normalized
    if up.z < 0 { up = -up }
    guard up.z > 0.5, let heel = heelMiddle(borders) else { return nil }
    let ray = b + (c - b) * secondRay
    func onPlane(_ p: Vector2) -> Vector3 {
      Vector3(p.x, p.y, a.z - (up.x * (p.x - a.x) + up.y * (p.y - a.y)) / up.z)
    }
    let start = onPlane(heel)
    let forward = onPlane(ray.xy) - start
    var placement = Placement(up: up, forward: forward, origin: start)
    let rear = placement.placed(onPlane(borders.rear))
    placement.origin = placement.unplaced(Vector3(0, rear.y, 0))
    return placement
  }

  private static func heelMiddle(_ borders: SoleBorders) -> Vector2? {
    var sum = Vector2.zero
    var count = 0.0
    let steps = 15
    for step in 0..<steps {
      let t = (Double(step) + 0.5) / Double(steps)
      let share = heelMidline.lowerBound + t * (heelMidline.upperBound - heelMidline.lowerBound)
      let y = borders.rear.y + share * borders.length
      guard let (medial, lateral) = borders.borders(atY: y) else { continue }
      sum = sum + Vector2((medial + lateral) / 2, y)
      count += 1
    }
    return count > 0 ? sum * (1 / count) : nil
  }
}
