/// A material that an insole is made of, as a compressible column.
public struct Material: Equatable, Sendable {
  /// Name as flags and reports use it, such as `tpu-85a-25`.
  public var name: String
  /// Compressive modulus, MPa.
  public var modulus: Double
  /// Poisson's ratio.
  public var poissonRatio: Double

  /// Creates a material.
  public init(name: String, modulus: Double, poissonRatio: Double) {
    self.name = name
    self.modulus = modulus
    self.poissonRatio = poissonRatio
  }

  /// Modulus of a column that its neighbours keep from widening, `M = E(1 − ν)/((1 + ν)(1 − 2ν))`, kPa.
  ///
  /// This is what the exact layer tends to under a load wide against its thickness (`u = h·p/M`), so columns and the
  /// layer model agree there. M/E is 1.02 for ν 0.1, 1.06 for 0.15, 1.11 for 0.2, and 3.8 for solid rubber of ν 0.45, which is nearly
  /// rigid here either way. A ratio of 0.5 has no finite column; it is taken at 0.495.
  public var columnModulus: Double {
    let ratio = min(max(poissonRatio, 0), Self.largestPoissonRatio)
    return 1000 * modulus * (1 - ratio) / ((1 + ratio) * (1 - 2 * ratio))
  }

  /// Where the column modulus stops growing (34 E).
  static let largestPoissonRatio = 0.495

  /// Whether the material is stiff enough to be taken as rigid under a foot and thin enough to bend, MPa.
  ///
  /// A 1 GPa column of 4 mm gives 1 µm under 250 kPa.
  public var isRigid: Bool { modulus >= 1000 }
}
