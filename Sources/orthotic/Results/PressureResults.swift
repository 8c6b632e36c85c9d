import OrthoticCore

/// What one region carries, as JSON: kPa, cm², N.
struct LoadResult: Encodable, Equatable {
  let peak: Double?
  let mean: Double?
  let area: Double?
  let force: Double?

  init(_ metrics: RegionMetrics) {
    peak = metrics.peak.rounded(decimals: 1)
    mean = metrics.mean.rounded(decimals: 1)
    area = metrics.area.rounded(decimals: 2)
    force = metrics.force.rounded(decimals: 1)
  }
}

/// One region before and after, as JSON.
struct RegionResult: Encodable, Equatable {
  /// Relative changes in percent.
  struct Change: Encodable, Equatable {
    let peak: ChangeResult
    let mean: ChangeResult?
    let area: ChangeResult?
    let force: ChangeResult?
  }

  let name: String
  let before: LoadResult
  let after: LoadResult
  let change: Change?
  /// The highest pressure on the device, kPa, with its band.
  let peakAfter: BandResult?
  /// Whether goals are met across the band: `met`, `open` or `missed`; absent for what presses on a pad.
  let verdicts: [VerdictResult]?
  /// What columns alone say, where another model was asked for.
  let afterByColumns: LoadResult?
  /// The instant in which the region is pressed most on the device, and its forces in it.
  let instant: InstantResult?

  /// The name in a table.
  var title: String { name == FootRegion.metatarsalPad.rawValue ? "met pad" : name }

  init(_ outcome: RegionOutcome) {
    name = outcome.region.rawValue
    before = LoadResult(outcome.before)
    after = LoadResult(outcome.after)
    func change(_ number: KeyPath<RegionMetrics, Double>, _ band: KeyPath<RegionChange, Band>) -> ChangeResult? {
      ChangeResult(
        from: outcome.before[keyPath: number], to: outcome.after[keyPath: number],
        band: outcome.change?[keyPath: band])
    }
    self.change = change(\.peak, \.peak).map {
      Change(
        peak: $0, mean: change(\.mean, \.mean), area: change(\.area, \.area), force: change(\.force, \.force))
    }
    peakAfter = outcome.change.map { BandResult($0.peakAfter) }
    verdicts = outcome.change.flatMap { $0.verdicts.isEmpty ? nil : $0.verdicts.map(VerdictResult.init) }
    afterByColumns = outcome.afterByColumns.map(LoadResult.init)
    instant = outcome.decisive.map(InstantResult.init)
  }
}

/// An instant of a step, as JSON: N.
struct InstantResult: Encodable, Equatable {
  let name: String
  let forceBefore: Double?
  let forceAfter: Double?

  init(_ decisive: RegionOutcome.Decisive) {
    name = decisive.instant.name
    forceBefore = decisive.forceBefore.rounded(decimals: 1)
    forceAfter = decisive.forceAfter.rounded(decimals: 1)
  }
}

/// One offloading zone, as JSON: cm², mm, kPa.
struct ZoneResult: Encodable, Equatable {
  let name: String
  let mode: String
  let area: Double?
  let depth: Double?
  let peakBefore: Double?
  let peakAfter: Double?
  let ringBefore: Double?
  let ringAfter: Double?
  let peakAfterBand: BandResult?
  let ringAfterBand: BandResult?
  let verdicts: [VerdictResult]?

  init(_ zone: ZoneOutcome) {
    name = zone.name
    mode = zone.mode
    area = (zone.area / 100).rounded(decimals: 2)
    depth = zone.depth.rounded(decimals: 2)
    peakBefore = zone.peakBefore.rounded(decimals: 1)
    peakAfter = zone.peakAfter.rounded(decimals: 1)
    ringBefore = zone.ringBefore.rounded(decimals: 1)
    ringAfter = zone.ringAfter.rounded(decimals: 1)
    peakAfterBand = zone.change.map { BandResult($0.peakAfter) }
    ringAfterBand = zone.change.map { BandResult($0.ringAfter) }
    verdicts = zone.change?.verdicts.map(VerdictResult.init)
  }
}

/// The predicted pressure of one device, as JSON and as tables.
struct PredictionResult: Equatable {
  /// What every peak is a mean over, cm².
  let peakArea: Double?
  let regions: [RegionResult]
  let zones: [ZoneResult]
  let arch: ArchResult?

  init(_ prediction: Prediction) {
    peakArea = (prediction.peakArea / 100).rounded(decimals: 2)
    arch = prediction.arch.map(ArchResult.init)
    regions = prediction.regions.map(RegionResult.init)
    zones = prediction.zones.map(ZoneResult.init)
  }

  /// What a peak is, for the head of a table.
  var peakText: String { "peaks are means over \(tableText(peakArea, decimals: 1)) cm²" }

  /// Regions before and after, one a line.
  var regionTable: String {
    var table = TextTable()
    let goals = regions.lazy.compactMap(\.verdicts).first?.map(\.goal) ?? []
    let isCoupled = regions.contains { $0.afterByColumns != nil }
    let columns = isCoupled ? [""] : []
    table.add(["", "peak kPa", ""] + columns + ["", "", "mean kPa", "", "area cm²", "", "force N", ""])
    table.add(
      ["region", "before", "after"] + (isCoupled ? ["columns"] : [])
        + ["change", "5–95 %", "before", "after", "before", "after", "before", "after"] + goals)
    for region in regions {
      let (before, after) = (region.before, region.after)
      table.add(
        [region.title, tableText(before.peak, decimals: 0), tableText(after.peak, decimals: 0)]
          + (isCoupled ? [tableText(region.afterByColumns?.peak, decimals: 0)] : [])
          + [
            ChangeResult.text(region.change?.peak), ChangeResult.bandText(region.change?.peak),
            tableText(before.mean, decimals: 0), tableText(after.mean, decimals: 0),
            tableText(before.area, decimals: 1),
            tableText(after.area, decimals: 1), tableText(before.force, decimals: 0),
            tableText(after.force, decimals: 0),
          ] + (region.verdicts?.map(\.outcome) ?? []))
    }
    return table.text + (regions.contains { $0.name == FootRegion.metatarsalPad.rawValue } ? Self.padNote : "")
  }

  /// What the row of the pad is.
  static let padNote =
    "met pad: what presses on the pad itself; before is the same place on the flat floor, so no goal is set for it\n"

  /// Offloading zones and the ring around each, one a line; empty without zones.
  var zoneTable: String {
    if zones.isEmpty { return "" }
    var table = TextTable()
    let goals = zones.lazy.compactMap(\.verdicts).first?.map(\.goal) ?? []
    table.add(["", "", "", "", "peak kPa", "", "", "ring kPa", ""])
    table.add(["zone", "mode", "area cm²", "depth mm", "before", "after", "5–95 %", "before", "after"] + goals)
    for zone in zones {
      table.add(
        [
          zone.name, zone.mode, tableText(zone.area, decimals: 1), tableText(zone.depth, decimals: 1),
          tableText(zone.peakBefore, decimals: 0), tableText(zone.peakAfter, decimals: 0),
          BandResult.text(zone.peakAfterBand),
          tableText(zone.ringBefore, decimals: 0), tableText(zone.ringAfter, decimals: 0),
        ] + (zone.verdicts?.map(\.outcome) ?? []))
    }
    return table.text
  }
}
