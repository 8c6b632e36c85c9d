import OrthoticCore

/// Finds the thinnest wall of a solid: the shortest way from a facet along its inward normal to a facet that faces it,
/// and from the ground of a pit.
///
/// Only facets that face each other within 30° count as a wall, so that a rounded or bevelled edge, whose
/// thickness runs out by design, is none. Each ray reaches only as far as the thinnest wall found before, which makes
/// nearly all of them short.
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

  /// The thinnest wall, or `nil` where no two facets face each other.
  func minimum() -> MeshReport.Wall? {
    guard let bounds = Bounds(mesh.vertices) else { return nil }
    let size = bounds.size.length
    let count = mesh.triangles.count
    // A sparse first round gives a good limit for the second.
    var best: Place?
    for stride in [61, 1] {
      let limit = best?.value ?? size
      let chunks = (count / stride + Self.facetsPerChunk) / Self.facetsPerChunk
      let found = Parallel.map(count: chunks) { chunk -> Place? in
        var thinnest: Place?
        let first = chunk * Self.facetsPerChunk * stride
        for facet in Swift.stride(from: first, to: min(first + Self.facetsPerChunk * stride, count), by: stride) {
          for start in starts(facet, longest: size * Self.longFacet) {
            guard let hit = thickness(facet, from: start, within: thinnest?.value ?? limit) else { continue }
            if thinnest.map({ hit < $0.value }) ?? true { thinnest = Place(value: hit, at: start) }
          }
        }
        return thinnest
      }
      for candidate in found.compactMap({ $0 }) where best.map({ candidate.value < $0.value }) ?? true {
        best = candidate
      }
    }
    return thinnestPit(within: best?.value ?? size) ?? best
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

  private func thickness(_ facet: Int, from start: Vector3, within limit: Double) -> Double? {
    let triangle = mesh.triangles[facet]
    let inward = -normal(triangle)
    guard inward != .zero else { return nil }
    var facing = false
    let hit = tree.firstHit(from: start, along: inward, within: limit) { number in
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
