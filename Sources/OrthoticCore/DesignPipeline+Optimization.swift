/// The open numbers of a prescription found for a goal: steps 2 to 5 for each device that is tried.
extension DesignPipeline {
  /// Finds the prescription that comes nearest to goals on a foot that was found before.
  ///
  /// Devices are searched on a coarse surface in the loads that decide. The best is made as a design makes it, what the quick look
  /// missed of each region is added to it, and the search goes on from there until both agree. What is returned was
  /// looked at in full, and is never worse than what was prescribed.
  ///
  /// - Parameter inputs: What a design starts from; its prescription as it was asked.
  /// - Throws: `InputError` where the map cannot be used.
  package static func optimized(
    for foot: FootShape, inputs: DesignInputs, problem: OptimizationProblem, shared: FootLoading? = nil,
    progress: (String) -> Void = { _ in }
  ) throws(InputError) -> OptimizationResult {
    progress(Step.pressure.rawValue)
    let loaded = try LoadedFoot(FoundFoot(foot, inputs), inputs, shared: shared)
    let dosed = SurfacedDesign(loaded).prescription
    let bench = TrialBench(loaded, problem, prescribed: dosed)
    var search = DoseSearch(bench, problem, asked: inputs.prescription, dosed: dosed, loading: loaded.loading)
    return search.result(progress: progress)
  }
}

/// The search for the numbers of one prescription on a bench.
struct DoseSearch {
  private let bench: TrialBench
  private let problem: OptimizationProblem
  /// The prescription as it was asked, and the same with everything that foot and map decide.
  private let asked: Prescription
  private let dosed: Prescription
  private let doses: [Dose]
  private let home: [Int]
  private var objective: OptimizationObjective
  private var trialCount = 0

  /// Times that the quick look is corrected by a full one.
  private static let corrections = 4
  /// How near quick peaks are kept to their targets, kPa.
  private static let margin = 0.5

  init(
    _ bench: TrialBench, _ problem: OptimizationProblem, asked: Prescription, dosed: Prescription, loading: FootLoading
  ) {
    self.bench = bench
    self.problem = problem
    var asked = asked
    // Where one goal holds for the whole sole, it is also what zones are relieved to.
    let general = problem.goals.last { $0.region == nil }
    if case .below(let pressure) = general?.aim, problem.openKeys.contains("offload"),
      pressure != asked.offloadThreshold ?? Prescription.defaultOffloadThreshold
    {
      asked.offloadThreshold = min(max(pressure, 20), 1500)
    }
    self.asked = asked
    self.dosed = dosed
    doses = Dose.open(
      dosed, keys: problem.openKeys, freed: problem.freed, maximumThickness: problem.maximumThickness,
      lowersThreshold: problem.goals.contains { $0.aim == .lowest })
    var start = dosed
    start.offloadThreshold = asked.offloadThreshold
    home = doses.map { $0.index(in: start) }
    let before = loading.model.before.values
    objective = OptimizationObjective(
      RegionTarget.targets(
        problem.goals, before: RegionTarget.regions.map { loading.regions.part($0)?.peak(of: before) ?? 0 },
        threshold: dosed.offloadThreshold ?? Prescription.defaultOffloadThreshold))
  }

  /// A prescription with the numbers of a point; what is not open, and what does nothing, stays as it was.
  private func prescription(_ point: [Int]) -> Prescription {
    var rx = asked
    for (axis, dose) in doses.enumerated() { dose.set(point[axis], in: &rx) }
    let idle = doses.indices.filter { !doses[$0].isActing(in: rx) }
    for axis in idle { doses[axis].set(home[axis], in: &rx) }
    return rx
  }

  /// The value of a point at a quick look, kPa; infinite where the nominal case alone shows that it is not below a bound.
  private func quickValue(_ point: [Int], below bound: Double) -> Double {
    let price = price(point)
    let count = bench.cases.count
    let trials = bench.trials(of: prescription(point), .quick) { nominal in
      OptimizationObjective.leastValue(knowing: objective.value(of: nominal), of: count) + price < bound
    }
    return trials.count == 1 && count > 1 ? .infinity : objective.value(of: trials) + price
  }

  /// The price of a point, kPa; what does nothing costs nothing.
  private func price(_ point: [Int]) -> Double {
    let rx = prescription(point)
    return OptimizationObjective.price(of: doses.map { $0.index(in: rx) }, from: home, doses)
  }

