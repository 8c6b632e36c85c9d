#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Centre and long axis of a weighted set of points.
struct PlanarMoments {
  /// Mean, mm.
  var centroid: Vector2
  /// Direction of the long axis, radians from +y anticlockwise, between −π/2 and π/2.
  var axis: Double
  /// Square root of the ratio of the second moments along and across the axis.
  var elongation: Double

  /// Sums up; points without weight give a centre of zero and no axis.
  init(points: [Vector2], weights: [Double]) {
    var (sum, sx, sy) = (0.0, 0.0, 0.0)
    for index in points.indices {
      sum += weights[index]
      sx += weights[index] * points[index].x
      sy += weights[index] * points[index].y
    }
    guard sum > 0 else {
      (centroid, axis, elongation) = (.zero, 0, 1)
      return
    }
    centroid = Vector2(sx / sum, sy / sum)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for index in points.indices {
      let d = points[index] - centroid
      xx += weights[index] * d.x * d.x
      xy += weights[index] * d.x * d.y
      yy += weights[index] * d.y * d.y
    }
    // Angle of the larger eigenvector, measured from +y: swap the roles of x and y in the usual half-angle formula.
    axis = -atan2(2 * xy, yy - xx) / 2
    let middle = (xx + yy) / 2
    let spread = ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    elongation = ((middle + spread) / max(middle - spread, 1e-9 * middle + .leastNormalMagnitude)).squareRoot()
  }
}
