import OrthoticCore

extension Mesh {
  /// The parts that share no vertex, each a mesh of its own, in the order of their first facet.
  ///
  /// What a file of several bodies holds: bodies that touch have vertices at the same places, but each its own.
  package var bodies: [Mesh] {
    var sets = DisjointSets(count: vertices.count)
    for triangle in triangles {
      sets.join(triangle.a, triangle.b)
      sets.join(triangle.b, triangle.c)
    }
    var number = [Int32](repeating: -1, count: vertices.count)
    var parts: [[Triangle]] = []
    for triangle in triangles {
      let owner = Int(sets.root(triangle.a))
      if number[owner] < 0 {
        number[owner] = Int32(parts.count)
        parts.append([])
      }
      parts[Int(number[owner])].append(triangle)
    }
    if parts.count < 2 { return [self] }
    // One list of numbers serves all: a fresh one for each body would make the work a square of their count.
    var renumbered = [UInt32](repeating: .max, count: vertices.count)
    return parts.map { own in
      var kept: [Vector3] = []
      func use(_ vertex: UInt32) -> UInt32 {
        if renumbered[Int(vertex)] == .max {
          renumbered[Int(vertex)] = UInt32(kept.count)
          kept.append(vertices[Int(vertex)])
        }
        return renumbered[Int(vertex)]
      }
      let triangles = own.map { Triangle(use($0.a), use($0.b), use($0.c)) }
      return Mesh(vertices: kept, triangles: triangles)
    }
  }

  /// The surface of bodies that touch, without the faces that two of them share.
  ///
  /// Where bodies tile a solid, this is the solid's own surface. Vertices count as one where they agree bit by bit in
  /// single precision.
  package var withoutSharedFaces: Mesh {
    let welded = weldedInSinglePrecision
    // Facets by their corners in rising order; the turn tells which side they face.
    func key(_ triangle: Triangle) -> (corners: (UInt32, UInt32, UInt32), isTurned: Bool) {
      let (a, b, c) = (triangle.a, triangle.b, triangle.c)
      if a < b, a < c { return b < c ? ((a, b, c), false) : ((a, c, b), true) }
      if b < a, b < c { return c < a ? ((b, c, a), false) : ((b, a, c), true) }
      return a < b ? ((c, a, b), false) : ((c, b, a), true)
    }
    let keys = welded.triangles.map(key)
    let order = keys.indices.sorted { (keys[$0].corners, $0) < (keys[$1].corners, $1) }
    var isShared = [Bool](repeating: false, count: keys.count)
    var index = 0
    while index < order.count {
      var end = index + 1
      while end < order.count, keys[order[end]].corners == keys[order[index]].corners { end += 1 }
      let members = order[index..<end]
      var facing = members.filter { keys[$0].isTurned }
      for member in members where !keys[member].isTurned {
        guard let other = facing.popLast() else { break }
        isShared[member] = true
        isShared[other] = true
      }
      index = end
    }
    guard isShared.contains(true) else { return self }
    return Mesh(
      vertices: welded.vertices,
      triangles: welded.triangles.indices.filter { !isShared[$0] }.map { welded.triangles[$0] }
    ).compacted
  }
}

private func < (_ one: ((UInt32, UInt32, UInt32), Int), _ other: ((UInt32, UInt32, UInt32), Int)) -> Bool {
  one.0 != other.0 ? one.0 < other.0 : one.1 < other.1
}