  /// Searches, and says what came of it.
  mutating func result(progress: (String) -> Void) -> OptimizationResult {
    let prescribed = bench.trials(of: bench.relieved(original, .full), .full)
    objective.bottomedBefore = prescribed.map(\.bottomed).max() ?? 0
    objective.shortfallBefore = prescribed.map(\.shortfall).max() ?? 0
    let prescribedValue = objective.value(of: prescribed)
    var best: (point: [Int]?, trials: [DeviceTrial], value: Double) = (nil, prescribed, prescribedValue)
    var starts = self.starts()
    var left = problem.effort
    var looked: [[Int]] = []
    let exact = objective
    for round in 0..<Self.corrections where left > 0 && !doses.isEmpty {
      progress("trying devices, round \(round + 1)")
      objective.margin = Self.margin
      var lattice = LatticeSearch(
        doses.map { LatticeSearch.Axis(count: $0.count, stride: round == 0 ? $0.stride : max($0.stride / 4, 1)) },
        home: home, effort: round == 0 ? left - left / 4 : left)
      let found = lattice.lowest(
        from: starts, isActing: { axis, point in doses[axis].isActing(in: prescription(point)) },
        values: { points, bound in
          Parallel.map(count: points.count) { [self] number in quickValue(points[number], below: bound) }
        })
      left -= lattice.seen.count
      trialCount += lattice.seen.count
      guard let found, !looked.contains(found.point) else { break }
      looked.append(found.point)
      let full = bench.trials(of: prescription(found.point), .full)
      trialCount += 1
      let fullValue = exact.value(of: full) + price(found.point)
      if fullValue < best.value { best = (found.point, full, fullValue) }
      // What the quick look missed is much the same nearby.
      let quick = bench.trials(of: prescription(found.point), .quick)
      guard !full.isEmpty, quick.count == full.count else { break }
      objective.corrections = zip(quick, full).map { OptimizationObjective.Correction(quick: $0, full: $1) }
      starts = [found.point] + (best.point.map { [$0] } ?? [])
    }
    objective = exact
    return summary(best.point, best.trials, prescribed, (prescribedValue, best.value))
  }

  /// The prescription as it was asked, before any goal moved its threshold.
  private var original: Prescription {
    var original = asked
    original.offloadThreshold = dosed.offloadThreshold
    return original
  }

  /// Devices that a prescriber would think of first.
  private func starts() -> [[Int]] {
    var starts = [home]
    func add(_ changes: [(key: String, change: (Dose) -> Int)]) {
      var point = home
      for (axis, dose) in doses.enumerated() {
        for (key, change) in changes where key == dose.key { point[axis] = min(max(change(dose), 0), dose.count - 1) }
      }
      if !starts.contains(point) { starts.append(point) }
    }
    let soft: (key: String, change: (Dose) -> Int) = ("material", { _ in 0 })
    let pocketless: (key: String, change: (Dose) -> Int) = ("offloadMode", { _ in 0 })
    for arch in [20, 40, 60, 80] {
      let height: (key: String, change: (Dose) -> Int) = ("archContact", { _ in arch })
      add([height])
      add([height, soft])
      add([height, soft, pocketless])
      for pad in [8, 12] {
        add([height, ("metPad", { _ in pad })])
        add([height, soft, pocketless, ("metPad", { _ in pad })])
      }
      add([height, ("metBar", { _ in 6 })])
    }
    add([("thickness", { $0.count - 1 })])
    add([("thickness", { $0.count - 1 }), soft])
    return starts
  }
}

// MARK: What came of it

extension DoseSearch {
  private func summary(
    _ point: [Int]?, _ trials: [DeviceTrial], _ prescribed: [DeviceTrial], _ values: (Double, Double)
  ) -> OptimizationResult {
    let found = point.map(prescription) ?? original
    let regions = objective.targets.enumerated().map { number, target in
      OptimizationResult.Region(
        target: target, prescribed: prescribed.first?.peaks[number] ?? 0, optimized: trials.first?.peaks[number] ?? 0,
        worst: trials.map { $0.peaks[number] }.max() ?? 0)
    }
    var result = OptimizationResult(
      prescription: found, changes: changes(to: found), regions: regions, open: problem.openKeys, bounds: [],
      thicknessThatWouldDo: nil, trials: trialCount, physicalLimit: bench.physicalLimit(), values: values)
    if !result.isMet || regions.contains(where: { $0.target.goal?.aim == .lowest }) {
      result.bounds = bounds(point ?? home, found, trials.first, regions)
    }
    if !result.isMet { result.thicknessThatWouldDo = thicknessThatWouldDo(found) }
    return result
  }

