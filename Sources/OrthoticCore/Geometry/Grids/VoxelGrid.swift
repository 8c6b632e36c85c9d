/// A box divided into equal cubes, to find in constant time which cube a point lies in.
struct VoxelGrid: Equatable, Sendable {
  /// Lowest corner of the box.
  let origin: Vector3
  /// Edge of a cube.
  let spacing: Double
  private let perSpacing: Double
  /// Cubes along x.
  let width: Int
  /// Cubes along y.
  let depth: Int
  /// Cubes along z.
  let height: Int

  /// Creates the grid over a box, with an empty cube on every side, centred on the box.
  init(over box: Bounds, spacing: Double) {
    func cells(_ size: Double) -> Int { Int(min(max(size / spacing, 0), 1000)) + 3 }
    width = cells(box.size.x)
    depth = cells(box.size.y)
    height = cells(box.size.z)
    self.spacing = spacing
    perSpacing = 1 / spacing
    origin = box.center - Vector3(Double(width), Double(depth), Double(height)) * (spacing / 2)
  }

  /// Number of cubes.
  var count: Int { width * depth * height }

  /// Distances in cube numbers to the 26 neighbours of a cube.
  var neighborOffsets: [Int] {
    var offsets: [Int] = []
    for k in -1...1 {
      for j in -1...1 {
        for i in -1...1 where (i, j, k) != (0, 0, 0) { offsets.append((k * depth + j) * width + i) }
      }
    }
    return offsets
  }

  /// The cube that holds a point; `nil` outside the grid, in its outermost layer, or for a point that is no number.
  @inline(__always) func index(of point: Vector3) -> Int? {
    let u = (point.x - origin.x) * perSpacing
    let v = (point.y - origin.y) * perSpacing
    let w = (point.z - origin.z) * perSpacing
    guard u >= 1, v >= 1, w >= 1, u < Double(width - 1), v < Double(depth - 1), w < Double(height - 1) else {
      return nil
    }
    return (Int(w) * depth + Int(v)) * width + Int(u)
  }
}
