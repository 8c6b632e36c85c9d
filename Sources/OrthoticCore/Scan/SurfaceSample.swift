/// A few thousand places spread evenly over the scanned surface, each with the area it stands for.
struct SurfaceSample: Sendable {
  /// The places, in the frame and unit of the scan.
  var points: [Vector3]
  /// Area that each place stands for, square file units.
  var areas: [Double]

  /// Side of the square that has the surface's area: the measure of size that all tolerances derive from.
  var size: Double { areas.reduce(0, +).squareRoot() }

  /// Takes one place from each of some cubes.
  init(_ voxels: SurfaceVoxels, cubes: [Int]) {
    points = cubes.map { voxels.moment[$0] * (1 / voxels.amount[$0]) }
    let cell = voxels.grid.spacing * voxels.grid.spacing
    // A cloud's density says more of the scanner than of the foot: each cube counts as one square, but one that the
    // surface only grazes counts less.
    let usual = cubes.map { voxels.amount[$0] }.reduce(0, +) / Double(max(cubes.count, 1))
    areas = cubes.map { voxels.isMesh ? voxels.amount[$0] : cell * min(voxels.amount[$0] / (usual / 3), 1) }
  }

  /// Creates a sample from places and areas.
  init(points: [Vector3], areas: [Double]) {
    self.points = points
    self.areas = areas
  }
}
