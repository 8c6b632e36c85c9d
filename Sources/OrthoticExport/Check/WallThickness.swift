import OrthoticCore

/// Finds the thinnest wall of a solid: the shortest way from a facet along its inward normal to a facet that faces it,
/// and from the ground of a pit.
///
/// Only facets that face each other within 30° count as a wall, so that a rounded or bevelled edge, whose
/// thickness runs out by design, is none. Each ray reaches only as far as the thinnest wall found before, which makes
/// nearly all of them short. A ray that would pass thousands of boxes, as where facets lie upon each other, is given up,
/// so that the work stays in proportion to the mesh.
struct WallThickness {
  let mesh: Mesh
  let tree: TriangleTree
  let fans: VertexFans
  let isSkipped: [Bool]

  /// Cosine of the largest angle between a facet and the one it faces, 30°.
  static let cosine = 0.866_025_403_784_438_6

  /// Facets longer than this share of the mesh's size also send rays from near their corners.
  private static let longFacet = 1.0 / 200

  private static let facetsPerChunk = 4096

  /// A wall and where it was measured.
  typealias Place = MeshReport.Wall

  /// The thinnest wall that some rays found, and whether none of them was given up.
  struct Search: Sendable {
    var thinnest: Place?
    var isComplete = true

    /// Takes a wall where it is thinner.
    mutating func take(_ place: Place) {
      if thinnest.map({ place.value < $0.value }) ?? true { thinnest = place }
    }
  }

  /// Groups of boxes that rays of a mesh of any size may look at in all.
  private static let sharedVisits = 6_000_000

  /// Groups of boxes that one ray may look at.
  func visits(rays: Int) -> Int { max(384, Self.sharedVisits / max(rays, 1)) }

  /// The thinnest wall, or `nil` where no two facets face each other, and whether it was measured everywhere.
  func minimum() -> (wall: MeshReport.Wall?, isMeasured: Bool) {
    guard let bounds = Bounds(mesh.vertices) else { return (nil, true) }
    let size = bounds.size.length
    let count = mesh.triangles.count
    // A sparse first round gives a good limit for the second.
    var best = Search()
    for stride in [61, 1] {
      let limit = best.thinnest?.value ?? size
      let visits = visits(rays: 4 * count / stride)
      let chunks = (count / stride + Self.facetsPerChunk) / Self.facetsPerChunk
      let found = Parallel.map(count: chunks) { chunk -> Search in
        var search = Search()
        let first = chunk * Self.facetsPerChunk * stride
        for facet in Swift.stride(from: first, to: min(first + Self.facetsPerChunk * stride, count), by: stride) {
          for start in starts(facet, longest: size * Self.longFacet) {
            var left = visits
            let hit = thickness(facet, from: start, within: search.thinnest?.value ?? limit, visits: &left)
            if left < 0 { search.isComplete = false }
            if let hit { search.take(Place(value: hit, at: start)) }
          }
        }
        return search
      }
      // Rays of the first round only make those of the second shorter.
      best.isComplete = true
      for search in found {
        best.isComplete = best.isComplete && search.isComplete
        if let place = search.thinnest { best.take(place) }
      }
    }
    let pits = thinnestPit(within: best.thinnest?.value ?? size)
    return (pits.thinnest ?? best.thinnest, best.isComplete && pits.isComplete)
  }

  /// Where the rays of a facet start.
  private func starts(_ facet: Int, longest: Double) -> [Vector3] {
    guard !isSkipped[facet] else { return [] }
    let triangle = mesh.triangles[facet]
    let a = mesh.vertices[Int(triangle.a)]
    let b = mesh.vertices[Int(triangle.b)]
    let c = mesh.vertices[Int(triangle.c)]
    let middle = (a + b + c) * (1.0 / 3)
    guard max((b - a).length, (c - b).length, (a - c).length) > longest else { return [middle] }
    return [middle] + [a, b, c].map { $0 * 0.9 + middle * 0.1 }
  }

  private func thickness(_ facet: Int, from start: Vector3, within limit: Double, visits: inout Int) -> Double? {
    let triangle = mesh.triangles[facet]
    let inward = -normal(triangle)
    guard inward != .zero else { return nil }
    var facing = false
    let hit = tree.firstHit(from: start, along: inward, within: limit, visits: &visits) { number in
      let other = mesh.triangles[Int(number)]
      guard Int(number) != facet, !isSkipped[Int(number)] else { return false }
      return !sharesCorner(triangle, other)
    }
    guard let hit else { return nil }
    facing = normal(mesh.triangles[Int(hit.triangle)]).dot(inward) > Self.cosine
    return facing ? hit.distance : nil
  }

  private func sharesCorner(_ a: Triangle, _ b: Triangle) -> Bool {
    a.a == b.a || a.a == b.b || a.a == b.c || a.b == b.a || a.b == b.b || a.b == b.c || a.c == b.a || a.c == b.b
      || a.c == b.c
  }

  func normal(_ triangle: Triangle) -> Vector3 {
    let a = mesh.vertices[Int(triangle.a)]
    return (mesh.vertices[Int(triangle.b)] - a).cross(mesh.vertices[Int(triangle.c)] - a).normalized
  }
}
