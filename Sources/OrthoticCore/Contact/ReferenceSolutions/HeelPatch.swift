/// The heel patch of the model: a paraboloid of heel pad on an insole, small enough to check by hand.
///
/// Undeformed sole `z = r²/2R` on a disc of 35 cm², tissue 18 mm thick with K0 309 kPa and b 2, 560 N. An insole of
/// conformity k has the top `k·r²/2R` (0 flat, 0.5 half, 1 the foot's own shape). On a rigid floor it settles 10 mm and shows
/// 319 kPa; Putti 2008 measured 313 ± 77 in barefoot walking.
///
/// The pad's area is the mean that Putti 2008 measured under the heel (35 ± 5 cm²). It bounds what any insole can
/// relieve: one that copies the sole exactly presses evenly, `F/A` = 160 kPa whatever its foam. With a flat underside, its thickness named
/// under the heel, the foam is thicker and softer beside it, and full conforming shows 185–194 kPa.
package enum HeelPatch {
  /// The underside of an insole that conforms.
  package enum Underside: Sendable {
    /// Follows the top: the same thickness everywhere.
    case parallel
    /// Lies flat in the shoe: thicker where the top rises.
    case flat
  }

  /// Force, N.
  package static let force = 560.0
  /// Radius of the heel's curvature, mm.
  package static let curvatureRadius = 70.0
  /// Area of the pad, cm²: the heel's mean contact area in barefoot walking (Putti 2008, 53 healthy people).
  package static let padArea = 35.0
  /// Radius of the pad, mm.
  package static let padRadius = (100 * padArea / Double.pi).squareRoot()
  /// The heel's tissue.
  package static let tissue = TissueColumn(thickness: 18, stiffness: 309, exponent: 2)

  /// The patch on an insole of some conformity, thickness (mm, 0 is the rigid floor) and column modulus (kPa).
  ///
  /// A pad of another radius (mm) tells what its size decides.
  package static func problem(
    thickness: Double, modulus: Double = 400, conformity: Double = 0, spacing: Double = 1,
    underside: Underside = .parallel, padRadius: Double = Self.padRadius
  ) -> ContactProblem {
    let reach = Int((padRadius / spacing).rounded(.up))
    let layout = GridLayout(
      origin: Vector2(-Double(reach) * spacing, -Double(reach) * spacing), spacing: spacing, columns: 2 * reach + 1,
      rows: 2 * reach + 1)
    var overclosure = [Double](repeating: -.infinity, count: layout.count)
    var top = [Double](repeating: 0, count: layout.count)
    for node in 0..<layout.count {
      let position = layout.position(node)
      let height = position.dot(position) / (2 * curvatureRadius)
      top[node] = conformity * height
      if position.dot(position) < padRadius * padRadius { overclosure[node] = -height }
    }
    var problem = ContactProblem(
      layout: layout, overclosure: overclosure, tissue: TissueField(tissue, count: layout.count), force: force,
      centerOfPressure: Vector2(0, 0))
    problem.top = top
    problem.insoleThickness = top.map { thickness > 0 && underside == .flat ? thickness + $0 : thickness }
    problem.insoleModulus = [Double](repeating: modulus, count: layout.count)
    return problem
  }
}
