/// The whole method on one screen: scan and pressure in, insole and predicted pressure out.
///
/// ```
/// scan ─► foot ─► trim line, sole ─► elements ─────────────► surfaces ─► pockets ─► solid
///           └─► map registered ─► tissue calibrated ─► zones ──► dosed ─┘      └─► pressure after
/// ```
public enum DesignPipeline {
  /// What a run is doing, for progress and timing; reported as each step begins.
  public enum Step: String, Sendable, CaseIterable {
    case foot, pressure, surfaces, zones, prediction, solid
  }

  /// Designs an insole for a scan.
  ///
  /// - Throws: `InputError` where scan or map cannot be used, `SolidError` where the surfaces make no solid.
  public static func run(_ inputs: DesignInputs, progress: (Step) -> Void = { _ in }) throws -> DesignResult {
    // 1. The scan becomes a right foot in the canonical frame, with landmarks and a sole.
    progress(.foot)
    var inputs = inputs
    let asked = inputs
    // The shape of a print is looked at meanwhile.
    let (found, recording) = Parallel.both({ asked.found }) { asked.recording?.withShapeSeen }
    inputs.recording = recording
    return try design(for: try found.get(), inputs: inputs, progress: progress)
  }

  /// Designs an insole for a foot that was found before.
  public static func design(
    for foot: FootShape, inputs: DesignInputs, progress: (Step) -> Void = { _ in }
  ) throws -> DesignResult {
    let surfaced = try surfaced(for: foot, inputs: inputs, shared: nil, progress: progress)
    // Pressure and solid both need the surfaces and nothing of each other.
    progress(.prediction)
    progress(.solid)
    let (shaped, device) = Parallel.both({ surfaced.shaped(inputs) }, { surfaced.device(inputs.solidOptions) })
    return result(shaped, try device.get())
  }

  /// Makes the solid of a shaped insole.
  public static func finished(_ shaped: ShapedDesign, options: SolidOptions) throws -> DesignResult {
    let device = try DeviceSolid.built(
      shaped.surfaces, prescription: shaped.prescription, offloading: shaped.prediction.zones.map(\.zone),
      on: shaped.prediction.before.layout, options: options)
    return result(shaped, device)
  }

  private static func result(_ shaped: ShapedDesign, _ device: DeviceSolid) -> DesignResult {
    // A left foot's solid is mirrored back.
    let mesh = shaped.foot.side == .left ? device.solid.mesh.mirroredAcrossX : device.solid.mesh

    return DesignResult(
      foot: shaped.foot, prescription: shaped.prescription, surfaces: shaped.surfaces, solid: mesh,
      construction: device.solid, zones: device.zones, proof: SolidProof(device.solid),
      prediction: shaped.prediction, assumptions: shaped.assumptions, findings: shaped.findings + device.findings)
  }

  /// Shapes an insole and predicts its pressure without making the solid: what a comparison needs of each variant.
  ///
  /// - Parameter shared: The loading of a variant with the same `FootLoading.Key`, so that it is found once.
  public static func shaped(
    for foot: FootShape, inputs: DesignInputs, shared: FootLoading? = nil, progress: (Step) -> Void = { _ in }
  ) throws(InputError) -> ShapedDesign {
    let surfaced = try surfaced(for: foot, inputs: inputs, shared: shared, progress: progress)
    progress(.prediction)
    return surfaced.shaped(inputs)
  }

