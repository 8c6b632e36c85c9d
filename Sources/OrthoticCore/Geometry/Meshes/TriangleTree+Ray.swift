extension TriangleTree {
  /// The nearest triangle that a ray meets within a distance, or `nil`, however many boxes it passes.
  public func firstHit(
    from origin: Vector3, along direction: Vector3, within limit: Double, where accepts: (UInt32) -> Bool
  ) -> (distance: Double, triangle: UInt32)? {
    var visits = Int.max
    return firstHit(from: origin, along: direction, within: limit, visits: &visits, where: accepts)
  }

  /// The nearest triangle that a ray meets within a distance, or `nil`.
  ///
  /// - Parameters:
  ///   - origin: Start of the ray.
  ///   - direction: Unit vector.
  ///   - limit: Largest distance, included.
  ///   - visits: How many groups of boxes may be looked at; what is left of it is given back, below 0 where it ended the
  ///     search without an answer.
  ///   - accepts: Asked for each hit triangle whether it counts.
  public func firstHit(
    from origin: Vector3, along direction: Vector3, within limit: Double, visits: inout Int,
    where accepts: (UInt32) -> Bool
  ) -> (distance: Double, triangle: UInt32)? {
    guard !order.isEmpty else { return nil }
    var best: (distance: Double, triangle: UInt32)?
    var reach = limit
    var slabs = Slabs(origin: origin, direction: direction, reach: reach)
    let boxes = boxes.span
    // Each level leaves at most three boxes waiting, and sixteen levels hold more triangles than a number can name.
    var stack = InlineArray<64, UInt64>(repeating: 0)
    stack[0] = UInt64(levels.count - 2) << 32
    var depth = 1
    while depth > 0 {
      visits -= 1
      guard visits >= 0 else { return nil }
      depth -= 1
      let level = Int(stack[depth] >> 32)
      let number = Int(UInt32(truncatingIfNeeded: stack[depth]))
      let below = levels[level - 1]
      for child in 4 * number..<min(4 * number + 4, levels[level] - below) where slabs.meet(boxes[below + child]) {
        if level > 1 {
          stack[depth] = UInt64(level - 1) << 32 | UInt64(child)
          depth += 1
          continue
        }
        let triangle = order[child]
        guard let distance = distance(to: triangle, from: origin, along: direction), distance <= reach else { continue }
        // Of equal hits the lowest number counts, whatever the order of the visit.
        if let known = best, known.distance == distance, known.triangle < triangle { continue }
        if accepts(triangle) {
          best = (distance, triangle)
          reach = distance
          slabs = Slabs(origin: origin, direction: direction, reach: reach)
        }
      }
    }
    return best
  }

  /// Distance along a ray to a triangle (Möller & Trumbore, 1997), edges included with a little slack, or `nil`.
  private func distance(to number: UInt32, from origin: Vector3, along direction: Vector3) -> Double? {
    let triangle = mesh.triangles[Int(number)]
    let a = mesh.vertices[Int(triangle.a)]
    let u = mesh.vertices[Int(triangle.b)] - a
    let v = mesh.vertices[Int(triangle.c)] - a
    let p = direction.cross(v)
    let determinant = u.dot(p)
    guard determinant != 0 else { return nil }
    let t = origin - a
    let first = t.dot(p) / determinant
    // A ray through a common edge must not slip between its two triangles.
    guard first >= -1e-9, first <= 1 + 1e-9 else { return nil }
    let q = t.cross(u)
    let second = direction.dot(q) / determinant
    guard second >= -1e-9, first + second <= 1 + 1e-9 else { return nil }
    let distance = v.dot(q) / determinant
    return distance >= 0 ? distance : nil
  }

  /// A stretch of a ray prepared for tests against boxes: a box may be visited in vain but is not missed.
  private struct Slabs {
    private let origin: (Float, Float, Float)
    private let inverse: (Float, Float, Float)
    private let extent: Box
    private let reach: Float
    private let slack: Float

    init(origin: Vector3, direction: Vector3, reach: Double) {
      let end = origin + direction * reach
      let size = max(abs(origin.x), abs(origin.y), abs(origin.z)) + reach
      slack = Float(1e-6 * (size + 1))
      extent = Box(
        lowX: Float(min(origin.x, end.x)) - slack, lowY: Float(min(origin.y, end.y)) - slack,
        lowZ: Float(min(origin.z, end.z)) - slack, highX: Float(max(origin.x, end.x)) + slack,
        highY: Float(max(origin.y, end.y)) + slack, highZ: Float(max(origin.z, end.z)) + slack)
      self.origin = (Float(origin.x), Float(origin.y), Float(origin.z))
      // A finite stand-in for 1 / 0 keeps 0 · ∞ out of the comparisons.
      func invert(_ value: Double) -> Float { abs(value) < 1e-30 ? (value < 0 ? -1e30 : 1e30) : Float(1 / value) }
      inverse = (invert(direction.x), invert(direction.y), invert(direction.z))
      self.reach = Float(reach).nextUp + slack
    }

    @inline(__always)
    func meet(_ box: Box) -> Bool {
      guard extent.meets(box) else { return false }
      let x0 = (box.lowX - slack - origin.0) * inverse.0
      let x1 = (box.highX + slack - origin.0) * inverse.0
      let y0 = (box.lowY - slack - origin.1) * inverse.1
      let y1 = (box.highY + slack - origin.1) * inverse.1
      let z0 = (box.lowZ - slack - origin.2) * inverse.2
      let z1 = (box.highZ + slack - origin.2) * inverse.2
      var near = x0 < x1 ? x0 : x1
      var far = x0 < x1 ? x1 : x0
      near = max(near, y0 < y1 ? y0 : y1)
      far = min(far, y0 < y1 ? y1 : y0)
      near = max(near, z0 < z1 ? z0 : z1)
      far = min(far, z0 < z1 ? z1 : z0)
      return near <= far && far >= 0 && near <= reach
    }
  }
}
