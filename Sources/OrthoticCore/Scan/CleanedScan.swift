/// A scan without what is not the foot: strays, other pieces, floors and plates; still in the file's frame and unit.
struct CleanedScan: Sendable {
  /// Points spread over the surface: a cloud's own, or laid evenly onto a mesh's facets.
  let surface: [Vector3]
  /// The points that stay: a cloud's own, or the corners of the mesh.
  let points: [Vector3]
  /// Facets over `points`, or none.
  let triangles: [Triangle]
  /// The surface in a thousand places.
  let sample: SurfaceSample
  /// The floor or plate that was cut away.
  let support: SupportPlane?
  /// Share of the surface that was dropped as stray.
  let strayShare: Double
  /// Sizes of the other pieces, as shares of the largest.
  let otherPieces: [Double]

  /// A second piece of at least this share of the largest may be another foot.
  static let footShare = 0.4

  /// Number of pieces that are large enough to be feet.
  var footCount: Int { 1 + otherPieces.filter { $0 >= Self.footShare }.count }

  /// Cleans a scan down to one of its pieces, 0 being the largest; `nil` where there is none.
  init?(_ scan: Scan, piece: Int = 0) {
    var surface = SurfacePoints.of(scan)
    guard var voxels = SurfaceVoxels(surface) else { return nil }
    var cleaning = ScanCleaning(voxels)
    guard !cleaning.pieces.isEmpty else { return nil }
    // A support joins all that stands on it.
    var sample = SurfaceSample(voxels, cubes: cleaning.pieces[0])
    let support = SupportPlane(sample)
    if let support {
      surface = surface.filter { support.keeps($0) }
      guard let rest = SurfaceVoxels(surface) else { return nil }
      voxels = rest
      cleaning = ScanCleaning(rest)
    }
    guard piece < cleaning.pieces.count else { return nil }
    if piece > 0 || support != nil { sample = SurfaceSample(voxels, cubes: cleaning.pieces[piece]) }
    var keep = [Bool](repeating: false, count: voxels.grid.count)
    for cube in cleaning.pieces[piece] { keep[cube] = true }
    func isKept(_ p: Vector3) -> Bool { voxels.grid.index(of: p).map { keep[$0] } ?? false }
    self.surface = surface.filter(isKept)
    self.sample = sample
    self.support = support
    strayShare = cleaning.strayShare
    otherPieces = cleaning.sizes.dropFirst().map { $0 / cleaning.sizes[0] }
    if scan.triangles.isEmpty {
      points = self.surface
      triangles = []
    } else {
      (points, triangles) = Self.facets(of: scan) { isKept($0) && (support?.keeps($0) ?? true) }
    }
  }

  /// The facets with at least one corner that is kept, and their corners.
  private static func facets(of scan: Scan, where isKept: (Vector3) -> Bool) -> ([Vector3], [Triangle]) {
    let kept = scan.points.map(isKept)
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
