/// A foot pressed on an insole, on a grid: what the equilibrium solver needs and nothing more.
///
/// Knows grids, not feet.
///
/// All arrays are in the order of `layout`. Overclosure is how far the undeformed sole would sink below the surface
/// it stands on; negative is an air gap.
public struct ContactProblem: Sendable {
  /// Where the nodes lie.
  public var layout: GridLayout
  /// Overclosure on a flat rigid floor, mm; `-infinity` where there is no sole.
  public var overclosure: [Double]
  /// Soft tissue thickness, mm.
  public var tissueThickness: [Double]
  /// Initial stiffness K0 of the tissue column law `P(e) = K0/b · (exp(b·e) − 1)`, kPa.
  public var tissueStiffness: [Double]
  /// Exponent b of the tissue column law; 0 is linear.
  public var tissueExponent: [Double]
  /// Height of the insole's top, mm, any common datum; `nan` where there is no insole.
  public var top: [Double]
  /// Compressible thickness of the insole, mm; 0 is rigid.
  public var insoleThickness: [Double]
  /// Column modulus of the insole under each node, kPa.
  public var insoleModulus: [Double]
  /// Force to carry, N.
  public var force: Double
  /// Where the force acts, mm in the grid's frame.
  public var centerOfPressure: Vector2
  /// Strain at which the insole's foam densifies; infinite for columns that stay linear.
  public var densificationStrain: Double

  /// Creates a problem from its parts; every array has one value per node.
  public init(
    layout: GridLayout, overclosure: [Double], tissueThickness: [Double], tissueStiffness: [Double],
    tissueExponent: [Double], top: [Double], insoleThickness: [Double], insoleModulus: [Double], force: Double,
    centerOfPressure: Vector2, densificationStrain: Double = .infinity
  ) {
    let counts = [
      overclosure.count, tissueThickness.count, tissueStiffness.count, tissueExponent.count, top.count,
      insoleThickness.count, insoleModulus.count,
    ]
    precondition(counts.allSatisfy { $0 == layout.count }, "one value per node")
    self.layout = layout
    self.overclosure = overclosure
    self.tissueThickness = tissueThickness
    self.tissueStiffness = tissueStiffness
    self.tissueExponent = tissueExponent
    self.top = top
    self.insoleThickness = insoleThickness
    self.insoleModulus = insoleModulus
    self.force = force
    self.centerOfPressure = centerOfPressure
    self.densificationStrain = densificationStrain
  }

  /// The same foot, force and centre of pressure on a flat rigid floor: how "before" is computed.
  public var onRigidFloor: ContactProblem {
    var floor = self
    floor.top = [Double](repeating: 0, count: layout.count)
    floor.insoleThickness = [Double](repeating: 0, count: layout.count)
    return floor
  }

  /// The column under a node, or `nil` where sole or insole is missing or a number makes no sense.
  @inline(__always)
  func column(_ node: Int) -> SeriesColumn? {
    let tissue = TissueColumn(
      thickness: tissueThickness[node], stiffness: tissueStiffness[node], exponent: tissueExponent[node])
    var insole = InsoleColumn(
      thickness: insoleThickness[node], modulus: insoleModulus[node], densificationStrain: densificationStrain)
    guard (overclosure[node] + top[node]).isFinite, tissue.thickness > 0, tissue.stiffness > 0, tissue.exponent >= 0,
      tissue.thickness.isFinite, tissue.stiffness.isFinite, tissue.exponent.isFinite
    else { return nil }
    if !(insole.thickness > 0 && insole.modulus > 0 && insole.modulus.isFinite) { insole.thickness = 0 }
    return insole.thickness.isFinite ? SeriesColumn(tissue: tissue, insole: insole) : nil
  }

  /// Strain of the insole at each node under a pressure; 0 where it is rigid or bare.
  public func insoleStrain(under pressure: [Double]) -> [Double] {
    precondition(pressure.count == layout.count, "one value per node")
    return (0..<layout.count).map { node in
      column(node)?.insole.strain(atPressure: pressure[node]) ?? 0
    }
  }

  /// Area where the insole is compressed beyond `InsoleColumn.bottomingStrain`, mm².
  public func bottomedArea(under pressure: [Double]) -> Double {
    let bottomed = insoleStrain(under: pressure).count { $0 > InsoleColumn.bottomingStrain }
    return Double(bottomed) * layout.cellArea
  }
}

extension ContactProblem {
  /// Creates the problem of a calibrated foot on a flat rigid floor.
  public init(
    layout: GridLayout, overclosure: [Double], tissue: TissueField, force: Double, centerOfPressure: Vector2
  ) {
    let zeros = [Double](repeating: 0, count: layout.count)
    self.init(
      layout: layout, overclosure: overclosure, tissueThickness: tissue.thickness, tissueStiffness: tissue.stiffness,
      tissueExponent: tissue.exponent, top: zeros, insoleThickness: zeros, insoleModulus: zeros, force: force,
      centerOfPressure: centerOfPressure)
  }
}
