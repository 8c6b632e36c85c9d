import OrthoticCore

/// Finds all pairs of triangles that meet other than along common corners.
///
/// Neighbours are settled vertex by vertex: where the triangles around a vertex, seen along a common direction, all
/// face the viewer and go around once, none of them can meet another. Only where that fails are they compared in
/// pairs. All other pairs come from the box tree. Of triangles with the same three corners one stands for all: each of
/// the others makes one pair with it. The work is bounded by the size of the mesh; `TrianglePairs.isComplete` says
/// whether the bound was met.
struct SelfIntersections {
  let mesh: Mesh
  let fans: VertexFans
  let census: EdgeCensus
  let tree: TriangleTree
  /// Triangles without area, or left out for another reason.
  let isSkipped: [Bool]
  /// Pairs that are kept at most; all that are found are counted.
  let limit: Int

  private static let isApart = TrianglePairVerdict(isWanted: false, cost: 0)

  /// The pairs, the lower number first, those that are kept sorted.
  func pairs() -> TrianglePairs {
    let near = neighbourPairs()
    let far = tree.pairs(keeping: limit) { [self] first, second in
      guard !isSkipped[Int(first)], !isSkipped[Int(second)] else { return Self.isApart }
      let a = mesh.triangles[Int(first)]
      let b = mesh.triangles[Int(second)]
      if a.a == b.a || a.a == b.b || a.a == b.c || a.b == b.a || a.b == b.b || a.b == b.c || a.c == b.a || a.c == b.b
        || a.c == b.c
      {
        return Self.isApart
      }
      return TrianglePair(corners(a), corners(b)).verdict
    }
    var all = TrianglePairs()
    all.count = near.count + far.count
    all.isComplete = near.isComplete && far.isComplete
    all.listed = Array(
      (near.listed + far.listed).map { ($0.0 < $0.1 ? ($0.0, $0.1) : ($0.1, $0.0)) }.sorted { $0 < $1 }.prefix(limit))
    return all
  }

  private func corners(_ triangle: Triangle) -> (Vector3, Vector3, Vector3) {
    (mesh.vertices[Int(triangle.a)], mesh.vertices[Int(triangle.b)], mesh.vertices[Int(triangle.c)])
  }

  private static let verticesPerChunk = 8192

  private func neighbourPairs() -> TrianglePairs {
    var isSuspect = [Bool](repeating: false, count: mesh.vertices.count)
    for edge in census.badEdges {
      for half in edge.halfEdges {
        let triangle = mesh.triangles[Int(half / 3)]
        isSuspect[Int(triangle.corner(Int(half % 3)))] = true
        isSuspect[Int(triangle.corner(Int((half + 1) % 3)))] = true
      }
    }
    let suspects = isSuspect
    let chunks = (mesh.vertices.count + Self.verticesPerChunk - 1) / Self.verticesPerChunk
    let shared = Self.sharedComparisons / max(mesh.vertices.count, 1)
    let found = Parallel.map(count: chunks) { chunk -> TrianglePairs in
      var pairs = TrianglePairs()
      let first = chunk * Self.verticesPerChunk
      for vertex in first..<min(first + Self.verticesPerChunk, mesh.vertices.count) {
        if suspects[vertex] || !isSpread(vertex) { compare(vertex, &pairs, shared) }
      }
      return pairs
    }
    var all = TrianglePairs()
    for piece in found {
      all.count += piece.count
      all.isComplete = all.isComplete && piece.isComplete
      all.listed += piece.listed.prefix(limit - all.listed.count)
    }
    return all
  }

  /// Comparisons that a mesh of any size may make in all, given out evenly to its vertices.
  private static let sharedComparisons = 400_000
  /// Comparisons at a vertex that are made in any case: all of them where up to forty triangles meet.
  private static let fewestComparisons = 800

  /// Whether the triangles around a vertex, all edges between them sound, unfold into a plane without overlap.
  private func isSpread(_ vertex: Int) -> Bool {
    let center = mesh.vertices[vertex]
    var sum = Vector3.zero
    let own = fans.leaving(vertex)
    for half in own {
      let triangle = mesh.triangles[Int(half / 3)]
      let number = Int(half % 3)
      let u = mesh.vertices[Int(triangle.corner((number + 1) % 3))] - center
      let v = mesh.vertices[Int(triangle.corner((number + 2) % 3))] - center
      sum = sum + u.cross(v).normalized
    }
    let axis = sum.normalized
    // Any basis across the axis serves; the sign of `y` of one edge vector is the same wherever it is computed.
    let side = abs(axis.x) < 0.6 ? Vector3(1, 0, 0) : Vector3(0, 1, 0)
    let up = axis.cross(side)
    var turns = 0
    for half in own {
      let triangle = mesh.triangles[Int(half / 3)]
      let number = Int(half % 3)
      let u = mesh.vertices[Int(triangle.corner((number + 1) % 3))] - center
      let v = mesh.vertices[Int(triangle.corner((number + 2) % 3))] - center
      let normal = u.cross(v)
      // Far above rounding, so that the turn from u to v is truly anticlockwise, and less than half a turn.
      guard normal.dot(axis) > 1e-6 * (abs(normal.x) + abs(normal.y) + abs(normal.z)),
        normal.dot(axis) > 1e-9 * u.length * v.length
      else { return false }
      if up.dot(u) < 0, up.dot(v) >= 0 { turns += 1 }
    }
    return turns == 1
  }

  /// Compares all triangles around a vertex in pairs; a pair with two common corners is reported at the lower one.
  ///
  /// - Parameter shared: The vertex's part of the comparisons that the whole mesh may make.
  private func compare(_ vertex: Int, _ pairs: inout TrianglePairs, _ shared: Int) {
    let own = fans.leaving(vertex).filter { !isSkipped[Int($0 / 3)] }
    // Thousands of triangles at one corner would be compared in millions of pairs.
    var left = max(Self.fewestComparisons, shared, 16 * own.count)
    for (index, first) in own.enumerated() {
      for second in own[(index + 1)...] {
        guard left > 0 else {
          pairs.isComplete = false
          return
        }
        left -= 1
        guard neighboursMeet(first, second, at: UInt32(vertex)) else { continue }
        pairs.count += 1
        if pairs.listed.count < limit { pairs.listed.append((first / 3, second / 3)) }
      }
    }
  }

  private func neighboursMeet(_ first: UInt32, _ second: UInt32, at vertex: UInt32) -> Bool {
    func turned(_ half: UInt32) -> Triangle {
      let triangle = mesh.triangles[Int(half / 3)]
      let number = Int(half % 3)
      return Triangle(
        triangle.corner(number), triangle.corner((number + 1) % 3), triangle.corner((number + 2) % 3))
    }
    let a = turned(first)
    let b = turned(second)
    // The corners besides `vertex` that both have.
    let common = [a.b, a.c].filter { $0 == b.b || $0 == b.c }
    guard common.allSatisfy({ $0 > vertex }) else { return false }
    switch common.count {
    case 0: return TrianglePair(corners(a), corners(b)).meetsBeyondFirstCorner
    case 1:
      let shared = common[0]
      let restA = a.b == shared ? a.c : a.b
      let restB = b.b == shared ? b.c : b.b
      return TrianglePair(
        corners(Triangle(vertex, shared, restA)), corners(Triangle(vertex, shared, restB))
      ).meetsBeyondFirstEdge
    default: return true
    }
  }
}
