import OrthoticCore

extension Mesh {
  /// The mesh in single precision, with vertices that agree bit by bit made one, numbered by first appearance.
  ///
  /// Negative zero is zero. This is what a reader of an STL file sees.
  var weldedInSinglePrecision: Mesh {
    var shift: UInt64 = 54
    while 1 << (64 - shift) < vertices.count * 2 { shift -= 1 }
    let capacity = 1 << Int(64 - shift)
    var slots = [UInt32](repeating: .max, count: capacity)
    var keys: [SIMD3<UInt32>] = []
    keys.reserveCapacity(vertices.count)
    var number = [UInt32](repeating: 0, count: vertices.count)
    for (index, vertex) in vertices.enumerated() {
      let x = (Float(vertex.x) + 0).bitPattern
      let y = (Float(vertex.y) + 0).bitPattern
      let z = (Float(vertex.z) + 0).bitPattern
      // Multiplying carries each coordinate's bits upward: the upper bits of the sum depend on all of them.
      let mixed =
        UInt64(x) &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(y) &* 0xbf58_476d_1ce4_e5b9 &+ UInt64(z) &* 0x94d0_49bb_1331_11eb
      var slot = Int(truncatingIfNeeded: ((mixed ^ mixed >> 29) &* 0xd6e8_feb8_6659_fd93) >> shift)
      let key = SIMD3(x, y, z)
      while slots[slot] != .max, keys[Int(slots[slot])] != key { slot = (slot + 1) & (capacity - 1) }
      if slots[slot] == .max {
        slots[slot] = UInt32(keys.count)
        keys.append(key)
      }
      number[index] = slots[slot]
    }
    return Mesh(
      vertices: keys.map {
        Vector3(
          Double(Float(bitPattern: $0.x)), Double(Float(bitPattern: $0.y)), Double(Float(bitPattern: $0.z)))
      },
      triangles: keys.count == vertices.count
        ? triangles : triangles.map { Triangle(number[Int($0.a)], number[Int($0.b)], number[Int($0.c)]) })
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
    return ExactSide.of(a.xy, b.xy, c.xy) == 0
      && ExactSide.of(Vector2(a.y, a.z), Vector2(b.y, b.z), Vector2(c.y, c.z)) == 0
      && ExactSide.of(Vector2(a.z, a.x), Vector2(b.z, b.x), Vector2(c.z, c.x)) == 0
  }
}
