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
  struct Change: Encodable, Equatable {
    let peak: ChangeResult
  }

  let name: String
  let before: LoadResult
  let after: LoadResult
  let change: Change?

  init(_ outcome: RegionOutcome) {
    name = outcome.region.rawValue
    before = LoadResult(outcome.before)
    after = LoadResult(outcome.after)
    change = ChangeResult(from: outcome.before.peak, to: outcome.after.peak).map(Change.init)
  }
}

/// A relative change in percent, as JSON.
struct ChangeResult: Encodable, Equatable {
  /// What the model says with its nominal numbers.
  let nominal: Double?

  /// `nil` where there was nothing before that could change.
  init?(from before: Double, to after: Double) {
    guard before > 0 else { return nil }
    nominal = (100 * (after - before) / before).rounded(decimals: 1)
  }

  /// With a sign, for the table.
  static func text(_ change: ChangeResult?) -> String {
    guard let value = change?.nominal else { return "-" }
    return (value > 0 ? "+" : "") + tableText(value, decimals: 0) + "%"
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

  init(_ zone: ZoneOutcome) {
    name = zone.name
    mode = zone.mode
    area = (zone.area / 100).rounded(decimals: 2)
    depth = zone.depth.rounded(decimals: 2)
    peakBefore = zone.peakBefore.rounded(decimals: 1)
    peakAfter = zone.peakAfter.rounded(decimals: 1)
    ringBefore = zone.ringBefore.rounded(decimals: 1)
    ringAfter = zone.ringAfter.rounded(decimals: 1)
  }
}

/// The predicted pressure of one device, as JSON and as tables.
struct PredictionResult: Equatable {
  let regions: [RegionResult]
  let zones: [ZoneResult]

  init(_ prediction: Prediction) {
    regions = prediction.regions.map(RegionResult.init)
    zones = prediction.zones.map(ZoneResult.init)
  }

  /// Regions before and after, one a line.
  var regionTable: String {
    var table = TextTable()
    table.add(["", "peak kPa", "", "", "mean kPa", "", "area cm²", "", "force N", ""])
    table.add(["region", "before", "after", "change", "before", "after", "before", "after", "before", "after"])
    for region in regions {
      let (before, after) = (region.before, region.after)
      table.add([
        region.name, tableText(before.peak, decimals: 0), tableText(after.peak, decimals: 0),
        ChangeResult.text(region.change?.peak), tableText(before.mean, decimals: 0), tableText(after.mean, decimals: 0),
        tableText(before.area, decimals: 1), tableText(after.area, decimals: 1), tableText(before.force, decimals: 0),
        tableText(after.force, decimals: 0),
      ])
    }
    return table.text
  }

  /// Offloading zones and the ring around each, one a line; empty without zones.
  var zoneTable: String {
    if zones.isEmpty { return "" }
    var table = TextTable()
    table.add(["", "", "", "", "peak kPa", "", "ring kPa", ""])
    table.add(["zone", "mode", "area cm²", "depth mm", "before", "after", "before", "after"])
    for zone in zones {
      table.add([
        zone.name, zone.mode, tableText(zone.area, decimals: 1), tableText(zone.depth, decimals: 1),
        tableText(zone.peakBefore, decimals: 0), tableText(zone.peakAfter, decimals: 0),
        tableText(zone.ringBefore, decimals: 0), tableText(zone.ringAfter, decimals: 0),
      ])
    }
    return table.text
  }
}
