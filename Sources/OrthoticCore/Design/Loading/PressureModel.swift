/// The calibrated foot that is set on any number of insoles: tissue, loads and the pressure before.
///
/// The model is inverted on the measured map, so that "before" is the measurement itself and what the model gets
/// wrong about this foot cancels to first order in "after".
package struct PressureModel: Sendable {
  /// One instant: the pressure on the flat rigid floor and the overclosure that explains it.
  package struct Load: Sendable {
    /// Measured (or computed) pressure on the floor, kPa, at each node.
    package var pressure: [Double]
    /// The overclosure, force and centre of pressure.
    package var frame: LoadFrame
    /// Which instant it is.
    package var instant: LoadInstant

    /// Its pressure as the picture of peaks shows it, kPa.
    var picture: [Double] { frame.picture(of: pressure) }
  }

  /// What calibrating anew on another tissue needs beside the pressure.
  package struct Sole: Sendable {
    /// Height of the scanned sole at each node, mm; `nan` off the foot.
    package var plantarHeight: [Double]
    /// The weight on the foot during the scan.
    package var scanLoad: ScanLoad
    /// Where the gap is arch, 0 to 1.
    package var archWeight: [Double]
    /// Area of each node as a share of a cell.
    package var cellShare: [Double]
    /// The metatarsal rays.
    package var rays: RaySprings
    /// The instants that stand for a step where only its picture of peaks is known, row by row; `nil` for frames.
    var phases: StancePhases?
  }

  /// Grid of the contact problem, canonical frame.
  package let layout: GridLayout
  /// The soft tissue.
  package let tissue: TissueField
  /// The loads: three instants of a peak picture, one per frame for a recording, one for a standing foot.
  package let loads: [Load]
  /// Highest pressure at each node over all loads, kPa.
  package let before: HeightGrid
  /// The scanned sole.
  package let sole: Sole
  /// Which node bears what was measured at the edge of a footprint; `nil` where the load was computed.
  var carriers: PressureCarriers?

  /// Creates a model from calibrated loads.
  ///
  /// - Parameter picture: The picture of peaks that was measured, where the loads are parts of it: "before" is it, to the last bit.
  package init(layout: GridLayout, tissue: TissueField, loads: [Load], sole: Sole, picture: [Double]? = nil) {
    self.sole = sole
    self.layout = layout
    self.tissue = tissue
    self.loads = loads
    var peak = [Double](repeating: 0, count: layout.count)
    for load in loads {
      let picture = load.picture
      for index in peak.indices where picture[index] > peak[index] { peak[index] = picture[index] }
    }
    if let picture {
      for index in peak.indices { peak[index] = picture[index] > 0 ? picture[index] : 0 }
    }
    before = HeightGrid(layout: layout, values: peak)
  }

  /// The foot balanced on an insole, load by load, each from the balance before.
  ///
  /// `selected` limits the loads to some of them; the default is all.
  package func solutions(on insole: InsoleOnGrid, selected: [Int]? = nil) -> FrameSolutions {
    problem(on: insole).solved(frames: frames(selected))
  }

  /// The same on an insole that spreads load sideways, each load from its answer by columns.
  package func solutions(
    on insole: InsoleOnGrid, with coupling: LateralCoupling, from columns: FrameSolutions
  ) -> FrameSolutions {
    problem(on: insole).solved(frames: frames(nil), with: coupling, from: columns)
  }

  func frames(_ selected: [Int]?) -> [LoadFrame] {
    selected.map { numbers in numbers.map { loads[$0].frame } } ?? loads.map(\.frame)
  }

  /// The foot on the flat rigid floor, on which it was measured or computed, in one of its loads.
  package func onFloor(_ load: Load) -> ContactProblem {
    let empty = [Double](repeating: 0, count: layout.count)
    let bare = InsoleOnGrid(top: empty.map { _ in .nan }, thickness: empty, modulus: empty, clearance: empty)
    return problem(on: bare).loaded(by: load.frame)
  }

  /// The foot on an insole, not yet loaded.
  func problem(on insole: InsoleOnGrid) -> ContactProblem {
    let insole = carriers?.carried(insole.inShoe) ?? insole.inShoe
    let empty = [Double](repeating: -.infinity, count: layout.count)
    var problem = ContactProblem(
      layout: layout, overclosure: empty, tissueThickness: tissue.thickness, tissueStiffness: tissue.stiffness,
      tissueExponent: tissue.exponent, top: insole.top, insoleThickness: insole.thickness,
      insoleModulus: insole.modulus, force: 0, centerOfPressure: .zero)
    // Beside the sole nothing ever touches.
    for node in problem.top.indices where !sole.plantarHeight[node].isFinite && !(before.values[node] > 0) {
      problem.top[node] = .nan
    }
    problem.densificationStrain = insole.densificationStrain
    problem.cover = insole.cover
    if insole.cover.thickness > 0 {
      for node in problem.top.indices where insole.isDevice[node] {
        problem.coverThickness[node] = insole.cover.thickness
        problem.top[node] += insole.cover.thickness
      }
    }
    problem.cellShare = sole.cellShare
    problem.rays = sole.rays
    return problem
  }
}

extension PressureModel.Sole {
  /// One instant of a picture of peaks: its own pressure, and the foot calibrated on it.
  ///
  /// - Parameters:
  ///   - picture: Highest pressure of the step at each node, kPa.
  ///   - instant: Number of the instant in `StancePhases.instants`.
  ///   - plane: How the scan lies under the whole picture.
  ///   - contrast: See `StancePhases.rows`.
  func calibrated(
    picture: [Double], instant: Int, layout: GridLayout, tissue: TissueField, plane: StandingPlane, contrast: Double
  ) -> (pressure: [Double], frame: LoadFrame) {
    guard let rows = phases?.rows(contrast: contrast) else { preconditionFailure("a picture of peaks has phases") }
    let shares = rows.shares[instant]
    var pressure = picture
    var gain = [Double](repeating: 1, count: layout.count)
    for node in 0..<layout.count {
      pressure[node] *= shares[node / layout.columns]
      gain[node] = rows.gains[node / layout.columns]
    }
    var overclosure = Calibration.measured(
      layout: layout, pressure: pressure, plantarHeight: plantarHeight, tissue: tissue, gapShare: scanLoad.gapShare,
      archWeight: archWeight, plane: plane
    ).overclosure
    // Where the instant bears nothing the foot is lifted: the gap of a standing scan is not its own.
    for node in 0..<layout.count where shares[node / layout.columns] == 0 { overclosure[node] = -.infinity }
    let (force, center) = Calibration.resultant(layout, pressure, shares: cellShare)
    return (
      pressure,
      LoadFrame(
        force: force, centerOfPressure: center, overclosure: overclosure,
        rayLoads: rays.loads(of: pressure, shares: cellShare, cellArea: layout.cellArea), gain: gain)
    )
  }
}

/// Which part of a step a load is.
public enum LoadInstant: Equatable, Hashable, Sendable {
  /// The first force peak of a step, the heel taking the body.
  case heelStrike
  /// The valley between the two force peaks.
  case midstance
  /// The second force peak, the heel lifted.
  case pushOff
  /// A frame of a recording.
  case frame(Int)
  /// Standing on both feet.
  case standing

  /// Name in results, such as `pushOff` or `frame 12`.
  public var name: String {
    switch self {
    case .heelStrike: "heelStrike"
    case .midstance: "midstance"
    case .pushOff: "pushOff"
    case .frame(let number): "frame \(number)"
    case .standing: "standing"
    }
  }
}
