/// Which side a point lies on, never wrong: a floating-point filter, and exact arithmetic where it cannot tell.
///
/// Bounds of the filters from Shewchuk, 1997.
package enum OrientationPredicate {
  private static let epsilon = 0x1p-53

  /// 1 where `c` lies left of the line from `a` to `b`, −1 right of it, 0 on it.
  package static func of(_ a: Vector2, _ b: Vector2, _ c: Vector2) -> Int {
    let left = (a.x - c.x) * (b.y - c.y)
    let right = (a.y - c.y) * (b.x - c.x)
    let determinant = left - right
    let bound = (3 + 16 * epsilon) * epsilon * (abs(left) + abs(right))
    if determinant > bound { return 1 }
    if determinant < -bound { return -1 }
    if left == 0, right == 0, bound == 0 { return 0 }
    let first = Expansion(a.x, minus: c.x) * Expansion(b.y, minus: c.y)
    return (first + -(Expansion(a.y, minus: c.y) * Expansion(b.x, minus: c.x))).sign
  }

  /// 1 where `d` lies on the side of the plane from which `a`, `b`, `c` run anticlockwise, −1 beyond it, 0 on it.
  package static func of(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) -> Int {
    let (determinant, permanent) = filtered(a, b, c, d)
    let bound = (7 + 56 * epsilon) * epsilon * permanent
    if determinant > bound { return 1 }
    if determinant < -bound { return -1 }
    if permanent == 0 { return 0 }
    return exactSide(a, b, c, d)
  }

  /// Whether the side of `d` is told without exact arithmetic, which takes many times as long.
  static func isQuick(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) -> Bool {
    let (determinant, permanent) = filtered(a, b, c, d)
    return abs(determinant) > (7 + 56 * epsilon) * epsilon * permanent || permanent == 0
  }

  /// The determinant in floating point, and the sum of the sizes of its terms.
  @inline(__always)
  private static func filtered(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) -> (Double, Double) {
    let u = b - a
    let v = c - a
    let w = d - a
    let yz = u.y * v.z
    let zy = u.z * v.y
    let zx = u.z * v.x
    let xz = u.x * v.z
    let xy = u.x * v.y
    let yx = u.y * v.x
    let determinant = (yz - zy) * w.x + (zx - xz) * w.y + (xy - yx) * w.z
    let permanent =
      (abs(yz) + abs(zy)) * abs(w.x) + (abs(zx) + abs(xz)) * abs(w.y) + (abs(xy) + abs(yx)) * abs(w.z)
    return (determinant, permanent)
  }

  private static func exactSide(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) -> Int {
    let ux = Expansion(b.x, minus: a.x)
    let uy = Expansion(b.y, minus: a.y)
    let uz = Expansion(b.z, minus: a.z)
    let vx = Expansion(c.x, minus: a.x)
    let vy = Expansion(c.y, minus: a.y)
    let vz = Expansion(c.z, minus: a.z)
    let alongX = (uy * vz + -(uz * vy)) * Expansion(d.x, minus: a.x)
    let alongY = (uz * vx + -(ux * vz)) * Expansion(d.y, minus: a.y)
    let alongZ = (ux * vy + -(uy * vx)) * Expansion(d.z, minus: a.z)
    return (alongX + alongY + alongZ).sign
  }
}
