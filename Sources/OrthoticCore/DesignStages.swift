/// Step 1: the foot, and the recording with what its shape shows.
struct FoundFoot: Sendable {
  let foot: FootShape
  let recording: PressureRecording?

  /// Takes the foot that is known, or finds it in the scan; the shape of the print is looked at meanwhile.
  init(_ inputs: DesignInputs) throws(InputError) {
    let (found, recording) = Parallel.both({
      Result { () throws(InputError) in
        if let foot = inputs.foot { return foot }
        return try FootShape.find(in: inputs.scan, options: inputs.scanOptions)
      }
    }) { inputs.recording?.withShapeSeen }
    foot = try found.get()
    self.recording = recording
  }

  /// A foot that was found before.
  init(_ foot: FootShape, _ inputs: DesignInputs) {
    self.foot = foot
    recording = inputs.recording
  }
}

/// Step 2: the foot as it is loaded, and what its device is made from.
struct LoadedFoot: Sendable {
  let foot: FootShape
  /// The prescription with all that foot and map decide.
  let prescription: Prescription
  let loading: FootLoading
  let blank: DeviceBlank
  /// How the foot lies on the user's own line, where there is one.
  let fit: OutlineFit?
  /// Whether nobody prescribed how high the arch is.
  let isArchOwn: Bool
  /// Zones and pockets that are kept, where another device has set them.
  let kept: Offloading?
  let assumptions: [Assumption]

  /// Calibrates the contact model on the map while the trim line is drawn and the sole copied.
  ///
  /// - Parameter shared: The loading where it is known; what is wrong with a map was said when it was found.
  init(_ found: FoundFoot, _ inputs: DesignInputs, shared: FootLoading? = nil) throws(InputError) {
    let foot = found.foot
    let (resolved, decided) = inputs.prescription.resolved(for: foot)
    let line = try inputs.outline.map { given throws(InputError) in try given.outline(footLength: foot.length) }
    let fit = line.map { OutlineFit($0.line, foot: foot) }
    let (loaded, blank) = Parallel.both({
      Result { () throws(InputError) in
        if let shared { return shared }
        return try FootLoading.calibrated(
          foot: foot, recording: found.recording, options: inputs.pressureOptions, prescription: resolved,
          scan: inputs.scan.name, spacing: inputs.predictionOptions.contactSpacing)
      }
    }) { DeviceBlank(foot: foot, prescription: resolved, fit: fit) }
    let loading = try loaded.get()
    let (prescription, placed) = resolved.placed(by: loading, frame: DesignFrame(foot: foot))
    self.foot = foot
    self.prescription = prescription
    self.loading = loading
    self.blank = blank
    self.fit = fit
    isArchOwn = inputs.prescription.archContact == nil
    kept = inputs.offloading
    assumptions = foot.assumptions + (line?.assumptions ?? []) + loading.assumptions + decided + placed
  }
}

extension LoadedFoot {
  /// The same loaded foot with another prescription, of which line and loading do not depend.
  ///
  /// - Parameter blank: The blank on another grid, where it is not the same.
  init(_ other: LoadedFoot, prescribing asked: Prescription, blank: DeviceBlank? = nil) {
    let (resolved, decided) = asked.resolved(for: other.foot)
    let (prescription, placed) = resolved.placed(by: other.loading, frame: DesignFrame(foot: other.foot))
    foot = other.foot
    self.prescription = prescription
    loading = other.loading
    self.blank = blank ?? other.blank
    fit = other.fit
    isArchOwn = asked.archContact == nil
    kept = other.kept
    assumptions = decided + placed
  }
}

/// Step 3: the device as surfaces, not yet relieved under high pressure.
struct SurfacedDesign: Sendable {
  let loaded: LoadedFoot
  /// The prescription with the arch's height dosed.
  let prescription: Prescription
  let surfaces: InsoleSurfaces
  let assumptions: [Assumption]
  let findings: [Finding]

