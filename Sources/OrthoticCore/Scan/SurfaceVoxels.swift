/// The scanned surface in coarse cubes: what the search for pose works on and what tells strays from the foot.
///
/// Every cube that the surface passes holds its share of the surface and the middle of that share. Cost grows
/// linearly with the scan; afterwards there are a few thousand cubes whatever the scan's size.
struct SurfaceVoxels: Sendable {
  /// The cubes' places.
  let grid: VoxelGrid
  /// Surface in each cube: area for a mesh, number of points for a cloud; 0 in empty or dropped cubes.
  var amount: [Double]
  /// Sum of position × amount.
  var moment: [Vector3]
  /// Whether the amounts are areas.
  let isMesh: Bool

  /// Cubes along the longest extent.
  static let resolution = 48.0

  /// Sorts the scan's surface into cubes, or `nil` where it has no extent.
  init?(_ scan: Scan) {
    guard let box = Self.robustBounds(scan.points) else { return nil }
    let extent = max(box.size.x, box.size.y, box.size.z)
    guard extent > 0, extent.isFinite else { return nil }
    // A sparse cloud must still put several points into a cube.
    let sparse = scan.triangles.isEmpty ? min(1, (Double(scan.points.count) / 20_000).squareRoot()) : 1
    let grid = VoxelGrid(over: box, spacing: extent / max(Self.resolution * sparse, 8))
    self.grid = grid
    isMesh = !scan.triangles.isEmpty
    amount = [Double](repeating: 0, count: grid.count)
    moment = [Vector3](repeating: .zero, count: grid.count)
    if isMesh { addFacets(of: scan) } else { addPoints(of: scan) }
  }

  private mutating func addPoints(of scan: Scan) {
    for point in scan.points {
      guard let cube = grid.index(of: point) else { continue }
      amount[cube] += 1
      moment[cube] = moment[cube] + point
    }
  }

  private mutating func addFacets(of scan: Scan) {
    let enough = grid.spacing * grid.spacing / 4
    for triangle in scan.triangles {
      let a = scan.points[Int(triangle.a)]
      let b = scan.points[Int(triangle.b)] - a
      let c = scan.points[Int(triangle.c)] - a
      let area = b.cross(c).length / 2
      guard area > 0, area.isFinite else { continue }
      // A large facet counts at the centres of n² equal parts.
      let n = min(max(Int((min(area / enough, 1e4)).squareRoot().rounded(.up)), 1), 64)
      let share = area / Double(n * n)
      for i in 0..<n {
        for j in 0..<(2 * (n - i) - 1) {
          let row = j / 2
          let shift = j % 2 == 0 ? 1.0 / 3 : 2.0 / 3
          let point = a + b * ((Double(i) + shift) / Double(n)) + c * ((Double(row) + shift) / Double(n))
          guard let cube = grid.index(of: point) else { continue }
          amount[cube] += share
          moment[cube] = moment[cube] + point * share
        }
      }
    }
  }

  /// The box that holds all but the farthest strays: the middle 96 % of a regular subset, and a third more.
  private static func robustBounds(_ points: [Vector3]) -> Bounds? {
    guard let box = Bounds(points.lazy.filter(\.isFinite)) else { return nil }
    let subset = stride(from: 0, to: points.count, by: max(points.count / 4096, 1)).map { points[$0] }
      .filter(\.isFinite)
    guard !subset.isEmpty else { return nil }
    func range(_ coordinate: (Vector3) -> Double) -> (Double, Double) {
      let values = subset.map(coordinate).sorted()
      let cut = values.count / 50
      let low = values[cut]
      let high = values[values.count - 1 - cut]
      let reach = (high - low) * 0.35
      return (max(low - reach, coordinate(box.minimum)), min(high + reach, coordinate(box.maximum)))
    }
    let (x0, x1) = range(\.x)
    let (y0, y1) = range(\.y)
    let (z0, z1) = range(\.z)
    return Bounds([Vector3(x0, y0, z0), Vector3(x1, y1, z1)])
  }
}
