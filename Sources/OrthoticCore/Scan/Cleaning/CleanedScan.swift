/// The points and facets of one piece of a scan; still in the file's frame and unit.
struct CleanedScan: Sendable {
  /// Points spread over the whole scan: a cloud's own, or laid evenly onto a mesh's facets.
  private let surface: [Vector3]
  private let candidate: FootCandidate
  /// The corners of the mesh that stay; none of a cloud.
  private let corners: [Vector3]
  /// Facets over `points`, or none.
  let triangles: [Triangle]

  /// The points that stay: a cloud's own, or the corners of the mesh.
  var points: [Vector3] { points { $0 } }

  /// What `body` makes of the points that stay, in order, where it makes something.
  func points(_ body: @Sendable (Vector3) -> Vector3?) -> [Vector3] {
    triangles.isEmpty ? surfacePoints(body) : corners.compactMap(body)
  }

  /// Takes a piece out of a scan.
  ///
  /// - Parameter surface: points spread over the scan's surface.
  init(_ scan: Scan, surface: [Vector3], candidate: FootCandidate) {
    self.surface = surface
    self.candidate = candidate
    (corners, triangles) = scan.triangles.isEmpty ? ([], []) : Self.facets(of: scan, in: candidate)
  }

  /// What `body` makes of the piece's points on the surface, in order, where it makes something.
  ///
  /// A scan has many points, most of which a caller drops: no copy of them is made first.
  ///
  /// - Parameter enough: where the scan has several times as many points, only every so many of them are looked at.
  func surfacePoints(atLeast enough: Int = .max, _ body: @Sendable (Vector3) -> Vector3?) -> [Vector3] {
    let candidate = candidate
    return Parallel.compactMap(surface, step: max(surface.count / enough, 1)) {
      candidate.contains($0) ? body($0) : nil
    }
  }

  /// About so many of the piece's points, evenly over the surface.
  func some(_ count: Int) -> [Vector3] {
    let step = max(surface.count / max(count, 1), 1)
    var some: [Vector3] = []
    some.reserveCapacity(surface.count / step + 1)
    for index in stride(from: 0, to: surface.count, by: step) where candidate.contains(surface[index]) {
      some.append(surface[index])
    }
    return some
  }

  /// The facets with at least one corner in the piece, and their corners.
  private static func facets(of scan: Scan, in candidate: FootCandidate) -> ([Vector3], [Triangle]) {
    let kept = scan.points.map { candidate.contains($0) }
    var number = [UInt32](repeating: .max, count: scan.points.count)
    var points: [Vector3] = []
    var triangles: [Triangle] = []
    for triangle in scan.triangles {
      let (a, b, c) = (Int(triangle.a), Int(triangle.b), Int(triangle.c))
      guard kept[a] || kept[b] || kept[c], scan.points[a].isFinite, scan.points[b].isFinite, scan.points[c].isFinite
      else { continue }
      for corner in [a, b, c] where number[corner] == .max {
        number[corner] = UInt32(points.count)
        points.append(scan.points[corner])
      }
      triangles.append(Triangle(number[a], number[b], number[c]))
    }
    return (points, triangles)
  }
}
