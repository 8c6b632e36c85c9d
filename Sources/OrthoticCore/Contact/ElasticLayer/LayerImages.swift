#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a finite thickness takes from the half-space's answer to a point force, as a function of distance.
///
/// `c(ρ) = ∫ (L(w) − 1)·J0(w·ρ) dw` with ρ = r/h. L − 1 is fitted by decaying exponentials, whose integrals are known: each is a
/// point source buried b·h deep, `1/√(b² + ρ²)`. The fit is good to 1e-7 of the half-space for every ν, at all distances,
/// and costs no oscillating integral.
struct LayerImages {
  /// Depths of the sources, in thicknesses.
  private static let depths: [Double] = (0..<32).map { pow(16, Double($0) / 31) }
  private let strengths: [Double]
  private let values: [Double]
  private let slopes: [Double]
  private static let nodes = 1024

  /// Fits the sources to a layer of finite thickness.
  init(_ layer: ElasticLayer) {
    precondition(layer.thickness.isFinite, "a half-space needs no images")
    // Points dense where L bends and reaching to where exp(−w) is below rounding of the fit.
    let waves = (1...320).map { 25 * pow(Double($0) / 320, 2.5) }
    var rows = waves.map { w in Self.depths.map { exp(-w * $0) } }
    var right = waves.map { layer.relativeResponse($0) - 1 }
    // The sources are nearly dependent; a little damping keeps their strengths moderate and costs no accuracy.
    for source in Self.depths.indices {
      rows.append(Self.depths.indices.map { $0 == source ? 1e-11 : 0 })
      right.append(0)
    }
    // All sources together cancel the half-space far away.
    rows.append(Self.depths.map { _ in 100 })
    right.append(-100)
    strengths = LeastSquares.solution(rows, right)
    // t = √(1 + ρ²) and v = t/(1 + t) lay all distances on 1/2 ≤ v < 1, smoothly.
    var values = [Double](repeating: 0, count: Self.nodes + 1)
    var slopes = values
    for node in 0..<Self.nodes {
      let v = 0.5 + 0.5 * Double(node) / Double(Self.nodes)
      let t = v / (1 - v)
      for (depth, strength) in zip(Self.depths, strengths) {
        let distance = (depth * depth - 1 + t * t).squareRoot()
        values[node] += strength / distance
        // dt/dv = (1 + t)².
        slopes[node] -= strength * t / (distance * distance * distance) * (1 + t) * (1 + t)
      }
    }
    slopes[Self.nodes] = -strengths.reduce(0, +)
    self.values = values
    self.slopes = slopes
  }

  /// c at a squared relative distance ρ², by Hermite interpolation.
  func value(atSquare square: Double) -> Double {
    let t = (1 + square).squareRoot()
    let place = (t - 1) / (t + 1) * Double(Self.nodes)
    let node = min(Int(place), Self.nodes - 1)
    let x = place - Double(node)
    let step = 0.5 / Double(Self.nodes)
    let y = 1 - x
    return y * y * ((1 + 2 * x) * values[node] + x * step * slopes[node])
      + x * x * ((1 + 2 * y) * values[node + 1] - y * step * slopes[node + 1])
  }

  /// L(w) as the fit has it: for checks.
  func relativeResponse(_ w: Double) -> Double {
    zip(Self.depths, strengths).reduce(1) { $0 + $1.1 * exp(-w * $1.0) }
  }
}
