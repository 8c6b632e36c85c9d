/// Points spread over a scanned surface: those of a cloud as they are, those of a mesh laid evenly onto its facets.
enum SurfacePoints {
  /// Points that a mesh is given: about one per square millimetre of an adult foot.
  static let meshPoints = 60_000

  /// The points of a scan's surface.
  static func of(_ scan: Scan) -> [Vector3] {
    scan.triangles.isEmpty ? scan.points : laid(on: scan, count: meshPoints)
  }

  /// Lays about `count` points onto the facets, equally many per area.
  ///
  /// Every facet gets the points that its area is due, the remainder going over to the next one; within a facet they
  /// follow a low-discrepancy sequence (Roberts 2018). This depends on the facets' areas and order alone and not on
  /// how the scan is turned.
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
      let a = scan.points[Int(triangle.a)]
      let b = scan.points[Int(triangle.b)] - a
      let c = scan.points[Int(triangle.c)] - a
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
}
