/// A thousand or so places spread evenly over the scanned surface, each with the area it stands for.
struct SurfaceSample: Sendable {
  /// The places, in the frame and unit of the scan.
  var points: [Vector3]
  /// Area that each place stands for, square file units.
  var areas: [Double]

  /// A cube with less than this share of the usual number of points holds strays, or a corner of the surface.
  static let leastShare = 0.1

  /// Side of the square that has the surface's area: the measure of size that all tolerances derive from.
  var size: Double { areas.reduce(0, +).squareRoot() }

  /// Takes one place from each of some cubes.
  ///
  /// A place stands for area by its number of points: points lie evenly on a mesh, and roughly so in a cloud, where
  /// crowds of points are cut off.
  init(_ voxels: SurfaceVoxels, cubes: [Int]) {
    let cell = voxels.grid.spacing * voxels.grid.spacing
    let usual = cubes.map { voxels.counts[$0] }.reduce(0, +) / Double(max(cubes.count, 1))
    let kept = cubes.filter { voxels.counts[$0] > Self.leastShare * usual }
    points = kept.map { voxels.middle(of: $0) }
    // A surface passes half as many cubes again as it has area in their sides' squares.
    areas = kept.map { cell / 1.5 * min(voxels.counts[$0] / usual, 3) }
  }

  /// Creates a sample from places and areas.
  init(points: [Vector3], areas: [Double]) {
    self.points = points
    self.areas = areas
  }

  /// The part of the sample that passes a test.
  func keeping(_ isKept: (Vector3) -> Bool) -> SurfaceSample {
    let kept = points.indices.filter { isKept(points[$0]) }
    return SurfaceSample(points: kept.map { points[$0] }, areas: kept.map { areas[$0] })
  }

  /// The same surface with neighbouring places joined until about `count` are left.
  func thinned(to count: Int) -> SurfaceSample {
    guard points.count > count, let box = Bounds(points) else { return self }
    // A surface meets about as many cubes as it has area in squares of their side, and half as many again.
    let spacing = size * (1.5 / Double(count)).squareRoot()
    guard spacing > 0 else { return self }
    let grid = VoxelGrid(over: box, spacing: spacing)
    var sums = [Vector3](repeating: .zero, count: grid.count)
    var totals = [Double](repeating: 0, count: grid.count)
    for (point, area) in zip(points, areas) {
      guard let cube = grid.index(of: point) else { continue }
      sums[cube] = sums[cube] + point * area
      totals[cube] += area
    }
    let kept = totals.indices.filter { totals[$0] > Self.leastShare * spacing * spacing }
    return SurfaceSample(points: kept.map { sums[$0] * (1 / totals[$0]) }, areas: kept.map { totals[$0] })
  }
}
