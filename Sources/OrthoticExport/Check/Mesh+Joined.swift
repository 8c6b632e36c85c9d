import OrthoticCore

/// A mesh whose open edges were closed over gaps that only rounding makes.
package struct JoinedMesh: Sendable {
  /// The mesh, with joined vertices at the place of the first of them.
  package var mesh: Mesh
  /// Vertices that took another's place.
  package var joined = 0
  /// Vertices count as one up to this distance, mm.
  package var tolerance: Double
}

extension Mesh {
  /// Gap that is taken for rounding, mm: what two roundings to a thousandth of a millimetre leave.
  ///
  /// A tenth of what the finest printer places.
  private static let largestGap = 0.002
  /// The same for a small mesh, and for one that is in metres, as a share of its size.
  private static let gapShare = 1e-5

  /// The mesh with vertices at open edges made one where they lie within a small distance.
  ///
  /// Programs that compute a corner once for each face write corners that differ in their last digits. Only vertices at
  /// the ends of open edges are looked at, so that nothing changes in what is closed, and no facet is made to collapse.
  package var joinedAtOpenEdges: JoinedMesh {
    let size = Bounds(vertices.lazy.filter(\.isFinite))?.size.length ?? 0
    let tolerance = min(Self.largestGap, Self.gapShare * size)
    let unchanged = JoinedMesh(mesh: self, tolerance: tolerance)
    let census = EdgeCensus(self)
    var isOpen = [Bool](repeating: false, count: vertices.count)
    for edge in census.badEdges where edge.kind == .openEdge {
      for half in edge.halfEdges {
        let triangle = triangles[Int(half / 3)]
        isOpen[Int(triangle.corner(Int(half % 3)))] = true
        isOpen[Int(triangle.corner(Int((half + 1) % 3)))] = true
      }
    }
    let ends = vertices.indices.filter { isOpen[$0] && vertices[$0].isFinite }
    guard !ends.isEmpty, tolerance > 0, size / tolerance < 1e9 else { return unchanged }
    var owner = owners(of: ends, within: tolerance)
    for triangle in triangles where !triangle.isCollapsed {
      let moved = Triangle(owner[Int(triangle.a)], owner[Int(triangle.b)], owner[Int(triangle.c)])
      guard moved.isCollapsed else { continue }
      for corner in [triangle.a, triangle.b, triangle.c] { owner[Int(corner)] = corner }
    }
    let moved = ends.filter { owner[$0] != UInt32($0) && vertices[$0] != vertices[Int(owner[$0])] }
    guard ends.contains(where: { owner[$0] != UInt32($0) }) else { return unchanged }
    let joined = Mesh(
      vertices: vertices,
      triangles: triangles.map { Triangle(owner[Int($0.a)], owner[Int($0.b)], owner[Int($0.c)]) })
    let before = census.badEdges.count { $0.kind == .openEdge }
    guard EdgeCensus(joined).badEdges.count(where: { $0.kind == .openEdge }) < before else { return unchanged }
    return JoinedMesh(mesh: joined.compacted, joined: moved.count, tolerance: tolerance)
  }

  /// For each vertex the first of some others within a distance, or itself.
  private func owners(of ends: [Int], within tolerance: Double) -> [UInt32] {
    struct Cell: Hashable {
      var x: Int32
      var y: Int32
      var z: Int32
    }
    let low = Bounds(ends.lazy.map { vertices[$0] })?.minimum ?? .zero
    func cell(_ vertex: Int) -> Cell {
      let place = (vertices[vertex] - low) * (1 / tolerance)
      return Cell(
        x: Int32(clamping: Int(place.x)), y: Int32(clamping: Int(place.y)), z: Int32(clamping: Int(place.z)))
    }
    var owner = vertices.indices.map { UInt32($0) }
    // The first vertex of each cell; owners lie apart, so a cell holds few of them, linked through `next`.
    var head: [Cell: Int] = [:]
    var next: [Int: Int] = [:]
    for vertex in ends {
      let own = cell(vertex)
      var nearest: Int?
      for x in -1...1 as ClosedRange<Int32> {
        for y in -1...1 as ClosedRange<Int32> {
          for z in -1...1 as ClosedRange<Int32> {
            var other = head[Cell(x: own.x &+ x, y: own.y &+ y, z: own.z &+ z)]
            while let candidate = other {
              if (vertices[candidate] - vertices[vertex]).length <= tolerance {
                nearest = min(nearest ?? candidate, candidate)
              }
              other = next[candidate]
            }
          }
        }
      }
      if let nearest {
        owner[vertex] = UInt32(nearest)
      } else {
        if let first = head[own] { next[vertex] = first }
        head[own] = vertex
      }
    }
    return owner
  }
}
