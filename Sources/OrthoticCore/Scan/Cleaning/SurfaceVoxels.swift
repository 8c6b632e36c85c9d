/// The scanned surface in coarse cubes: what the search for pose works on and what tells strays from the foot.
///
/// Every cube that the surface passes holds how many points fell into it and their middle. Cost grows linearly with
/// the scan; afterwards there are a few thousand cubes whatever the scan's size.
struct SurfaceVoxels: Sendable {
  /// The cubes' places.
  let grid: VoxelGrid
  /// Points in each cube.
  private(set) var counts: [Double]
  /// Sum of the points of each cube, from the grid's origin.
  private(set) var sums: [Vector3]

  /// Cubes along the longest extent.
  static let resolution = 48.0
  /// Extents that are computed with, file units: a foot is some 1e-4 kilometres or 3e5 micrometres long.
  static let extents = 1e-5...1e7
  /// Points that a cloud needs for cubes that small; a sparser one gets larger cubes.
  static let enoughPoints = 20_000.0

  /// Sorts points into cubes, or `nil` where they have no extent.
  ///
  /// - Parameter resolution: cubes along the longest extent.
  init?(_ points: [Vector3], resolution: Double = SurfaceVoxels.resolution) {
    guard let box = Self.robustBounds(points) else { return nil }
    let extent = max(box.size.x, box.size.y, box.size.z)
    guard Self.extents.contains(extent) else { return nil }
    let sparse = min(1, (Double(points.count) / Self.enoughPoints).squareRoot())
    let grid = VoxelGrid(over: box, spacing: extent / max(resolution * sparse, 8))
    self.grid = grid
    counts = [Double](repeating: 0, count: grid.count)
    sums = [Vector3](repeating: .zero, count: grid.count)
    for point in points {
      guard let cube = grid.index(of: point) else { continue }
      counts[cube] += 1
      sums[cube] = sums[cube] + (point - grid.origin)
    }
  }

  /// Middle of the points in a cube.
  func middle(of cube: Int) -> Vector3 { grid.origin + sums[cube] * (1 / counts[cube]) }

  /// The box that holds all but the farthest strays: the middle 96 % of a regular subset, and a third more.
  private static func robustBounds(_ points: [Vector3]) -> Bounds? {
    guard let box = Bounds(points.lazy.filter(\.isFinite)) else { return nil }
    let subset = stride(from: 0, to: points.count, by: max(points.count / 4096, 1)).map { points[$0] }
      .filter(\.isFinite)
    guard !subset.isEmpty else { return nil }
    func range(_ coordinate: (Vector3) -> Double) -> (Double, Double) {
      let values = subset.map(coordinate)
      let cut = values.count / 50
      let low = values.ranked(cut)
      let high = values.ranked(values.count - 1 - cut)
      let reach = (high - low) * 0.35
      return (max(low - reach, coordinate(box.minimum)), min(high + reach, coordinate(box.maximum)))
    }
    let (x0, x1) = range(\.x)
    let (y0, y1) = range(\.y)
    let (z0, z1) = range(\.z)
    return Bounds([Vector3(x0, y0, z0), Vector3(x1, y1, z1)])
  }
}
