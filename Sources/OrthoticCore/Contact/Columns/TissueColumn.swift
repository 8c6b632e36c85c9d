#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Soft tissue under one node as a column that stiffens: `P(e) = K0/b · (exp(b·e) − 1)`, e = compression / thickness.
///
/// `b` → 0 is the linear column `P = K0·e`. Beyond `b·e` = 50 the law goes on along its tangent, so that a trial step
/// far too deep stays finite; no tissue is ever near there (e would exceed 10 for a heel).
package struct TissueColumn: Equatable, Sendable {
  /// Unloaded thickness, mm.
  package let thickness: Double
  /// Initial stiffness K0, kPa.
  package let stiffness: Double
  /// Exponent b, no unit, at least 0.
  package let exponent: Double
  /// K0/b, kPa.
  private let scale: Double

  /// Below this exponent the law is linear to rounding: the next term is b·e/2 of it.
  static let linearExponent = 1e-12
  /// Where the exponential is continued by its tangent.
  static let largestArgument = 50.0
  private static let largestGrowth = expm1(largestArgument)

  /// Creates a column; a positive thickness and stiffness are the caller's promise.
  package init(thickness: Double, stiffness: Double, exponent: Double) {
    self.thickness = thickness
    self.stiffness = stiffness
    self.exponent = exponent
    scale = stiffness / max(exponent, Self.linearExponent)
  }

  /// Pressure, kPa, and its derivative, kPa per unit strain, at a strain.
  @inline(__always)
  func law(_ strain: Double) -> (pressure: Double, slope: Double) {
    if exponent < Self.linearExponent { return (stiffness * strain, stiffness) }
    let argument = exponent * strain
    if argument < Self.largestArgument {
      let growth = expm1(argument)
      return (scale * growth, stiffness * (growth + 1))
    }
    let growth = expm1(Self.largestArgument)
    let slope = stiffness * (growth + 1)
    return (scale * growth + slope * (strain - Self.largestArgument / exponent), slope)
  }

  /// Pressure, kPa, at a strain; 0 for none.
  package func pressure(atStrain strain: Double) -> Double { strain > 0 ? law(strain).pressure : 0 }

  /// Derivative of the pressure by strain, kPa.
  package func slope(atStrain strain: Double) -> Double { law(max(strain, 0)).slope }

  /// Strain at a pressure, kPa: the inverse of `pressure(atStrain:)`.
  package func strain(atPressure pressure: Double) -> Double {
    guard pressure > 0 else { return 0 }
    if exponent < Self.linearExponent { return pressure / stiffness }
    let growth = exponent * pressure / stiffness
    if growth > Self.largestGrowth {
      let end = law(Self.largestArgument / exponent)
      return Self.largestArgument / exponent + (pressure - end.pressure) / end.slope
    }
    return log1p(growth) / exponent
  }

  /// Derivative of the compression by pressure, mm/kPa.
  ///
  /// The law's slope by strain is `K0 + b·P`, so no strain is needed.
  package func compliance(atPressure pressure: Double) -> Double {
    thickness / (stiffness + exponent * max(pressure, 0))
  }
}
