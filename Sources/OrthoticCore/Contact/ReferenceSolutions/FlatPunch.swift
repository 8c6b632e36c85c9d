/// A rigid flat cylinder on an elastic half-space or bonded layer.
package enum FlatPunch {
  /// Force, N, that sinks a punch of radius a by δ into a half-space: `F = 2a·E*·δ` (Boussinesq).
  package static func force(radius a: Double, approach: Double, contactModulus: Double) -> Double {
    2 * a * contactModulus * approach / 1000
  }

  /// Pressure under it at a distance from the centre, kPa: `F/(2πa·√(a² − r²))`, infinite at the rim.
  package static func pressure(force: Double, radius a: Double, atRadius r: Double) -> Double {
    r < a ? 1000 * force / (2 * Double.pi * a * (a * a - r * r).squareRoot()) : 0
  }

  /// A column of Hayes's table: Poisson's ratio, and κ at each of `thicknessRatios`.
  package typealias HayesColumn = (poissonRatio: Double, factors: [Double])

  /// Radius over thickness of the rows of `hayes`.
  package static let thicknessRatios = [0.2, 0.6, 1, 2, 4]

  /// κ of a punch on a bonded layer, `F = 2a·E*·κ·δ` (Hayes, Keer, Herrmann & Mockros 1972).
  package static let hayes: [HayesColumn] = [
    (0, [1.178, 1.657, 2.226, 3.751, 6.874]),
    (0.3, [1.207, 1.785, 2.484, 4.353, 8.179]),
    (0.45, [1.252, 2.033, 3.091, 6.421, 14.664]),
    (0.5, [1.281, 2.213, 3.619, 9.149, 31.525]),
  ]
}
