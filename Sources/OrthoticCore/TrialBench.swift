/// Where the devices of an optimisation are tried: one loaded foot, each device made and pressed exactly as a design is, without its
/// bands and its solid.
struct TrialBench: Sendable {
  /// A foot as it may lie and be.
  struct Case: Sendable {
    /// What it is called.
    let name: String
    /// The loaded foot.
    let model: PressureModel
    /// How far from its place it lies on the device, mm.
    let shift: Vector2
    /// Numbers of the loads that decide, for a quick look.
    var decisive: [Int]
    /// Their answers on the prescribed device, from which others are sought.
    var near: FrameSolutions?
  }

  /// How closely a device is looked at.
  enum Look: Sendable {
    /// On a coarse surface, in the decisive loads, to 1e-5.
    case quick
    /// As a design looks at it.
    case full
  }

  private let loaded: LoadedFoot
  private let coarse: DeviceBlank
  private let frame: DesignFrame
  /// Codes of what rules say of the prescribed device itself.
  private let known: Set<String>
  /// The nominal case first.
  private(set) var cases: [Case]

  /// Nodes of the quick surface, mm: as far apart as those of the contact grid.
  private static let coarseSpacing = 2.0

  /// Lays out a bench for a loaded foot.
  init(_ loaded: LoadedFoot, _ problem: OptimizationProblem, prescribed: Prescription) {
    self.loaded = loaded
    coarse = loaded.blank.coarsened(foot: loaded.foot, spacing: Self.coarseSpacing)
    frame = DesignFrame(foot: loaded.foot)
    known = Set(Lint.findings(of: prescribed).map(\.code))
    let model = loaded.loading.model
    var cases = [Case(name: "as found", model: model, shift: .zero, decisive: [], near: nil)]
    if problem.shift > 0 {
      for (name, x, y) in Self.directions {
        let direction = Vector2(x, y).normalized
        cases.append(Case(name: name, model: model, shift: direction * problem.shift, decisive: [], near: nil))
      }
    }
    if problem.variesTissue {
      for factor in OptimizationProblem.tissueFactors {
        var draw = SensitivityDraw()
        draw.tissueStiffness = factor
        cases.append(
          Case(
            name: "tissue × \(Lint.shown(factor))", model: model.varied(by: draw), shift: .zero, decisive: [], near: nil
          ))
      }
    }
    self.cases = cases
    let relieved = relieved(prescribed, .quick)
    let regions = loaded.loading.regions
    let fresh = cases
    self.cases = Parallel.map(count: cases.count) { number in
      var one = fresh[number]
      let insole = InsoleOnGrid(
        surfaces: relieved.surfaces, layout: one.model.layout, prescription: relieved.prescription, shift: one.shift)
      let all = one.model.solutions(on: insole)
      one.decisive = all.decisiveLoads(of: one.model.loads, in: regions)
      one.near = FrameSolutions(
        layout: one.model.layout, frames: one.decisive.map { all.frames[$0] }, of: one.model.frames(one.decisive))
      return one
    }
  }

  /// The eight directions in which a foot may lie elsewhere, canonical.
  private static let directions: [(String, Double, Double)] = [
    ("shifted laterally", 1, 0), ("shifted laterally and forward", 1, 1), ("shifted forward", 0, 1),
    ("shifted medially and forward", -1, 1), ("shifted medially", -1, 0), ("shifted medially and back", -1, -1),
    ("shifted back", 0, -1), ("shifted laterally and back", 1, -1),
  ]

  /// The device of a prescription, its zones dosed.
  func relieved(_ asked: Prescription, _ look: Look) -> RelievedDesign {
    RelievedDesign(
      SurfacedDesign(LoadedFoot(loaded, prescribing: asked, blank: look == .quick ? coarse : loaded.blank)))
  }

  /// What a prescription does in each case; none where rules refuse it.
  ///
  /// - Parameter isPromising: Whether the other cases are looked at, by what it does in the nominal one.
  func trials(
    of asked: Prescription, _ look: Look, isPromising: (DeviceTrial) -> Bool = { _ in true }
  ) -> [DeviceTrial] {
    let resolved = asked.resolved(for: loaded.foot).prescription
    let said = Lint.findings(of: resolved)
    if said.contains(where: { $0.severity > .note && !known.contains($0.code) }) { return [] }
    return trials(of: relieved(asked, look), look, isPromising: isPromising)
  }

  /// What a finished device does in each case; none where rules refuse it.
  func trials(
    of device: RelievedDesign, _ look: Look, isPromising: (DeviceTrial) -> Bool = { _ in true }
  ) -> [DeviceTrial] {
    let said = Lint.deviceFindings(device.prescription, foot: device.foot, surfaces: device.surfaces)
    if said.contains(where: { $0.severity == .error }) { return [] }
    let regions = loaded.loading.regions(on: device.prescription, frame: frame)
    let patch = ArchPatch(loading: loaded.loading, regions: regions)
    let nominal = trial(of: device, in: cases[0], look, regions, patch)
    guard cases.count > 1, isPromising(nominal) else { return [nominal] }
    return [nominal] + cases.dropFirst().map { trial(of: device, in: $0, look, regions, patch) }
  }

  private func trial(
    of device: RelievedDesign, in one: Case, _ look: Look, _ regions: FootRegions, _ patch: ArchPatch
  ) -> DeviceTrial {
    let model = one.model
    let insole = InsoleOnGrid(
      surfaces: device.surfaces, layout: model.layout, prescription: device.prescription, shift: one.shift)
    let solved: FrameSolutions
    switch look {
    case .quick:
      solved = model.problem(on: insole).solved(frames: model.frames(one.decisive), near: one.near, isRough: true)
    case .full: solved = model.solutions(on: insole)
    }
    var trial = DeviceTrial(regions: regions, before: model.before.values, after: solved.peak, arch: patch)
    trial.isRefused = !solved.unbalanced.isEmpty && solved.unbalanced.count > (one.near?.unbalanced.count ?? 0)
    trial.shortfall = device.surfaces.shortfall?.depth ?? 0
    trial.bottomed =
      Double(model.problem(on: insole).bottomedNodes(under: solved.peak).count) * model.layout.cellArea / 100
    return trial
  }

  /// The least peak that force and moments allow, kPa: the highest of all instants, on the prescribed device's ground.
  func physicalLimit() -> Double {
    let model = loaded.loading.model
    let device = InsoleOnGrid(
      surfaces: relieved(loaded.prescription, .quick).surfaces, layout: model.layout, prescription: loaded.prescription)
    let problem = model.problem(on: device)
    let peaks = Parallel.map(count: model.loads.count) { number in
      let frame = model.loads[number].frame
      return frame.force > 0 ? problem.loaded(by: frame).leastPeak(gain: frame.gain) : 0
    }
    return peaks.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
  }
}