  /// Works the elements into the copied sole.
  init(_ loaded: LoadedFoot) {
    self.loaded = loaded
    var prescription = loaded.prescription
    let dose = ArchDosing.dose(
      foot: loaded.foot, loading: loaded.loading, blank: loaded.blank, isOwn: loaded.isArchOwn,
      prescription: &prescription)
    self.prescription = prescription
    surfaces = InsoleSurfaces(foot: loaded.foot, blank: loaded.blank, prescription: prescription)
    assumptions = loaded.assumptions + dose.assumptions
    findings = loaded.foot.findings + loaded.loading.findings + dose.findings
  }
}

/// Step 4: the device as finished surfaces, from which pressure and solid are made independently.
struct RelievedDesign: Sendable {
  let foot: FootShape
  let prescription: Prescription
  let loading: FootLoading
  let surfaces: InsoleSurfaces
  let offloading: Offloading
  let assumptions: [Assumption]
  let findings: [Finding]
  /// What comes behind the rules' own findings.
  let lateFindings: [Finding]

  /// Doses the offloading zones and carries them out.
  init(_ surfaced: SurfacedDesign) {
    foot = surfaced.loaded.foot
    prescription = surfaced.prescription
    loading = surfaced.loaded.loading
    var surfaces = surfaced.surfaces
    var offloading =
      surfaced.loaded.kept ?? Offloading.dosed(loading: loading, surfaces: surfaces, prescription: prescription)
    let unmade = offloading.sink(into: &surfaces, prescription: prescription)
    self.surfaces = surfaces
    self.offloading = offloading
    assumptions = surfaced.assumptions
    findings = surfaced.findings
    lateFindings = unmade + (surfaced.loaded.fit?.findings(for: foot) ?? [])
  }

  /// The solid of the surfaces, or why there is none.
  func solid(_ options: SolidOptions) -> Result<DeviceSolid, SolidError> {
    Result { () throws(SolidError) in
      try DeviceSolid.built(
        surfaces, prescription: prescription, offloading: offloading.zones, on: loading.model.layout, options: options)
    }
  }
}

/// Step 5: a device as surfaces with its predicted pressure, before it becomes a solid.
package struct ShapedDesign: Sendable {
  /// The foot in the canonical frame.
  package var foot: FootShape
  /// The prescription as it was carried out.
  package var prescription: Prescription
  /// The foot as it is loaded; variants of the same `FootLoading.Key` share it.
  package var loading: FootLoading
  /// The surfaces in the canonical frame.
  package var surfaces: InsoleSurfaces
  /// The zones with their depths, as they were carried out; `DesignInputs.offloading` takes them to another device.
  package var offloading: Offloading
  /// What the contact model says.
  package var prediction: Prediction
  /// What was decided for the user.
  package var assumptions: [Assumption]
  /// What the user should know.
  package var findings: [Finding]

  /// Sets the loaded foot on the surfaces, and holds the device against the rules.
  init(_ relieved: RelievedDesign, _ inputs: DesignInputs) {
    foot = relieved.foot
    prescription = relieved.prescription
    loading = relieved.loading
    surfaces = relieved.surfaces
    offloading = relieved.offloading
    prediction = Prediction(
      loading: loading, offloading: relieved.offloading, surfaces: surfaces, prescription: prescription,
      regions: loading.regions(on: prescription, companions: inputs.companions, frame: DesignFrame(foot: foot)),
      options: inputs.predictionOptions)
    assumptions = relieved.assumptions
    findings =
      relieved.findings + Lint.findings(prescription: prescription, prediction: prediction)
      + Lint.deviceFindings(prescription, foot: foot, surfaces: surfaces) + relieved.lateFindings
  }
}

extension DesignResult {
  /// The outcome of steps 5 and 6; a left foot's solid is mirrored back.
  init(_ shaped: ShapedDesign, _ device: DeviceSolid) {
    let mesh = device.solid.mesh
    self.init(
      foot: shaped.foot, prescription: shaped.prescription, surfaces: shaped.surfaces,
      solid: shaped.foot.side == .left ? mesh.mirroredAcrossX : mesh, construction: device.solid, zones: device.zones,
      proof: SolidProof(device.solid), prediction: shaped.prediction, assumptions: shaped.assumptions,
      findings: shaped.findings + device.findings)
  }
}
