#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An elastic layer on a rigid base, or a half-space where it is infinitely thick.
///
/// Its surface answers a pressure wave of wave number q with `u(q) = 2(1 − ν²)/(E·q) · L(q·h) · p(q)`: exact linear elasticity.
package struct ElasticLayer: Equatable, Sendable {
  /// How the layer sits on its base.
  package enum Base: Equatable, Sendable {
    /// Glued: neither lifts nor slides.
    case bonded
    /// Slides freely.
    case frictionless
  }

  /// Young's modulus, kPa.
  package var modulus: Double
  /// Poisson's ratio, 0 to 0.5.
  package var poissonRatio: Double
  /// Thickness, mm; infinite for a half-space.
  package var thickness: Double
  /// How it sits on its base.
  package var base: Base

  /// Creates a layer from its parts.
  package init(modulus: Double, poissonRatio: Double, thickness: Double = .infinity, base: Base = .bonded) {
    self.modulus = modulus
    self.poissonRatio = poissonRatio
    self.thickness = thickness
    self.base = base
  }

  /// Plane-strain modulus `E* = E/(1 − ν²)`, kPa, against a rigid body.
  package var contactModulus: Double { modulus / (1 - poissonRatio * poissonRatio) }

  /// L(w), from 0 for long waves to 1 for short ones.
  ///
  /// Bonded: `[(3−4ν)·sinh 2w − 2w] / [(3−4ν)·cosh 2w + 2w² + 5 − 12ν + 8ν²]`; frictionless: `(cosh 2w − 1)/(sinh 2w + 2w)`. Both
  /// are divided by `exp 2w` here, so that no wave is too short.
  package func relativeResponse(_ w: Double) -> Double {
    guard w.isFinite else { return 1 }
    if w <= 0 { return 0 }
    let decay = exp(-2 * w)
    let growth = -expm1(-4 * w)
    switch base {
    case .bonded:
      let k = 3 - 4 * poissonRatio
      let rest = 5 - 12 * poissonRatio + 8 * poissonRatio * poissonRatio
      return (k * growth / 2 - 2 * w * decay) / (k * (1 + decay * decay) / 2 + (2 * w * w + rest) * decay)
    case .frictionless:
      let rise = -expm1(-2 * w)
      return (rise * rise / 2) / (growth / 2 + 2 * w * decay)
    }
  }

  /// Displacement per pressure of a wave of wave number q, mm/kPa; its long-wave limit is the column `h/M`.
  package func compliance(waveNumber q: Double) -> Double {
    if thickness.isFinite && q * thickness < 1e-4 { return columnCompliance }
    return 2 / (contactModulus * q) * relativeResponse(q * thickness)
  }

  /// Displacement per even pressure, mm/kPa: `h/M` bonded (M the constrained modulus), `h/E*` where it slides.
  package var columnCompliance: Double {
    switch base {
    case .bonded: thickness * (1 + poissonRatio) * (1 - 2 * poissonRatio) / (modulus * (1 - poissonRatio))
    case .frictionless: thickness / contactModulus
    }
  }
}
