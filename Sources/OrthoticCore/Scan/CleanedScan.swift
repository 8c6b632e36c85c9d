/// The points and facets of one piece of a scan; still in the file's frame and unit.
struct CleanedScan: Sendable {
  /// Points spread over the surface: a cloud's own, or laid evenly onto a mesh's facets.
  let surface: [Vector3]
  /// The points that stay: a cloud's own, or the corners of the mesh.
  let points: [Vector3]
  /// Facets over `points`, or none.
  let triangles: [Triangle]

  /// Takes a piece out of a scan.
  ///
  /// - Parameter surface: points spread over the scan's surface.
  init(_ scan: Scan, surface: [Vector3], piece: FootPiece) {
    var kept: [Vector3] = []
    kept.reserveCapacity(surface.count)
    for point in surface where piece.contains(point) { kept.append(point) }
    self.surface = kept
    if scan.triangles.isEmpty {
      points = kept
      triangles = []
    } else {
      (points, triangles) = Self.facets(of: scan, in: piece)
    }
  }

  /// The facets with at least one corner in the piece, and their corners.
  private static func facets(of scan: Scan, in piece: FootPiece) -> ([Vector3], [Triangle]) {
    let kept = scan.points.map { piece.contains($0) }
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
