#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore
import OrthoticExport
import ParametricFoot

/// How far the facets of a solid are off a surface known by formula, beside uniform cells: no time is measured.
enum ChordBenchmarks {
  static let group = BenchmarkGroup(name: "chord") { _ in
    // What the program chooses: finer cells where the tolerance asks for less than half a millimetre's own error.
    for tolerance in [0.2, 0.1, 0.05, 0.04, 0.03, 0.02, 0.01] {
      report("adaptive", tolerance: tolerance, spacing: tolerance < SolidOptions.fineTolerance ? 0.25 : 0.5)
    }
    for spacing in [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] { report("uniform", tolerance: 0, spacing: spacing) }
  }

  private static func report(_ kind: String, tolerance: Double, spacing: Double) {
    let insole = AnalyticInsole(spacing: spacing)
    let builder = SolidBuilder(trim: insole.trim, tolerance: tolerance)
    guard let solid = try? builder.solid(top: insole.top, bottom: insole.bottom) else {
      print("\(kind) failed at tolerance \(tolerance)")
      return
    }
    let surface = error(of: solid, rings: builder.edgeRings, from: insole)
    let angles = angles(of: solid)
    print(
      "\(kind) tolerance=\(tolerance) grid=\(spacing) triangles=\(solid.mesh.triangles.count) "
        + "error=\(rounded(surface, 4)) rim=\(rounded(rimError(of: solid, from: insole), 4)) "
        + "angle=\(rounded(angles.smallest, 1)) thin=\(rounded(angles.share * 100, 2))")
  }

  /// Largest vertical distance of the top's facets, inside the rounded edge, from the formula.
  private static func error(of solid: Solid, rings: Int, from insole: AnalyticInsole) -> Double {
    let around = solid.trimLoops.reduce(0) { $0 + $1.count }
    let inner = solid.planTriangles - 2 * rings * around
    let chunk = 2048
    let worst = Parallel.map(count: (inner + chunk - 1) / chunk) { part in
      var worst = 0.0
      for triangle in solid.mesh.triangles[part * chunk..<min((part + 1) * chunk, inner)] {
        let a = solid.mesh.vertices[Int(triangle.a)]
        let b = solid.mesh.vertices[Int(triangle.b)]
        let c = solid.mesh.vertices[Int(triangle.c)]
        // Points no more than a quarter of a millimetre apart, at least the corners, the middle and those of the sides.
        let longest = max((b - a).length, (c - b).length, (a - c).length)
        let steps = max(Int((longest / 0.25).rounded(.up)), 4)
        for i in 0...steps {
          for j in 0...(steps - i) {
            let (u, v) = (Double(i) / Double(steps), Double(j) / Double(steps))
            let point = a * (1 - u - v) + b * u + c * v
            worst = max(worst, abs(point.z - insole.height(at: point.xy)))
          }
        }
      }
      return worst
    }
    return worst.reduce(0) { max($0, $1) }
  }

  /// Largest distance of the trim line's chords from the smooth curve through the outline's points.
  private static func rimError(of solid: Solid, from insole: AnalyticInsole) -> Double {
    let curve = insole.trim.splined(spacing: 0.05).points
    var worst = 0.0
    for loop in solid.trimLoops {
      for index in loop.indices {
        let from = solid.mesh.vertices[Int(loop[index])].xy
        let to = solid.mesh.vertices[Int(loop[index + 1 == loop.count ? 0 : index + 1])].xy
        let middle = (from + to) * 0.5
        var squared = Double.infinity
        for place in curve.indices {
          // To the curve's chords, whose own error is a thousandth of this: to its points would add half their distance.
          let start = curve[place]
          let side = curve[place + 1 == curve.count ? 0 : place + 1] - start
          let share = min(max((middle - start).dot(side) / side.dot(side), 0), 1)
          let gap = start + side * share - middle
          squared = min(squared, gap.dot(gap))
        }
        worst = max(worst, squared.squareRoot())
      }
    }
    return worst
  }

  /// Smallest angle of any facet, and the share of facets with one under 10 degrees.
  private static func angles(of solid: Solid) -> (smallest: Double, share: Double) {
    var smallest = 180.0
    var thin = 0
    for triangle in solid.mesh.triangles {
      let a = solid.mesh.vertices[Int(triangle.a)]
      let b = solid.mesh.vertices[Int(triangle.b)]
      let c = solid.mesh.vertices[Int(triangle.c)]
      var least = 180.0
      for (from, one, other) in [(a, b, c), (b, c, a), (c, a, b)] {
        let (u, v) = ((one - from).normalized, (other - from).normalized)
        least = min(least, atan2(u.cross(v).length, u.dot(v)) * 180 / .pi)
      }
      smallest = min(smallest, least)
      if least < 10 { thin += 1 }
    }
    return (smallest, Double(thin) / Double(solid.mesh.triangles.count))
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> Double {
    let scale = pow(10, Double(decimals))
    return (value * scale).rounded() / scale
  }
}
