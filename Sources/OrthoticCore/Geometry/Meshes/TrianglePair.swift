/// Two triangles in space, and whether they meet beyond the corners that they share.
///
/// Exact for any doubles: a quick separation test settles nearly all pairs, `OrientationPredicate` the rest. Touching counts as
/// meeting. Triangles without area are the caller's to leave out.
package struct TrianglePair {
  private let a: (Vector3, Vector3, Vector3)
  private let b: (Vector3, Vector3, Vector3)

  /// Pairs two triangles by their corners.
  @inlinable
  package init(_ a: (Vector3, Vector3, Vector3), _ b: (Vector3, Vector3, Vector3)) {
    self.init(first: a, second: b)
  }

  @usableFromInline
  init(first: (Vector3, Vector3, Vector3), second: (Vector3, Vector3, Vector3)) {
    a = first
    b = second
  }

  /// Whether two triangles without a common corner meet.
  package var meets: Bool { verdict.isWanted }

  /// The same, with what it cost to find out.
  package var verdict: TrianglePairVerdict {
    if isClearlyApart { return TrianglePairVerdict(isWanted: false, cost: 1) }
    // The edges take some times as long as the quick test, exact arithmetic hundreds of times.
    return TrianglePairVerdict(isWanted: edgesMeet(a, b) || edgesMeet(b, a), cost: isQuick ? 8 : 500)
  }

  /// Whether floating point tells the corners of each triangle from the other's plane.
  private var isQuick: Bool {
    OrientationPredicate.isQuick(a.0, a.1, a.2, b.0) && OrientationPredicate.isQuick(a.0, a.1, a.2, b.1)
      && OrientationPredicate.isQuick(a.0, a.1, a.2, b.2) && OrientationPredicate.isQuick(b.0, b.1, b.2, a.0)
      && OrientationPredicate.isQuick(b.0, b.1, b.2, a.1) && OrientationPredicate.isQuick(b.0, b.1, b.2, a.2)
  }

  /// Whether two triangles whose first corner is the same point meet anywhere else.
  ///
  /// If so, one of the edges across from that corner meets the other triangle: the common line leaves one of the two
  /// triangles there first.
  package var meetsBeyondFirstCorner: Bool {
    Self.segment(a.1, a.2, meets: b) || Self.segment(b.1, b.2, meets: a)
  }

  /// Whether two triangles that share their first and second corners meet beyond that edge: folded onto each other.
  package var meetsBeyondFirstEdge: Bool {
    guard OrientationPredicate.of(a.0, a.1, a.2, b.2) == 0 else { return false }
    let plane = Plane(a)
    return plane.side(a.0, a.1, a.2) == plane.side(a.0, a.1, b.2)
  }

  /// Whether an axis across the planes or edges separates the two by more than rounding could hide.
  private var isClearlyApart: Bool {
    // Relative to one corner, so that the size of the coordinates does not drown the distances.
    let corners = Relative(
      u: a.1 - a.0, v: a.2 - a.0, p: b.0 - a.0, q: b.1 - a.0, r: b.2 - a.0)
    let n = corners.u.cross(corners.v)
    let first = b.1 - b.0
    let second = b.2 - b.0
    let m = first.cross(second)
    // Neighbours in a smooth surface are apart across an edge, sheets above each other across their planes.
    return corners.areSeparated(by: n.cross(corners.u)) || corners.areSeparated(by: n.cross(corners.v))
      || corners.areSeparated(by: n.cross(corners.v - corners.u)) || corners.areSeparated(by: n)
      || corners.areSeparated(by: m) || corners.areSeparated(by: m.cross(first))
      || corners.areSeparated(by: m.cross(second)) || corners.areSeparated(by: m.cross(second - first))
  }

  /// Two triangles seen from a corner of the first: 0, u, v and p, q, r.
  private struct Relative {
    let u: Vector3
    let v: Vector3
    let p: Vector3
    let q: Vector3
    let r: Vector3
    /// A bound on the rounding of projections, per length of the axis.
    private let slack: Double

    init(u: Vector3, v: Vector3, p: Vector3, q: Vector3, r: Vector3) {
      self.u = u
      self.v = v
      self.p = p
      self.q = q
      self.r = r
      func size(_ w: Vector3) -> Double { max(abs(w.x), max(abs(w.y), abs(w.z))) }
      // Any axis may separate, so its own rounding does no harm; that of the products is below 1e-15 of their sum.
      slack = 1e-14 * max(max(size(u), size(v)), max(size(p), max(size(q), size(r))))
    }

    @inline(__always)
    func areSeparated(by axis: Vector3) -> Bool {
      let (first, second) = (axis.dot(u), axis.dot(v))
      let (third, fourth, fifth) = (axis.dot(p), axis.dot(q), axis.dot(r))
      let margin = slack * (abs(axis.x) + abs(axis.y) + abs(axis.z))
      return min(third, min(fourth, fifth)) - max(0, max(first, second)) > margin
        || min(0, min(first, second)) - max(third, max(fourth, fifth)) > margin
    }
  }

  private func edgesMeet(
    _ one: (Vector3, Vector3, Vector3), _ other: (Vector3, Vector3, Vector3)
  ) -> Bool {
    Self.segment(one.0, one.1, meets: other) || Self.segment(one.1, one.2, meets: other)
      || Self.segment(one.2, one.0, meets: other)
  }

  /// Whether a segment meets a triangle, borders included.
  private static func segment(
    _ p: Vector3, _ q: Vector3, meets triangle: (Vector3, Vector3, Vector3)
  ) -> Bool {
    let (a, b, c) = triangle
    let sideP = OrientationPredicate.of(a, b, c, p)
    let sideQ = OrientationPredicate.of(a, b, c, q)
    if sideP * sideQ > 0 { return false }
    if sideP == 0, sideQ == 0 { return Plane(triangle).segment(p, q, meets: triangle) }
    let ab = OrientationPredicate.of(p, q, a, b)
    let bc = OrientationPredicate.of(p, q, b, c)
    let ca = OrientationPredicate.of(p, q, c, a)
    return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0)
  }
}