  private static func surfaced(
    for foot: FootShape, inputs: DesignInputs, shared: FootLoading?, progress: (Step) -> Void
  ) throws(InputError) -> SurfacedDesign {
    let (resolved, decided) = inputs.prescription.resolved(for: foot)

    // 2. The map is laid on the foot and the contact model is turned round on it; meanwhile the trim line is drawn and
    // the sole copied.
    progress(.pressure)
    let fit = inputs.outline.map { OutlineFit($0, foot: foot) }
    let (loaded, blank) = Parallel.both({
      if let shared { return Result<FootLoading, InputError>.success(shared) }
      return Result { () throws(InputError) in
        try FootLoading.calibrated(foot: foot, inputs: inputs, prescription: resolved)
      }
    }) { DeviceBlank(foot: foot, prescription: resolved, fit: fit) }
    let loading = try loaded.get()
    var (prescription, placed) = resolved.placed(by: loading, frame: DesignFrame(foot: foot))

    // 3. Top surface: the sole, shaped by the elements of the prescription.
    progress(.surfaces)
    let dose = ArchDosing.dose(foot: foot, loading: loading, blank: blank, prescription: &prescription)
    var surfaces = InsoleSurfaces(foot: foot, blank: blank, prescription: prescription)

    // 4. High patches become zones, each with a pocket as deep as the model says it must be.
    progress(.zones)
    let offloading = Offloading.dosed(loading: loading, surfaces: surfaces, prescription: prescription)
    let unmade = offloading.sink(into: &surfaces, prescription: prescription)

    return SurfacedDesign(
      foot: foot, prescription: prescription, loading: loading, surfaces: surfaces, offloading: offloading,
      assumptions: foot.assumptions + loading.assumptions + decided + placed + dose.assumptions,
      findings: foot.findings + loading.findings + dose.findings,
      lateFindings: unmade + (fit?.findings(for: foot) ?? []))
  }
}

/// A device as finished surfaces, from which pressure and solid are made independently.
private struct SurfacedDesign {
  let foot: FootShape
  let prescription: Prescription
  let loading: FootLoading
  let surfaces: InsoleSurfaces
  let offloading: Offloading
  let assumptions: [Assumption]
  let findings: [Finding]
  /// What comes behind the rules' own findings.
  let lateFindings: [Finding]

  /// 5. The foot is set on the device and balanced: the pressure after, with its bands.
  func shaped(_ inputs: DesignInputs) -> ShapedDesign {
    let prediction = Prediction(
      loading: loading, offloading: offloading, surfaces: surfaces, prescription: prescription,
      options: inputs.predictionOptions)
    return ShapedDesign(
      foot: foot, prescription: prescription, loading: loading, surfaces: surfaces, prediction: prediction,
      assumptions: assumptions,
      findings: findings + Lint.findings(prescription: prescription, prediction: prediction)
        + Lint.deviceFindings(prescription, foot: foot, surfaces: surfaces) + lateFindings)
  }

  /// 6. The surfaces become a closed solid.
  func device(_ options: SolidOptions) -> Result<DeviceSolid, SolidError> {
    Result { () throws(SolidError) in
      try DeviceSolid.built(
        surfaces, prescription: prescription, offloading: offloading.zones, on: loading.model.layout, options: options)
    }
  }
}

/// Everything that a design starts from.
public struct DesignInputs: Sendable {
  /// The scan as its file holds it.
  public var scan: Scan
  /// The foot itself where it is known without looking into the scan: mirrored from the other, or made of a footprint.
  public var foot: FootShape?
  /// What the user says about the scan.
  public var scanOptions: ScanOptions
  /// The pressure recording, or `nil`.
  public var recording: PressureRecording?
  /// What the user says about the recording.
  public var pressureOptions: PressureOptions
  /// What the prescriber asks for.
  public var prescription: Prescription
  /// How the surfaces become a solid.
  public var solidOptions = SolidOptions()
  /// The line of the device or of the shoe's floor, mm, y upward, seen from above; `nil` makes it of the foot.
  public var outline: Outline?
  /// How the prediction is made.
  public var predictionOptions: PredictionOptions

  /// The foot that is known or found.
  fileprivate var found: Result<FootShape, InputError> {
    if let foot { return .success(foot) }
    return Result { () throws(InputError) in try FootShape.find(in: scan, options: scanOptions) }
  }

  /// Creates inputs; without a recording the prediction rests on the body weight.
  public init(
    scan: Scan, scanOptions: ScanOptions = ScanOptions(), recording: PressureRecording? = nil,
    pressureOptions: PressureOptions = PressureOptions(), prescription: Prescription = Prescription(),
    predictionOptions: PredictionOptions = PredictionOptions(), foot: FootShape? = nil, outline: Outline? = nil
  ) {
    self.outline = outline
    self.foot = foot
    self.predictionOptions = predictionOptions
    self.scan = scan
    self.scanOptions = scanOptions
    self.recording = recording
    self.pressureOptions = pressureOptions
    self.prescription = prescription
  }
}
