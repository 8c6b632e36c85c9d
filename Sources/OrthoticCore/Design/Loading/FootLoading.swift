/// The foot as it is loaded: the pressure before, laid on the foot, and the contact model calibrated on it.
package struct FootLoading: Sendable {
  /// Where the loads came from.
  package var source: Prediction.Source
  /// The calibrated model.
  package var model: PressureModel
  /// Names of places on the sole, on the model's grid.
  package var regions: FootRegions
  /// How the map was laid on the foot; `nil` without a map.
  package var registration: RegisteredPressure?
  /// How the scan lies under the map in the decisive load; `nil` without a map.
  package var plane: StandingPlane?
  /// Width of a cell of the measuring device, mm; of the model's grid without a map.
  package var sensorWidth: Double
  /// What was decided for the user.
  package var assumptions: [Assumption]
  /// What the user should know.
  package var findings: [Finding]

  /// Node distance of the contact grid unless the options say another, mm.
  package static let spacing = 2.0
  /// Margin of the contact grid around the sole, mm: prints reach beyond the silhouette of a scan.
  static let margin = 6.0
  /// Share of body weight on one foot in standing.
  static let standingShare = 0.5
  /// Centre of pressure in standing, share of foot length from the heel.
  ///
  /// Heel, midfoot, forefoot and toes carry 60, 8, 28 and 4 % (standing) at 0.15, 0.41, 0.70 and 0.90 of the length.
  static let standingCenter = 0.355
  /// Body weight where none is given, kg.
  static let assumedWeight = 75.0
  /// Standard gravity, m/s².
  static let gravity = 9.80665

  /// The contact grid of a foot: what pressures before and after are given on.
  package static func layout(over foot: FootShape, spacing: Double = FootLoading.spacing) -> GridLayout {
    GridLayout.covering(foot.outline, spacing: spacing, margin: margin)
  }

  /// Lays a recording on the foot and calibrates; without one, stands the scan on the floor by body weight.
  ///
  /// - Parameters:
  ///   - recording: What was measured under this foot, or `nil`.
  ///   - options: What the user says about the recording.
  ///   - scan: What the scan is called where it does not carry the weight.
  ///   - spacing: Node distance of the contact grid, mm.
  /// - Throws: `InputError` where the map is not this foot's.
  package static func calibrated(
    foot: FootShape, recording: PressureRecording?, options: PressureOptions, prescription: Prescription, scan: String,
    spacing: Double = FootLoading.spacing
  ) throws(InputError) -> FootLoading {
    let base = Base(foot: foot, scanLoad: prescription.scanLoad ?? .full, spacing: spacing)
    guard let recording else { return try base.standing(weight: prescription.bodyWeight, scan: scan) }
    return try base.measured(recording, options: options, weight: prescription.bodyWeight)
  }
}

extension FootLoading {
  /// The part of a prescription on which the loading of a foot depends.
  package struct Key: Equatable, Sendable {
    private let weight: Double?
    private let scanLoad: ScanLoad?

    /// Reads it from a prescription.
    package init(_ prescription: Prescription) {
      weight = prescription.bodyWeight
      scanLoad = prescription.scanLoad
    }
  }
}

/// What both ways of loading a foot share: the contact grid, the tissue and the sole on it.
private struct Base {
  let foot: FootShape
  let scanLoad: ScanLoad
  let layout: GridLayout
  let tissue: TissueField
  let plantarHeight: [Double]
  let archWeight: [Double]
  let cellShare: [Double]
  let rays: RaySprings

  init(foot: FootShape, scanLoad: ScanLoad, spacing: Double) {
    self.foot = foot
    self.scanLoad = scanLoad
    let frame = DesignFrame(foot: foot)
    let layout = FootLoading.layout(over: foot, spacing: spacing)
    self.layout = layout
    tissue = TissueAtlas(frame: frame).field(on: layout)
    plantarHeight = (0..<layout.count).map { foot.plantar.interpolated(at: layout.position($0)) }
    archWeight = (0..<layout.count).map { index in
      frame.archWindow(y: layout.position(index).y)
    }
    cellShare = [Double](repeating: 1, count: layout.count)
    rays = MetatarsalRays.springs(of: frame, on: layout)
  }

  /// A foot that stands on its scan, without any measured pressure.
  func standing(weight: Double?, scan: String) throws(InputError) -> FootLoading {
    let mass = weight ?? FootLoading.assumedWeight
    let force = mass * FootLoading.gravity * FootLoading.standingShare
    // The scan's own tilt is the scanner's; where the weight acts along the foot is known better.
    let untilted = calibration(force: force, centerOfPressure: nil)
    let standing = untilted.flatMap { level in
      calibration(
        force: force,
        centerOfPressure: Vector2(level.centerOfPressure.x, FootLoading.standingCenter * foot.length))
    }
    guard let calibration = standing ?? untilted else {
      throw InputError(
        .implausible("the sole does not carry the body weight on a flat floor"), in: scan,
        expected: "a whole sole", remedy: "scan the whole sole, or give a pressure map (\(.pressure))")
    }
    var floor = ContactProblem(
      layout: layout, overclosure: calibration.overclosure, tissue: tissue, force: calibration.force,
      centerOfPressure: calibration.centerOfPressure)
    floor.cellShare = cellShare
    var assumptions = [
      Assumption(
        what: "pressure before", value: "computed", why: "no pressure map: the scan stands with half the body weight",
        override: "\(.pressure)")
    ]
    if weight == nil {
      assumptions.append(
        Assumption(
          what: "body weight", value: "\(Lint.shown(mass)) kg", why: "none given", override: "\(.bodyWeight)"))
    }
    return FootLoading(
      source: .bodyWeight,
      model: PressureModel(
        layout: layout, tissue: tissue, loads: [load(calibration, floor.solved().pressure, .standing)], sole: sole()),
      regions: FootRegions(foot: foot, layout: layout), registration: nil, plane: nil,
      sensorWidth: layout.spacing, assumptions: assumptions, findings: [])
  }

