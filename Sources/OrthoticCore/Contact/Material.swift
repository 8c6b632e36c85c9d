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
}
