#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore

/// The smallest convex polygon around points of a plane.
enum ConvexHull {
  /// Corners anticlockwise (Andrew's monotone chain, 1979).
  static func points(_ points: [Vector2]) -> [Vector2] {
    let sorted = outermost(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func chain(_ points: some Sequence<Vector2>) -> [Vector2] {
      var hull: [Vector2] = []
      for point in points {
        while hull.count > 1,
          (hull[hull.count - 1] - hull[hull.count - 2]).cross(point - hull[hull.count - 1]) <= 0
        {
          hull.removeLast()
        }
        hull.append(point)
      }
      return hull.dropLast()
    }
    return chain(sorted) + chain(sorted.reversed())
  }

  /// The points that do not lie within the octagon of the farthest ones in eight directions (Akl & Toussaint, 1978): a
  /// small part of many, and all corners of the hull among them.
  private static func outermost(_ points: [Vector2]) -> [Vector2] {
    guard points.count > 64 else { return points }
    let corners = (0..<8).map { eighth -> Vector2 in
      let direction = Vector2(cos(Double(eighth) * .pi / 4), sin(Double(eighth) * .pi / 4))
      var farthest = points[0]
      var most = -Double.infinity
      for point in points {
        let reach = point.dot(direction)
        if reach > most { (farthest, most) = (point, reach) }
      }
      return farthest
    }
    let sides = corners.indices.map { (from: corners[$0], along: corners[($0 + 1) % 8] - corners[$0]) }
      .filter { $0.along.dot($0.along) > 0 }
    guard sides.count > 2 else { return points }
    return points.filter { point in sides.contains { $0.along.cross(point - $0.from) <= 0 } }
  }
}