  private func sole(phases: StancePhases? = nil) -> PressureModel.Sole {
    PressureModel.Sole(
      plantarHeight: plantarHeight, scanLoad: scanLoad, archWeight: archWeight, cellShare: cellShare, rays: rays,
      phases: phases)
  }

  private func calibration(force: Double, centerOfPressure: Vector2?) -> Calibration? {
    Calibration(
      layout: layout, plantarHeight: plantarHeight, tissue: tissue, force: force, centerOfPressure: centerOfPressure,
      gapShare: scanLoad.gapShare, archWeight: archWeight, cellShare: cellShare)
  }

  /// A foot whose pressure was measured: one load for a peak picture, one per loaded frame for a recording.
  func measured(
    _ recording: PressureRecording, options: PressureOptions, weight: Double?
  ) throws(InputError) -> FootLoading {
    let oriented = try recording.oriented(options: options, scanSide: foot.side)
    let side = oriented.side ?? foot.side
    let findings = try weightFindings(oriented, weight: weight)
    let registration = try Registration.register(oriented, side: side, onto: foot, options: options)
    let laid = SolePressure(oriented, registered: registration, on: foot, layout: layout)
    let pictures = laid.pictures

    let source: Prediction.Source = pictures.count > 1 ? .recording : .peakPicture
    var loads: [PressureModel.Load] = []
    var planes: [StandingPlane] = []
    for (picture, frame) in zip(pictures, laid.frames) {
      let calibration = calibration(on: picture.values)
      planes.append(calibration.plane)
      if source == .recording {
        loads.append(load(calibration, picture.values, .frame(frame)))
      } else {
        loads = instants(of: picture.values, plane: calibration.plane)
      }
    }
    let decisive = pictures.indices.max { loads[$0].frame.force < loads[$1].frame.force }
    let plane = source == .recording ? decisive.map { planes[$0] } : planes.first
    let sensorWidth = max(recording.cellWidth, recording.cellLength)
    let phases = source == .recording ? nil : StancePhases(layout: layout, length: foot.length)
    var model = PressureModel(
      layout: layout, tissue: tissue, loads: loads, sole: sole(phases: phases),
      picture: phases == nil ? nil : pictures.first?.values)
    model.carriers = plane.map { plane in
      PressureCarriers(
        layout: layout, pressure: model.before.values, plantarHeight: plantarHeight, plane: plane,
        sensorWidth: sensorWidth)
    }
    var assumptions = oriented.assumptions + registration.assumptions
    if source == .peakPicture {
      assumptions.append(
        Assumption(
          what: "load", value: loads.map { "\(Lint.shown($0.frame.force.rounded())) N" }.joined(separator: ", "),
          why: "a picture of peaks is taken as heel strike, midstance and push-off of a usual step",
          override: "\(.pressure)"))
    }
    return FootLoading(
      source: source, model: model, regions: laid.regions, registration: registration, plane: plane,
      sensorWidth: sensorWidth,
      assumptions: assumptions, findings: oriented.findings + findings + registration.findings)
  }

  /// What a measured force says beside the body weight that was given.
  ///
  /// - Throws: `implausible` where nobody said the unit and it cannot be right.
  private func weightFindings(
    _ recording: PressureRecording, weight: Double?
  ) throws(InputError) -> [Finding] {
    guard let weight else { return [] }
    var print = PlausibleFootprint(picture: recording.peakPicture)
    if recording.kind == .frames { print.force = recording.forces.max() ?? 0 }
    guard print.force > 0, !print.isMade(by: weight) else { return [] }
    if recording.isUnitFound, let refusal = print.unitRefusal(mass: weight, in: recording.name) { throw refusal }
    let share = print.force / (weight * PlausibleFootprint.gravity)
    return [
      Finding(
        .warning, code: "pressure-force-weight",
        message:
          "the map bears \(Int(print.force.rounded())) N, \((share * 100).rounded() / 100) times the body weight of \(Lint.shown(weight)) kg",
        remedy: "check \(.bodyWeight), \(.pressureUnit) and \(.pressureCell)")
    ]
  }

  private func calibration(on pressure: [Double]) -> Calibration {
    Calibration(
      layout: layout, pressure: pressure, plantarHeight: plantarHeight, tissue: tissue, gapShare: scanLoad.gapShare,
      archWeight: archWeight, cellShare: cellShare)
  }

  /// The instants that a picture of peaks is taken apart into.
  private func instants(of picture: [Double], plane: StandingPlane) -> [PressureModel.Load] {
    let sole = sole(phases: StancePhases(layout: layout, length: foot.length))
    return StancePhases.instants.enumerated().compactMap { number, instant in
      let part = sole.calibrated(
        picture: picture, instant: number, layout: layout, tissue: tissue, plane: plane, contrast: 1)
      // A picture of one end of the foot has no such instant.
      guard part.frame.force > 0 else { return nil }
      return PressureModel.Load(pressure: part.pressure, frame: part.frame, instant: instant)
    }
  }

  private func load(
    _ calibration: Calibration, _ pressure: [Double], _ instant: LoadInstant
  ) -> PressureModel.Load {
    PressureModel.Load(
      pressure: pressure,
      frame: LoadFrame(
        force: calibration.force, centerOfPressure: calibration.centerOfPressure,
        overclosure: calibration.overclosure,
        rayLoads: rays.loads(of: pressure, shares: cellShare, cellArea: layout.cellArea)),
      instant: instant)
  }
}
