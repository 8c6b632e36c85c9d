/// A thin stiff shell on a shoe: bends under the foot where nothing supports it.
///
/// A thin plate on springs: `D·∇⁴w + k·w = p`, `D = E·t³/12(1 − ν²)`, its edge free. The curvature of a moulded shell, which makes
/// it stiffer along the arch, is left out: the sag under the arch is an upper bound.
package struct Shell: Equatable, Sendable {
  /// Thickness at each node, mm; 0 or `nan` where there is no shell.
  package var thickness: [Double]
  /// Young's modulus, kPa.
  package var modulus: Double
  /// Poisson's ratio.
  package var poissonRatio: Double
  /// Stiffness of what lies under each node, kPa/mm; 0 under an arch that stands free.
  package var support: [Double]

  /// Stiffness of a shoe's sole under a shell, kPa/mm (3–4 mm of polypropylene on it bends over 18–22 mm).
  package static let shoeSupport = 30.0

  /// Creates a shell from its parts.
  package init(thickness: [Double], modulus: Double, poissonRatio: Double, support: [Double]) {
    precondition(thickness.count == support.count, "one value per node")
    self.thickness = thickness
    self.modulus = modulus
    self.poissonRatio = poissonRatio
    self.support = support
  }

  /// Bending stiffness of a thickness, kPa·mm³.
  package func bendingStiffness(thickness: Double) -> Double {
    modulus * thickness * thickness * thickness / (12 * (1 - poissonRatio * poissonRatio))
  }

  /// Length over which a plate on springs spreads a load, `(D/k)^¼`, mm.
  package func bendingLength(thickness: Double, support: Double) -> Double {
    (bendingStiffness(thickness: thickness) / support).squareRoot().squareRoot()
  }
}
