/// The calibrated foot that is set on any number of insoles: tissue, loads and the pressure before.
///
/// The model is inverted on the measured map, so that "before" is the measurement itself and what the model gets
/// wrong about this foot cancels to first order in "after".
public struct PressureModel: Sendable {
  /// One instant: the pressure on the flat rigid floor and the overclosure that explains it.
  public struct Load: Sendable {
    /// Measured (or computed) pressure on the floor, kPa, at each node.
    public var pressure: [Double]
    /// The overclosure, force and centre of pressure.
    public var frame: LoadFrame
  }

  /// What calibrating anew on another tissue needs beside the pressure.
  public struct Sole: Sendable {
    /// Height of the scanned sole at each node, mm; `nan` off the foot.
    public var plantarHeight: [Double]
    /// The weight on the foot during the scan.
    public var scanLoad: ScanLoad
    /// Where the gap is arch, 0 to 1.
    public var archWeight: [Double]
  }

  /// Grid of the contact problem, canonical frame.
  public let layout: GridLayout
  /// The soft tissue.
  public let tissue: TissueField
  /// The loads: one for a peak picture, one per frame for a recording.
  public let loads: [Load]
  /// Highest pressure at each node over all loads, kPa.
  public let before: HeightGrid
  /// The scanned sole.
  public let sole: Sole
  /// Which node bears what was measured at the edge of a footprint; `nil` where the load was computed.
  var carriers: PressureCarriers?

  /// Creates a model from calibrated loads.
  public init(layout: GridLayout, tissue: TissueField, loads: [Load], sole: Sole) {
    self.sole = sole
    self.layout = layout
    self.tissue = tissue
    self.loads = loads
    var peak = [Double](repeating: 0, count: layout.count)
    for load in loads {
      for index in peak.indices where load.pressure[index] > peak[index] { peak[index] = load.pressure[index] }
    }
    before = HeightGrid(layout: layout, values: peak)
  }

  /// The foot balanced on an insole, load by load, each from the balance before.
  ///
  /// `selected` limits the loads to some of them; the default is all.
  public func solutions(on insole: InsoleOnGrid, selected: [Int]? = nil) -> FrameSolutions {
    problem(on: insole).solved(frames: frames(selected))
  }

  /// The same on an insole that spreads load sideways, each load from its answer by columns.
  public func solutions(
    on insole: InsoleOnGrid, with coupling: LateralCoupling, from columns: FrameSolutions
  ) -> FrameSolutions {
    problem(on: insole).solved(frames: frames(nil), with: coupling, from: columns)
  }

  func frames(_ selected: [Int]?) -> [LoadFrame] {
    selected.map { numbers in numbers.map { loads[$0].frame } } ?? loads.map(\.frame)
  }

  /// The foot on an insole, not yet loaded.
  func problem(on insole: InsoleOnGrid) -> ContactProblem {
    let insole = (carriers?.carried(insole) ?? insole).covered
    let empty = [Double](repeating: -.infinity, count: layout.count)
    return ContactProblem(
      layout: layout, overclosure: empty, tissueThickness: tissue.thickness, tissueStiffness: tissue.stiffness,
      tissueExponent: tissue.exponent, top: insole.top, insoleThickness: insole.thickness,
      insoleModulus: insole.modulus, force: 0, centerOfPressure: .zero)
  }
}