  /// What differs from the prescribed device, in the order of the vocabulary.
  private func changes(to found: Prescription) -> [OptimizationResult.Change] {
    PrescriptionVocabulary.elements.compactMap { element in
      guard problem.openKeys.contains(element.key) || element.key == "archPressure" else { return nil }
      let (from, to) = (element.text(in: dosed), element.text(in: found))
      guard from != to else { return nil }
      // What stayed open is what foot and map decide, on both devices.
      guard element.text(in: original) != to else { return nil }
      return OptimizationResult.Change(key: element.key, from: from, to: to)
    }
  }

  /// What holds a device back, by name.
  private func bounds(
    _ point: [Int], _ found: Prescription, _ trial: DeviceTrial?, _ regions: [OptimizationResult.Region]
  ) -> [String] {
    var names: [String] = []
    let device = bench.relieved(found, .full)
    for region in regions where !(region.isMet ?? false) && region.target.goal != nil {
      if region.isMet == nil, region.optimized < (regions.map(\.optimized).max() ?? 0) - 10 { continue }
      if isAtWall(region.target.region, of: device) {
        names.append("minimum wall under \(region.target.region.rawValue)")
      }
    }
    for region in regions
    where region.optimized > region.target.limit - 2 && region.target.pressure == nil || region.isHarmed {
      names.append("\(region.target.region.rawValue) at its limit of \(Lint.shown(region.target.limit.rounded())) kPa")
    }
    if let trial, trial.arch > OptimizationObjective.archLimit - 2 {
      names.append("arch at its limit of \(Lint.shown(OptimizationObjective.archLimit)) kPa")
    }
    if let trial, trial.heelForce < Lint.heelShare + 0.02 { names.append("heel about to be lifted") }
    // A number that was moved to its end would have gone on.
    for (axis, dose) in doses.enumerated()
    where dose.isActing(in: found) && dose.count > 2 && point[axis] != home[axis] {
      let isLow = point[axis] == 0 && !dose.beginsAtNone
      guard isLow || point[axis] == dose.count - 1 else { continue }
      let element = PrescriptionVocabulary.element(key: dose.key)
      let part = dose.part.isEmpty ? "" : " \(dose.part)"
      let value = dose.part.isEmpty ? (element.map { " of \($0.text(in: found))" } ?? "") : ""
      names.append("\(element?.flag ?? dose.key)\(part) at its \(isLow ? "least" : "most")\(value)")
    }
    if !problem.openKeys.contains("thickness") || problem.maximumThickness == nil {
      names.append("thickness kept at \(Lint.shown(found.thickness)) mm")
    }
    return names
  }

  /// Whether the device is as thin as it may be where a region is pressed most.
  private func isAtWall(_ region: FootRegion, of device: RelievedDesign) -> Bool {
    guard let part = device.loading.regions.part(region) else { return false }
    let picture = device.loading.model.before
    guard let place = part.peakPlace(of: picture.values) else { return false }
    let top = device.surfaces.top.interpolated(at: place)
    let lowest = device.surfaces.lowestTop.interpolated(at: place)
    return top.isFinite && lowest.isFinite && top - lowest < Self.wallTolerance
  }

  /// A top this near to the lowest that it may have lies on it, mm.
  private static let wallTolerance = 0.1

  /// The least thickness, mm, with which the goals would be reached, all else as found.
  private func thicknessThatWouldDo(_ found: Prescription) -> Double? {
    let steps = Steps(found.thickness...max(8, found.thickness), 0.5)
    guard steps.count > 1 else { return nil }
    let met = Parallel.map(count: steps.count - 1) { number in
      var rx = found
      rx.thickness = steps.value(number + 1)
      guard let trial = bench.trials(of: rx, .quick).first else { return false }
      return zip(trial.peaks, objective.targets).allSatisfy { peak, target in
        peak <= min(target.pressure ?? .infinity, max(target.limit, target.pressure ?? 0))
      }
    }
    return met.firstIndex(of: true).map { steps.value($0 + 1) }
  }
}
