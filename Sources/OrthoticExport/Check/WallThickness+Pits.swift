#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore

extension WallThickness {
  private static let verticesPerChunk = 8192

  /// The thinnest wall under the ground of a pit, below a limit, or `nil`.
  ///
  /// ```
  ///   ────.     .────      A pit that ends in a single corner has no facet along its ground, and its sides may be too
  ///        ╲   ╱           steep to face what is below. So corners that all their neighbours rise above, some of them
  ///         ╲.╱            steeply, send a ray of their own.
  ///   ───────────────
  /// ```
  func thinnestPit(within limit: Double) -> Search {
    let count = mesh.vertices.count
    let visits = visits(rays: count)
    let found = Parallel.map(count: (count + Self.verticesPerChunk - 1) / Self.verticesPerChunk) { chunk -> Search in
      var search = Search()
      for vertex in chunk * Self.verticesPerChunk..<min((chunk + 1) * Self.verticesPerChunk, count) {
        guard let inward = inwardFromPit(vertex) else { continue }
        let start = mesh.vertices[vertex]
        let own = UInt32(vertex)
        var left = visits
        let hit = tree.firstHit(
          from: start, along: inward, within: search.thinnest?.value ?? limit, visits: &left
        ) { number in
          let other = mesh.triangles[Int(number)]
          return !isSkipped[Int(number)] && other.a != own && other.b != own && other.c != own
        }
        if left < 0 { search.isComplete = false }
        guard let hit, normal(mesh.triangles[Int(hit.triangle)]).dot(inward) > Self.cosine else { continue }
        search.take(Place(value: hit.distance, at: start))
      }
      return search
    }
    var best = Search()
    for search in found {
      best.isComplete = best.isComplete && search.isComplete
      if let place = search.thinnest { best.take(place) }
    }
    return best
  }

  /// The way into the solid from a corner at the ground of a steep pit; `nil` at all other corners.
  private func inwardFromPit(_ vertex: Int) -> Vector3? {
    let here = mesh.vertices[vertex]
    var sum = Vector3.zero
    for half in fans.leaving(vertex) where !isSkipped[Int(half / 3)] {
      let (next, last) = neighbours(half)
      let cross = (next - here).cross(last - here)
      // Weighted by their angles, so that it does not matter how a side is cut into facets.
      sum = sum + cross.normalized * atan2(cross.length, (next - here).dot(last - here))
    }
    let outward = sum.normalized
    guard outward.isFinite, outward != .zero else { return nil }
    var isSteep = false
    for half in fans.leaving(vertex) where !isSkipped[Int(half / 3)] {
      let (next, last) = neighbours(half)
      guard (next - here).dot(outward) >= 0, (last - here).dot(outward) >= 0 else { return nil }
      if (next - here).cross(last - here).normalized.dot(outward) < Self.cosine { isSteep = true }
    }
    return isSteep ? -outward : nil
  }

  /// The other two corners of the triangle that a half-edge belongs to, in its order.
  @inline(__always)
  private func neighbours(_ half: UInt32) -> (Vector3, Vector3) {
    let triangle = mesh.triangles[Int(half / 3)]
    let next = triangle.corner(Int(VertexFans.after(half) % 3))
    let last = triangle.corner(Int(VertexFans.before(half) % 3))
    return (mesh.vertices[Int(next)], mesh.vertices[Int(last)])
  }
}
