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
    var offloading = Offloading.dosed(loading: loading, surfaces: surfaces, prescription: prescription)
    let unmade = offloading.sink(into: &surfaces, prescription: prescription)

    return SurfacedDesign(
      foot: foot, prescription: prescription, loading: loading, surfaces: surfaces, offloading: offloading,
      assumptions: foot.assumptions + loading.assumptions + decided + placed + dose.assumptions,
      findings: foot.findings + loading.findings + dose.findings,
      lateFindings: unmade + (fit?.findings(for: foot) ?? []))
  }
}
