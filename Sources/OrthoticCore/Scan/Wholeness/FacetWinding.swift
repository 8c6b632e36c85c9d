/// Which way the facets of a mesh face: out of the body, as is usual, or into it.
struct FacetWinding: Equatable, Sendable {
  /// Sum of the facets' areas as vectors, share of their sum as numbers: 0 of a closed body, near 1 of a flat sheet.
  var sheet: Vector3
  /// Volume that the facets enclose as seen from their middle, positive where they face outward, over area^1.5.
  var volume: Double
  /// Mean thickness of a closed body, twice its volume over its area, file units.
  var thickness: Double

  /// Facets that are looked at.
  static let enough = 200_000
  /// Share from which facets make a sheet, whose side counts, and not a body.
  static let sheetShare = 0.35
  /// Share up to which they close a body.
  static let closedShare = 0.02

  /// Looks at the facets of a piece of a scan; `nil` where it has none.
  init?(_ scan: Scan, in candidate: FootCandidate) {
    guard !scan.triangles.isEmpty else { return nil }
    var middle = Vector3(0, 0, 0)
    for point in candidate.some { middle = middle + point }
    guard !candidate.some.isEmpty else { return nil }
    middle = middle * (1 / Double(candidate.some.count))
    var sum = Vector3(0, 0, 0)
    var area = 0.0
    var sixfold = 0.0
    for index in stride(from: 0, to: scan.triangles.count, by: max(scan.triangles.count / Self.enough, 1)) {
      let triangle = scan.triangles[index]
      let a = scan.points[Int(triangle.a)]
      guard candidate.contains(a) else { continue }
      let (b, c) = (scan.points[Int(triangle.b)], scan.points[Int(triangle.c)])
      let twofold = (b - a).cross(c - a)
      guard twofold.isFinite else { continue }
      sum = sum + twofold
      area += twofold.length
      sixfold += (a - middle).dot(twofold)
    }
    guard area > 0 else { return nil }
    sheet = sum * (1 / area)
    volume = (sixfold / 6) / (area / 2 * (area / 2).squareRoot())
    thickness = abs(sixfold) / 6 * 2 / (area / 2)
  }

  /// Whether facets face out of a foot that stands with its sole down; `nil` where they do not tell.
  func facesOut(up: Vector3) -> Bool? {
    let rise = sheet.dot(up)
    if abs(rise) > Self.sheetShare { return rise < 0 }
    // A foot and its leg enclose about 0.05 to 0.1; facets of mixed winding nothing.
    return abs(volume) > 0.01 ? volume > 0 : nil
  }

  /// Whether they close a body.
  var isClosed: Bool { sheet.length < Self.closedShare }
}
