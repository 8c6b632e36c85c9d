/// A foot pressed on an insole, on a grid: what the equilibrium solver needs and nothing more.
///
/// Knows grids, not feet.
///
/// All arrays are in the order of `layout`. Overclosure is how far the undeformed sole would sink below the surface
/// it stands on; negative is an air gap.
package struct ContactProblem: Sendable {
  /// Where the nodes lie.
  package var layout: GridLayout
  /// Overclosure on a flat rigid floor, mm; `-infinity` where there is no sole.
  package var overclosure: [Double]
  /// Soft tissue thickness, mm.
  package var tissueThickness: [Double]
  /// Initial stiffness K0 of the tissue column law `P(e) = K0/b · (exp(b·e) − 1)`, kPa.
  package var tissueStiffness: [Double]
  /// Exponent b of the tissue column law; 0 is linear.
  package var tissueExponent: [Double]
  /// Height of the insole's top, mm, any common datum; `nan` where there is no insole.
  package var top: [Double]
  /// Compressible thickness of the insole, mm; 0 is rigid.
  package var insoleThickness: [Double]
  /// Column modulus of the insole under each node, kPa.
  package var insoleModulus: [Double]
  /// Strain at which the insole's foam is all wall, at each node; infinite for columns that stay linear.
  package var densificationStrain: [Double]
  /// Thickness of a soft cover on the insole, mm; 0 is none.
  package var coverThickness: [Double]
  /// The cover's column: modulus and densification strain are asked for.
  package var cover = InsoleColumn.none
  /// Area that each node stands for, as a share of a cell: less where the edge of the sole cuts it.
  package var cellShare: [Double]
  /// Parts of the foot that lift on springs of their own; `nil` for a rigid foot.
  package var rays: RaySprings?
  /// What each ray bears at rest, where its lift is 0, N: five, of `rays`.
  package var rayLoads = [Double](repeating: 0, count: RaySprings.count)
  /// Force to carry, N.
  package var force: Double
  /// Where the force acts, mm in the grid's frame.
  package var centerOfPressure: Vector2

  /// Creates a problem from its parts; every array has one value per node.
  package init(
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
    self.densificationStrain = [Double](repeating: densificationStrain, count: layout.count)
    coverThickness = [Double](repeating: 0, count: layout.count)
    cellShare = [Double](repeating: 1, count: layout.count)
  }

  /// The same foot, force and centre of pressure on a flat rigid floor: how "before" is computed.
  package var onRigidFloor: ContactProblem {
    var floor = self
    floor.top = [Double](repeating: 0, count: layout.count)
    floor.insoleThickness = [Double](repeating: 0, count: layout.count)
    floor.coverThickness = [Double](repeating: 0, count: layout.count)
    return floor
  }

  /// The column under a node, or `nil` where sole or insole is missing or a number makes no sense.
  func column(_ node: Int) -> SeriesColumn? {
    overclosure[node].isFinite ? possibleColumn(node) : nil
  }

  /// Nodes that can come into contact.
  var contactNodes: [Int] { (0..<layout.count).filter { overclosure[$0] > -.infinity && isPossible($0) } }

  /// Whether there is a column under a node that makes sense.
  @inline(__always)
  private func isPossible(_ node: Int) -> Bool {
    top[node].isFinite && tissueThickness[node] > 0 && tissueStiffness[node] > 0 && tissueExponent[node] >= 0
      && tissueThickness[node].isFinite && tissueStiffness[node].isFinite && tissueExponent[node].isFinite
      && cellShare[node] > 0 && insoleThickness[node].isFinite
  }

  /// The column under a node wherever the foot may be lifted from it in some instant.
  func possibleColumn(_ node: Int) -> SeriesColumn? {
    guard isPossible(node) else { return nil }
    let tissue = TissueColumn(
      thickness: tissueThickness[node], stiffness: tissueStiffness[node], exponent: tissueExponent[node])
    var insole = InsoleColumn(
      thickness: insoleThickness[node], modulus: insoleModulus[node], densificationStrain: densificationStrain[node])
    if !(insole.thickness > 0 && insole.modulus > 0 && insole.modulus.isFinite) { insole.thickness = 0 }
    var soft = cover
    soft.thickness = coverThickness[node] > 0 ? coverThickness[node] : 0
    return SeriesColumn(tissue: tissue, insole: insole, cover: soft)
  }

  /// Nodes whose insole or cover is squeezed beyond `InsoleColumn.bottomingShare` of its densification strain.
  package func bottomedNodes(under pressure: [Double]) -> [Int] {
    precondition(pressure.count == layout.count, "one value per node")
    return pressure.indices.filter { node in
      guard pressure[node] > 0, let column = column(node) else { return false }
      return column.insole.isBottomed(atPressure: pressure[node]) || column.cover.isBottomed(atPressure: pressure[node])
    }
  }

  /// Force, N, and its place, mm, of a pressure, kPa, with each node's own area.
  func resultant(_ pressure: [Double]) -> (force: Double, center: Vector2) {
    Calibration.resultant(layout, pressure, shares: cellShare)
  }
}

extension ContactProblem {
  /// Creates the problem of a calibrated foot on a flat rigid floor.
  package init(
    layout: GridLayout, overclosure: [Double], tissue: TissueField, force: Double, centerOfPressure: Vector2
  ) {
    let zeros = [Double](repeating: 0, count: layout.count)
    self.init(
      layout: layout, overclosure: overclosure, tissueThickness: tissue.thickness, tissueStiffness: tissue.stiffness,
      tissueExponent: tissue.exponent, top: zeros, insoleThickness: zeros, insoleModulus: zeros, force: force,
      centerOfPressure: centerOfPressure)
  }
}
