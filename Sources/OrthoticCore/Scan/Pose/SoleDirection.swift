#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Searches for the directions in which the sole may face: where the surface leans best against a flat floor.
///
/// For a direction, the floor is the plane that touches the surface from outside. First the area near that floor is
/// compared over the whole sphere of directions; then, from every local maximum, the lowest layer of the surface is
/// made level by repeated plane fits. Neither normals nor winding are needed.
struct SoleDirection: Sendable {
  /// Unit vector out of the sole, towards the ground, in the scan's frame.
  var direction: Vector3
  /// Share of the surface near the floor.
  var score: Double

  /// Directions in the first look.
  static let looks = 200
  /// Local maxima that are followed.
  static let followed = 8
  /// Depth that counts as near the floor in the first look, as a share of the sample's size.
  static let reach = 0.12

  /// The candidates, most of the surface near their floor first.
  ///
  /// A hint leaves one candidate: the hint, made level. A thorough search follows directions from all over the sphere.
  static func candidates(
    in sample: SurfaceSample, hint: Vector3? = nil, isThorough: Bool = false
  ) -> [SoleDirection] {
    let size = sample.size
    if let hint {
      let settled = settled(sample, from: hint, size: size)
      return [SoleDirection(direction: settled.dot(hint) > 0.5 ? settled : hint, score: 1)]
    }
    let sphere = fibonacciSphere(count: looks)
    let scores = Parallel.array(count: sphere.count, grain: 25) {
      nearFloor(sample, towards: sphere[$0], reach: reach * size)
    }
    let nearby = 0.93  // cosine of 21°, more than the spacing of the directions
    var found: [SoleDirection] = []
    for (index, direction) in sphere.enumerated() {
      let isTop =
        isThorough
        ? index % 2 == 0
        : sphere.indices.allSatisfy {
          $0 == index || sphere[$0].dot(direction) < nearby || scores[$0] < scores[index]
            || (scores[$0] == scores[index] && $0 > index)
        }
      if isTop { found.append(SoleDirection(direction: direction, score: scores[index])) }
    }
    found.sort { $0.score > $1.score }
    var distinct: [SoleDirection] = []
    for start in isThorough ? found[...] : found.prefix(followed) {
      let settled = settled(sample, from: start.direction, size: size)
      guard distinct.allSatisfy({ $0.direction.dot(settled) < 0.99 }) else { continue }
      distinct.append(SoleDirection(direction: settled, score: start.score))
    }
    return distinct
  }

  /// Turns a direction until the lowest layer of the surface is level.
  private static func settled(_ sample: SurfaceSample, from start: Vector3, size: Double) -> Vector3 {
    var down = start
    for round in 0..<8 {
      // The band narrows from a sixth to a twelfth of the size: first the catch, then the sole itself.
      let band = size * max(0.16 - 0.02 * Double(round), 0.08)
      guard let level = level(sample, down: down, band: band, cell: size / 25) else { break }
      let change = (level - down).length
      down = level
      if change < 0.002, round >= 4 { break }
    }
    return down
  }

  private static func level(_ sample: SurfaceSample, down: Vector3, band: Double, cell: Double) -> Vector3? {
    let frame = Similarity(up: -down, origin: .zero)
    let points = sample.points.map { frame.placed($0) }
    guard let box = Bounds(points) else { return nil }
    let floor = points.map(\.z).ranked(points.count / 500)
    let bins = PointBins(over: box.footprint, side: cell)
    var lowest = [Int](repeating: -1, count: bins.count)
    for (index, p) in points.enumerated() where p.z < floor + band {
      let bin = bins.index(of: p.xy)
      if lowest[bin] < 0 || p.z < points[lowest[bin]].z { lowest[bin] = index }
    }
    var fit = LocalPlaneFit()
    for index in lowest where index >= 0 {
      let p = points[index]
      let near = min(1 - (p.z - floor) / band, 1)
      fit.add(p.xy - box.center.xy, p.z, weight: near * near)
    }
    guard let plane = fit.solved(steadiedBy: cell * cell) else { return nil }
    return -frame.direction(Vector3(-plane.slope.x, -plane.slope.y, 1).normalized)
  }

  /// Share of the area near the plane that touches the sample from one side, falling off linearly to `reach`.
  private static func nearFloor(_ sample: SurfaceSample, towards direction: Vector3, reach: Double) -> Double {
    var farthest = -Double.infinity
    for point in sample.points { farthest = max(farthest, point.dot(direction)) }
    var sum = 0.0
    var total = 0.0
    for index in sample.points.indices {
      let depth = (farthest - sample.points[index].dot(direction)) / reach
      sum += max(1 - depth, 0) * sample.areas[index]
      total += sample.areas[index]
    }
    return total > 0 ? sum / total : 0
  }

  /// Directions spread evenly over the sphere.
  private static func fibonacciSphere(count: Int) -> [Vector3] {
    let golden = Double.pi * (3 - 5.0.squareRoot())
    return (0..<count).map { index in
      let z = 1 - (2 * Double(index) + 1) / Double(count)
      let radius = (1 - z * z).squareRoot()
      return Vector3(radius * cos(golden * Double(index)), radius * sin(golden * Double(index)), z)
    }
  }
}
