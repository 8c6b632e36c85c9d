/// The compressible part of an insole under one node, as a column `P(e) = M·e`, or `M·e/(1 − e/eD)` where it densifies.
public struct InsoleColumn: Equatable, Sendable {
  /// Compressible thickness, mm; 0 is rigid.
  public var thickness: Double
  /// Column modulus M, kPa: see `Material.columnModulus`.
  public var modulus: Double
  /// Strain eD at which a foam is all wall and no air; infinite for a column that stays linear.
  public var densificationStrain: Double

  /// Strain above which a foam is called bottomed out (model: flag above 0.7).
  public static let bottomingStrain = 0.7

  /// Creates a column; a thickness of at least 0 and a positive modulus are the caller's promise.
  public init(thickness: Double, modulus: Double, densificationStrain: Double = .infinity) {
    self.thickness = thickness
    self.modulus = modulus
    self.densificationStrain = densificationStrain
  }

  /// Strain at a pressure, kPa, and its derivative, 1/kPa.
  @inline(__always)
  func inverse(_ pressure: Double) -> (strain: Double, slope: Double) {
    let denominator = modulus + pressure / densificationStrain
    return (pressure / denominator, modulus / (denominator * denominator))
  }

  /// Strain at a pressure, kPa; 0 for a rigid column.
  public func strain(atPressure pressure: Double) -> Double {
    thickness > 0 && pressure > 0 ? inverse(pressure).strain : 0
  }
}
