/// Points spread over a scanned surface: those of a cloud as they are, those of a mesh laid evenly onto its facets.
enum SurfacePoints {
  /// Points that a mesh is given: about one per square millimetre of an adult foot.
  static let meshPoints = 60_000

  /// The points of a scan's surface.
  static func of(_ scan: Scan) -> [Vector3] {
    scan.triangles.isEmpty ? EvenDensity.thinned(scan.points) : laid(on: scan, count: meshPoints)
  }

  /// Lays about `count` points onto the facets, equally many per area.
  ///
  /// Every facet gets the points that its area is due, the remainder going over to the next one; within a facet they
  /// follow a low-discrepancy sequence (Roberts 2018) that starts from the corner between its two longest edges. So
  /// they depend on the facets' shapes and order alone, not on how the scan is turned, wound or mirrored.
  private static func laid(on scan: Scan, count: Int) -> [Vector3] {
    var areas: [Double] = []
    areas.reserveCapacity(scan.triangles.count)
    var total = 0.0
    for triangle in scan.triangles {
      let a = scan.points[Int(triangle.a)]
      let area = (scan.points[Int(triangle.b)] - a).cross(scan.points[Int(triangle.c)] - a).length
      areas.append(area.isFinite ? area : 0)
      total += areas[areas.count - 1]
    }
    guard total > 0, total.isFinite else { return [] }
    var points: [Vector3] = []
    points.reserveCapacity(count + 1)
    let perArea = Double(count) / total
    var due = 0.5
    for (index, triangle) in scan.triangles.enumerated() {
      due += areas[index] * perArea
      guard due >= 1 else { continue }
      let (a, b, c) = ordered(
        scan.points[Int(triangle.a)], scan.points[Int(triangle.b)], scan.points[Int(triangle.c)])
      let number = Int(due)
      due -= Double(number)
      if number == 1 {
        points.append(a + (b + c) * (1 / 3.0))
        continue
      }
      var u = 0.5
      var v = 0.5
      for _ in 0..<number {
        u += 0.754_877_666_246_693
        v += 0.569_840_290_998_053
        u -= u >= 1 ? 1 : 0
        v -= v >= 1 ? 1 : 0
        points.append(u + v > 1 ? a + b * (1 - u) + c * (1 - v) : a + b * u + c * v)
      }
    }
    return points
  }

  /// The corner between the two longest edges, and these edges, the longer one first.
  private static func ordered(_ a: Vector3, _ b: Vector3, _ c: Vector3) -> (Vector3, Vector3, Vector3) {
    let ab = (b - a).dot(b - a)
    let bc = (c - b).dot(c - b)
    let ca = (a - c).dot(a - c)
    if bc <= ab && bc <= ca { return ab >= ca ? (a, b - a, c - a) : (a, c - a, b - a) }
    if ca <= ab && ca <= bc { return ab >= bc ? (b, a - b, c - b) : (b, c - b, a - b) }
    return bc >= ca ? (c, b - c, a - c) : (c, a - c, b - c)
  }
}
