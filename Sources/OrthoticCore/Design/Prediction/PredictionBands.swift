/// The sensitivity set run on a device: the bands of every regional change.
///
/// The draws are solved by columns, on the loads in which some region's peak is highest. A band's spread about the nominal
/// answer is theirs; where the nominal number comes from another model, or from more loads, the spread is laid about that.
struct PredictionBands {
  private let bands: Bands
  private let regions: FootRegions
  /// Highest pressure over the same loads by columns with nominal numbers.
  private let nominal: [Double]
  private let nominalMetrics: [RegionMetrics]
  /// Regions in every one of the draws' pictures.
  private let drawn: [[RegionMetrics]]
  /// Size of the set.
  private let count: Int

  init(model: PressureModel, regions: FootRegions, insole: InsoleOnGrid, columns: FrameSolutions, draws count: Int) {
    self.regions = regions
    self.count = count
    let chosen = columns.decisiveLoads(of: model.loads, in: regions)
    let draws = SensitivityDraw.set(count: count)
    bands = model.bands(on: insole, from: columns, loads: chosen, draws: draws)
    nominal = chosen.reduce([Double](repeating: 0, count: model.layout.count)) {
      PressureModel.higher($0, model.loads[$1].frame.picture(of: columns.frames[$1].pressure))
    }
    nominalMetrics = regions.metrics(of: nominal).map(\.metrics)
    let pictures = bands.pressures
    drawn = Parallel.map(count: pictures.count) { regions.metrics(of: pictures[$0]).map(\.metrics) }
  }

  /// Writes the bands into a prediction.
  func fill(_ prediction: inout Prediction, target: Double, arch patch: ArchPatch) {
    prediction.unbalancedDraws = (bands.unbalanced, bands.unbalanced + bands.draws.count)
    guard !bands.draws.isEmpty else { return }
    let goals = [Verdict.Goal.below(target), .lowered(Verdict.standardRelief)]
    let nominal = nominalMetrics
    for index in prediction.regions.indices {
      let before = prediction.regions[index].before
      let after = prediction.regions[index].after
      guard before.peak > 0, before.area > 0 else { continue }
      /// The band of one number on the device, laid about its nominal value.
      func band(_ number: KeyPath<RegionMetrics, Double>) -> Band? {
        let middle = nominal[index][keyPath: number]
        let scale = middle > 0 ? after[keyPath: number] / middle : 1
        return bands.band(ofValues: drawn.map { $0[index][keyPath: number] * scale })
      }
      guard let drawn = band(\.peak), let mean = band(\.mean), let area = band(\.area), let force = band(\.force) else {
        continue
      }
      let peak = ModelError.widened(drawn, before: before.peak, nominal: after.peak)
      let change = peak.change(from: before.peak)
      prediction.regions[index].change = RegionChange(
        peak: change, mean: mean.change(from: before.mean), area: area.change(from: before.area),
        force: force.change(from: before.force), peakAfter: peak,
        verdicts: prediction.regions[index].region == .metatarsalPad
          ? [] : Self.verdicts(goals, peak: peak, change: change), draws: peaks(of: index, about: after.peak))
    }
    if let arch = prediction.arch { prediction.arch?.peakBand = band(patch.part, about: arch.peak) }
    for index in prediction.zones.indices {
      let outcome = prediction.zones[index]
      guard let drawn = band(regions.part(of: outcome.zone.nodes), about: outcome.peakAfter),
        let around = band(regions.part(of: outcome.zone.ring), about: outcome.ringAfter), outcome.peakBefore > 0
      else { continue }
      let peak = ModelError.widened(drawn, before: outcome.peakBefore, nominal: outcome.peakAfter)
      let ring = ModelError.widened(around, before: outcome.ringBefore, nominal: outcome.ringAfter)
      prediction.zones[index].change = ZoneChange(
        peakAfter: peak, ringAfter: ring,
        verdicts: Self.verdicts(goals, peak: peak, change: peak.change(from: outcome.peakBefore)))
    }
  }

  /// A region's peak in each draw of the set, laid about its nominal value.
  private func peaks(of region: Int, about after: Double) -> [Double?] {
    let middle = nominalMetrics[region].peak
    let scale = middle > 0 ? after / middle : 1
    var peaks = [Double?](repeating: nil, count: count)
    for (draw, number) in bands.numbers.enumerated() where number < count {
      peaks[number] = drawn[draw][region].peak * scale
    }
    return peaks
  }

  /// The band of a part's peak, laid about its nominal value.
  private func band(_ part: SolePart, about after: Double) -> Band? {
    let middle = part.peak(of: nominal)
    let scale = middle > 0 ? after / middle : 1
    return bands.band { part.peak(of: $0) * scale }
  }

  private static func verdicts(_ goals: [Verdict.Goal], peak: Band, change: Band) -> [Verdict] {
    goals.map { goal in
      if case .below = goal { Verdict(goal, band: peak) } else { Verdict(goal, band: change) }
    }
  }
}
