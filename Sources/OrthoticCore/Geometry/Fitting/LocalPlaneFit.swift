/// Sums for a weighted least-squares plane.
struct LocalPlaneFit: Sendable {
  /// Sum of weights.
  var weight = 0.0
  private var x = 0.0
  private var y = 0.0
  private var z = 0.0
  private var xx = 0.0
  private var xy = 0.0
  private var yy = 0.0
  private var xz = 0.0
  private var yz = 0.0
  private var zz = 0.0

  /// Adds a point.
  @inline(__always) mutating func add(_ p: Vector2, _ height: Double, weight w: Double) {
    weight += w
    x += w * p.x
    y += w * p.y
    z += w * height
    xx += w * p.x * p.x
    xy += w * p.x * p.y
    yy += w * p.y * p.y
    xz += w * p.x * height
    yz += w * p.y * height
    zz += w * height * height
  }

  /// The plane; slopes lean towards 0 where few points back them, as if half a point spread by `spread` (variance,
  /// mm²) spoke for level.
  func solved(steadiedBy spread: Double) -> (height: Double, slope: Vector2)? {
    guard weight > 1e-9 else { return nil }
    let mean = Vector3(x / weight, y / weight, z / weight)
    let steady = 0.5 * spread / weight
    let cxx = xx / weight - mean.x * mean.x + steady
    let cyy = yy / weight - mean.y * mean.y + steady
    let cxy = xy / weight - mean.x * mean.y
    let cxz = xz / weight - mean.x * mean.z
    let cyz = yz / weight - mean.y * mean.z
    let determinant = cxx * cyy - cxy * cxy
    guard determinant > 1e-12 else { return (mean.z, .zero) }
    let slope = Vector2((cyy * cxz - cxy * cyz) / determinant, (cxx * cyz - cxy * cxz) / determinant)
    return (mean.z - slope.x * mean.x - slope.y * mean.y, slope)
  }

  /// Weighted mean square distance from a plane.
  func meanSquare(from plane: (height: Double, slope: Vector2)) -> Double {
    let (h, a, b) = (plane.height, plane.slope.x, plane.slope.y)
    let squares = zz + h * h * weight + a * a * xx + b * b * yy
    let mixed = h * (a * x + b * y - z) + a * (b * xy - xz) - b * yz
    return max(squares + 2 * mixed, 0) / weight
  }
}
