import OrthoticCore

/// The triangles around each vertex of a mesh, as half-edges that leave it.
struct VertexFans {
  /// First entry of each vertex in `halfEdges`, and their number at the end.
  private(set) var starts: [UInt32]
  /// Half-edges 3t + k by the vertex at their beginning.
  private(set) var halfEdges: [UInt32]

  /// Sorts the corners of a mesh by vertex; triangles with two equal corners are left out.
  init(_ mesh: Mesh) {
    starts = [UInt32](repeating: 0, count: mesh.vertices.count + 1)
    for triangle in mesh.triangles where !triangle.isCollapsed {
      starts[Int(triangle.a) + 1] += 1
      starts[Int(triangle.b) + 1] += 1
      starts[Int(triangle.c) + 1] += 1
    }
    for vertex in mesh.vertices.indices { starts[vertex + 1] += starts[vertex] }
    halfEdges = [UInt32](repeating: 0, count: Int(starts[mesh.vertices.count]))
    var cursor = starts
    for (number, triangle) in mesh.triangles.enumerated() where !triangle.isCollapsed {
      let half = UInt32(number) * 3
      halfEdges[Int(cursor[Int(triangle.a)])] = half
      cursor[Int(triangle.a)] += 1
      halfEdges[Int(cursor[Int(triangle.b)])] = half + 1
      cursor[Int(triangle.b)] += 1
      halfEdges[Int(cursor[Int(triangle.c)])] = half + 2
      cursor[Int(triangle.c)] += 1
    }
  }

  /// The half-edges that leave a vertex.
  @inline(__always)
  func leaving(_ vertex: Int) -> ArraySlice<UInt32> { halfEdges[Int(starts[vertex])..<Int(starts[vertex + 1])] }

  /// Vertices around which the triangles form more than one fan, beyond what bad edges explain.
  func pinchedVertices(_ mesh: Mesh, _ census: EdgeCensus) -> [Int] {
    var isExcused = [Bool](repeating: false, count: mesh.vertices.count)
    for edge in census.badEdges where edge.kind != .openEdge {
      for half in edge.halfEdges {
        let triangle = mesh.triangles[Int(half / 3)]
        isExcused[Int(triangle.corner(Int(half % 3)))] = true
        isExcused[Int(triangle.corner(Int((half + 1) % 3)))] = true
      }
    }
    var pinched: [Int] = []
    for vertex in mesh.vertices.indices where !isExcused[vertex] {
      let own = leaving(vertex)
      guard let first = own.first else { continue }
      // Walk the fan: against the clock over the edge before each half-edge, back from the start if that ends.
      var seen = 1
      var half = first
      var isClosed = false
      while true {
        let across = census.opposite[Int(Self.before(half))]
        guard across >= 0 else { break }
        half = UInt32(across)
        if half == first {
          isClosed = true
          break
        }
        seen += 1
        guard seen <= own.count else { break }
      }
      half = first
      while !isClosed {
        let across = census.opposite[Int(half)]
        guard across >= 0, seen <= own.count else { break }
        half = Self.after(UInt32(across))
        seen += 1
      }
      if seen < own.count { pinched.append(vertex) }
    }
    return pinched
  }

  /// The half-edge before one in its triangle.
  @inline(__always) static func before(_ half: UInt32) -> UInt32 { half % 3 == 0 ? half + 2 : half - 1 }
  /// The half-edge after one in its triangle.
  @inline(__always) static func after(_ half: UInt32) -> UInt32 { half % 3 == 2 ? half - 2 : half + 1 }
}