/// A coordinate plane onto which a triangle projects without collapsing; sides in it are exact.
private struct Plane {
  private let dropped: Int

  init(_ triangle: (Vector3, Vector3, Vector3)) {
    let normal = (triangle.1 - triangle.0).cross(triangle.2 - triangle.0)
    let x = abs(normal.x)
    let y = abs(normal.y)
    let z = abs(normal.z)
    dropped = x > y && x > z ? 0 : y > z ? 1 : 2
  }

  private func flat(_ p: Vector3) -> Vector2 {
    dropped == 0 ? Vector2(p.y, p.z) : dropped == 1 ? Vector2(p.z, p.x) : Vector2(p.x, p.y)
  }

  func side(_ a: Vector3, _ b: Vector3, _ c: Vector3) -> Int { OrientationPredicate.of(flat(a), flat(b), flat(c)) }

  /// Whether a segment of the triangle's plane meets it.
  func segment(_ p: Vector3, _ q: Vector3, meets triangle: (Vector3, Vector3, Vector3)) -> Bool {
    let (a, b, c) = triangle
    if crosses(p, q, a, b) || crosses(p, q, b, c) || crosses(p, q, c, a) { return true }
    let ab = side(a, b, p)
    let bc = side(b, c, p)
    let ca = side(c, a, p)
    return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0)
  }

  /// Whether two segments of one plane meet, ends included.
  private func crosses(_ p: Vector3, _ q: Vector3, _ a: Vector3, _ b: Vector3) -> Bool {
    let pa = side(p, q, a)
    let pb = side(p, q, b)
    let ap = side(a, b, p)
    let aq = side(a, b, q)
    if pa * pb < 0, ap * aq < 0 { return true }
    return (pa == 0 && isBetween(a, p, q)) || (pb == 0 && isBetween(b, p, q)) || (ap == 0 && isBetween(p, a, b))
      || (aq == 0 && isBetween(q, a, b))
  }

  /// Whether a point on a line lies within the segment's box.
  private func isBetween(_ point: Vector3, _ a: Vector3, _ b: Vector3) -> Bool {
    let (p, u, v) = (flat(point), flat(a), flat(b))
    return p.x >= min(u.x, v.x) && p.x <= max(u.x, v.x) && p.y >= min(u.y, v.y) && p.y <= max(u.y, v.y)
  }
}
