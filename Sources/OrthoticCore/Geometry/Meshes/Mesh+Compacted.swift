extension Mesh {
  /// The mesh without vertices that no triangle uses.
  public var compacted: Mesh {
    var number = [UInt32](repeating: .max, count: vertices.count)
    var kept: [Vector3] = []
    let renumbered = triangles.map { triangle -> Triangle in
      func use(_ vertex: UInt32) -> UInt32 {
        if number[Int(vertex)] == .max {
          number[Int(vertex)] = UInt32(kept.count)
          kept.append(vertices[Int(vertex)])
        }
        return number[Int(vertex)]
      }
      return Triangle(use(triangle.a), use(triangle.b), use(triangle.c))
    }
    return Mesh(vertices: kept, triangles: renumbered)
  }
}
