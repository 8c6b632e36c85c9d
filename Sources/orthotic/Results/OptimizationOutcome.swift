import OrthoticCore

/// What `optimize` prints of its search: kPa.
struct OptimizationOutcome: Encodable {
  /// One region, before, on the prescribed device and on the one found.
  struct Region: Encodable {
    let name: String
    let before: Double?
    let prescribed: Double?
    let optimized: Double?
    let optimizedBand: BandResult?
    /// The highest of all cases that were looked at, on the device found.
    let worst: Double?
    /// Pressure that the goal allows.
    let target: Double?
    /// `met`, `open` or `missed` over the band; `reached` says it of the nominal number.
    let outcome: String?
    let reached: Bool?
    /// Pressure above which the region counts as harmed.
    let limit: Double?
  }

  /// A number that differs from what was prescribed.
  struct Change: Encodable {
    let name: String
    let from: String
    let to: String
  }

  /// A region that ends higher than it was.
  struct Rise: Encodable {
    let name: String
    let before: Double?
    let after: Double?
  }

  let goals: [String]
  let open: [String]
  let changes: [Change]
  let regions: [Region]
  let rises: [Rise]
  let bounds: [String]
  /// Thickness with which the goals would be reached, mm.
  let thicknessThatWouldDo: Double?
  let physicalLimit: Double?
  /// The highest pressure that all regions together end at, as a multiple of the physical limit.
  let timesPhysicalLimit: Double?
  let trials: Int
  /// Whether a goal that names a pressure is missed by nominal numbers; `nil` where none names one.
  let isMissed: Bool?

  private enum CodingKeys: String, CodingKey {
    case goals, open, changes, regions, rises, bounds, thicknessThatWouldDo, physicalLimit, timesPhysicalLimit, trials
  }

  init(
    _ problem: OptimizationProblem, _ found: OptimizationResult, prescribed: Prediction, optimized: Prediction
  ) {
    goals = problem.goals.map(\.text)
    open = found.open.compactMap { PrescriptionVocabulary.element(key: $0)?.flag }
    changes = found.changes.map { change in
      Change(
        name: PrescriptionVocabulary.element(key: change.key)?.flag ?? change.key, from: change.from, to: change.to)
    }
    let made = found.regions.map { region -> (row: Region, rise: Rise?, isReached: Bool?) in
      let name = region.target.region
      let first = prescribed.regions.first { $0.region == name }
      let last = optimized.regions.first { $0.region == name }
      let (before, after) = (last?.before.peak ?? 0, last?.after.peak ?? 0)
      let band = last?.change?.peakAfter
      let target = region.target.pressure
      let verdict = target.flatMap { target in band.map { Verdict(.below(target), band: $0).outcome.rawValue } }
      let isReached = target.map { after <= $0 }
      return (
        Region(
          name: name.rawValue, before: before.rounded(decimals: 1), prescribed: first?.after.peak.rounded(decimals: 1),
          optimized: after.rounded(decimals: 1), optimizedBand: band.map(BandResult.init),
          worst: max(region.worst, after).rounded(decimals: 1), target: target?.rounded(decimals: 1), outcome: verdict,
          reached: isReached, limit: region.target.limit.rounded(decimals: 1)),
        after > before + Self.leastRise
          ? Rise(name: name.rawValue, before: before.rounded(decimals: 1), after: after.rounded(decimals: 1)) : nil,
        isReached
      )
    }
    regions = made.map(\.row)
    rises = made.compactMap(\.rise)
    let reached = made.compactMap(\.isReached)
    isMissed = reached.isEmpty ? nil : reached.contains(false)
    bounds = found.bounds
    thicknessThatWouldDo = found.thicknessThatWouldDo
    physicalLimit = found.physicalLimit.rounded(decimals: 1)
    let highest = optimized.regions.first { $0.region == .whole }?.after.peak ?? 0
    timesPhysicalLimit = found.physicalLimit > 0 ? (highest / found.physicalLimit).rounded(decimals: 2) : nil
    trials = found.trials
  }

  /// A rise that is smaller than this is none, kPa.
  private static let leastRise = 1.0

  /// The same for a person.
  var text: String {
    var table = TextTable(wordColumns: [0])
    let looksElsewhere = regions.contains { ($0.worst ?? 0) > ($0.optimized ?? 0) + 0.05 }
    table.add(
      ["region", "before", "prescribed", "optimized", "5–95 %"] + (looksElsewhere ? ["worst case"] : [])
        + ["target", "outcome"])
    for region in regions {
      let verdict = region.reached.map { $0 ? "" : "missed" } ?? ""
      table.add(
        [
          region.name, tableText(region.before, decimals: 0), tableText(region.prescribed, decimals: 0),
          tableText(region.optimized, decimals: 0), BandResult.text(region.optimizedBand),
        ] + (looksElsewhere ? [tableText(region.worst, decimals: 0)] : [])
          + [tableText(region.target, decimals: 0), verdict.isEmpty ? region.outcome ?? "-" : verdict])
    }
    var lines = ["Optimized for \(goals.joined(separator: ", ")): predicted peak pressure, kPa", table.text]
    if changes.isEmpty {
      lines.append("Nothing was changed: the prescribed device is the best of \(trials) that were tried.")
    } else {
      var changed = TextTable(wordColumns: [0, 1, 2])
      changed.add(["changed", "prescribed", "found"])
      for change in changes { changed.add([change.name, change.from, change.to]) }
      lines.append(changed.text + "\(trials) devices were tried.")
    }
    if !rises.isEmpty {
      let names = rises.map { "\($0.name) \(tableText($0.before, decimals: 0)) to \(tableText($0.after, decimals: 0))" }
      lines.append("Higher than before: \(names.joined(separator: ", ")) kPa.")
    }
    if !bounds.isEmpty { lines.append("What holds it: \(bounds.joined(separator: "; ")).") }
    if let thickness = thicknessThatWouldDo {
      lines.append("With a thickness of \(tableText(thickness, decimals: 1)) mm it would be reached: --max-thickness.")
    }
    lines.append(
      "No device could be lower than \(tableText(physicalLimit, decimals: 0)) kPa; this one is "
        + "\(tableText(timesPhysicalLimit, decimals: 1)) times as high.")
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A design with the search that led to it.
struct OptimizedDesign: Encodable {
  let design: DesignOutcome
  let optimization: OptimizationOutcome

  private enum CodingKeys: String, CodingKey { case optimization }

  func encode(to encoder: any Encoder) throws {
    try design.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(optimization, forKey: .optimization)
  }

  /// The same for a person.
  var text: String { optimization.text + "\n" + design.text }
}
