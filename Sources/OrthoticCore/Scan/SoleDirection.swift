#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Searches for the direction in which the sole faces: where the surface leans best against a flat floor.
///
/// For a direction, the floor is the plane that touches the scan from outside. The score is the area near that floor,
/// falling off linearly to nothing at `reach`; it needs neither normals nor winding.
struct SoleDirection: Sendable {
  /// Unit vector out of the sole, towards the ground, in the scan's frame.
  var direction: Vector3
  /// Share of the surface near the floor.
  var score: Double

  /// Reach of the score as a share of the sample's size, from the first look to the last.
  static let reaches = [0.12, 0.06, 0.03]

  /// The best directions, each a local maximum, the best first.
  static func candidates(in sample: SurfaceSample) -> [SoleDirection] {
    let score = FloorScore(sample)
    let sphere = fibonacciSphere(count: 200)
    let first = sphere.map { score(towards: $0, reach: reaches[0]) }
    var found: [SoleDirection] = []
    let nearby = 0.93  // cosine of 21°, more than the spacing of the directions
    for (index, direction) in sphere.enumerated() {
      let isTop = sphere.indices.allSatisfy {
        sphere[$0].dot(direction) < nearby || first[$0] < first[index] || $0 == index
          || (first[$0] == first[index] && $0 > index)
      }
      if isTop { found.append(SoleDirection(direction: direction, score: first[index])) }
    }
    found.sort { $0.score > $1.score }
    found = found.prefix(8).map { start in
      var best = start
      var step = 0.14
      for reach in reaches {
        best = refined(best, reach: reach, step: step, score: score)
        step /= 2
      }
      return best
    }
    found.sort { $0.score > $1.score }
    var distinct: [SoleDirection] = []
    for candidate in found where distinct.allSatisfy({ $0.direction.dot(candidate.direction) < 0.97 }) {
      distinct.append(candidate)
    }
    return distinct
  }

  /// Climbs to the nearest maximum of the score by steps that halve, from `step` down to a thirtieth of it.
  private static func refined(_ start: SoleDirection, reach: Double, step: Double, score: FloorScore) -> SoleDirection {
    var direction = start.direction
    var best = score(towards: direction, reach: reach)
    var size = step
    while size > step / 30 {
      let across = direction.cross(abs(direction.x) < 0.7 ? Vector3(1, 0, 0) : Vector3(0, 1, 0)).normalized
      let along = direction.cross(across)
      var moved = false
      for turn in [across, -across, along, -along] {
        let tried = (direction + turn * size).normalized
        let value = score(towards: tried, reach: reach)
        if value > best {
          best = value
          direction = tried
          moved = true
          break
        }
      }
      if !moved { size /= 2 }
    }
    return SoleDirection(direction: direction, score: best)
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

/// Area of a sample near the plane that touches it from one side.
private struct FloorScore {
  let points: [Vector3]
  let areas: [Double]
  let size: Double
  let total: Double

  /// Share of the area that may lie beyond the floor: stray points that the cleaning left.
  static let beyond = 0.002

  init(_ sample: SurfaceSample) {
    points = sample.points
    areas = sample.areas
    size = sample.size
    total = sample.areas.reduce(0, +)
  }

  func callAsFunction(towards direction: Vector3, reach: Double) -> Double {
    var farthest = -Double.infinity
    for point in points { farthest = max(farthest, point.dot(direction)) }
    // Areas by depth below the farthest point, in bins of a twelfth of the reach, over three reaches.
    var bins = [Double](repeating: 0, count: 36)
    let perBin = 12 / (reach * size)
    for index in points.indices {
      let bin = (farthest - points[index].dot(direction)) * perBin
      if bin < 36 { bins[max(Int(bin), 0)] += areas[index] }
    }
    var floor = 0
    var passed = bins[0]
    while passed < total * Self.beyond, floor < 23 {
      floor += 1
      passed += bins[floor]
    }
    var sum = 0.0
    for bin in 0..<12 { sum += bins[floor + bin] * (1 - Double(bin) / 12) }
    return sum / total
  }
}
