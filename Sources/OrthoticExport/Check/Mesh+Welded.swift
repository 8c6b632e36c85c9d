import OrthoticCore

extension Mesh {
  /// The mesh in single precision, with vertices that agree bit by bit made one, numbered by first appearance.
  ///
  /// Negative zero is zero. This is what a reader of an STL file sees.
  var weldedInSinglePrecision: Mesh {
    let (keys, numbers) = numberedInSinglePrecision
    return Mesh(
      vertices: keys.map { Vector3(Double($0.x), Double($0.y), Double($0.z)) },
      triangles: keys.count == vertices.count
        ? triangles : triangles.map { Triangle(numbers[Int($0.a)], numbers[Int($0.b)], numbers[Int($0.c)]) })
  }

  /// Whether no two vertices are the same point in single precision.
  var hasDistinctVertices: Bool { numberedInSinglePrecision.keys.count == vertices.count }

  /// A point in single precision, equal where the bits are.
  private struct Key {
    var x: Float
    var y: Float
    var z: Float

    @inline(__always)
    init(_ vertex: Vector3) {
      // Adding 0 turns −0 into +0 and changes nothing else.
      x = Float(vertex.x) + 0
      y = Float(vertex.y) + 0
      z = Float(vertex.z) + 0
    }

    @inline(__always)
    func isSame(as other: Key) -> Bool {
      x.bitPattern == other.x.bitPattern && y.bitPattern == other.y.bitPattern && z.bitPattern == other.z.bitPattern
    }

    /// Multiplying carries each coordinate's bits upward: the upper bits of the result depend on all of them.
    @inline(__always)
    var hash: UInt64 {
      let mixed =
        UInt64(x.bitPattern) &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(y.bitPattern) &* 0xbf58_476d_1ce4_e5b9
        &+ UInt64(z.bitPattern) &* 0x94d0_49bb_1331_11eb
      return (mixed ^ mixed >> 29) &* 0xd6e8_feb8_6659_fd93
    }
  }

  /// The different points in order of first appearance, and for each vertex the number of its point.
  private var numberedInSinglePrecision: (keys: [Key], numbers: [UInt32]) {
    var shift: UInt64 = 54
    while 1 << (64 - shift) < vertices.count * 2 { shift -= 1 }
    let mask = 1 << Int(64 - shift) - 1
    var slots = [UInt32](repeating: .max, count: mask + 1)
    var keys: [Key] = []
    keys.reserveCapacity(vertices.count)
    var numbers = [UInt32](repeating: 0, count: vertices.count)
    for (index, vertex) in vertices.enumerated() {
      let key = Key(vertex)
      var slot = Int(truncatingIfNeeded: key.hash >> shift)
      while slots[slot] != .max, !keys[Int(slots[slot])].isSame(as: key) { slot = (slot + 1) & mask }
      if slots[slot] == .max {
        slots[slot] = UInt32(keys.count)
        keys.append(key)
      }
      numbers[index] = slots[slot]
    }
    return (keys, numbers)
  }

  /// Middle of a triangle.
  func center(_ number: Int) -> Vector3 {
    let triangle = triangles[number]
    return (vertices[Int(triangle.a)] + vertices[Int(triangle.b)] + vertices[Int(triangle.c)]) * (1.0 / 3)
  }

  /// Whether the corners lie on one line, exactly.
  func isCollinear(_ triangle: Triangle) -> Bool {
    let a = vertices[Int(triangle.a)]
    let b = vertices[Int(triangle.b)]
    let c = vertices[Int(triangle.c)]
    // Nearly all triangles have a clear area; the exact test is for the few others.
    let normal = (b - a).cross(c - a)
    let size = (b - a).length * (c - a).length
    if normal.length > 1e-12 * size { return false }
    return OrientationPredicate.of(a.xy, b.xy, c.xy) == 0
      && OrientationPredicate.of(Vector2(a.y, a.z), Vector2(b.y, b.z), Vector2(c.y, c.z)) == 0
      && OrientationPredicate.of(Vector2(a.z, a.x), Vector2(b.z, b.x), Vector2(c.z, c.x)) == 0
  }
}
