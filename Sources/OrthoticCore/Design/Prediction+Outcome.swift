extension Prediction {
  /// Sets the loaded foot on the finished surfaces and reads the outcome by region and zone.
  public init(
    loading: FootLoading, offloading: Offloading, surfaces: InsoleSurfaces, prescription: Prescription
  ) {
    let model = loading.model
    let insole = InsoleOnGrid(
      surfaces: surfaces, layout: model.layout, columnModulus: prescription.material.columnModulus)
    let solved = model.solutions(on: insole)
    let after = HeightGrid(layout: model.layout, values: solved.peak)
    let before = model.before

    source = loading.source
    self.before = before
    self.after = after
    regions = zip(loading.regions.metrics(of: before.values), loading.regions.metrics(of: after.values)).map {
      RegionOutcome(region: $0.region, before: $0.metrics, after: $1.metrics)
    }
    zones = offloading.zones.map { zone in
      func peak(_ nodes: [Int], _ grid: HeightGrid) -> Double { nodes.reduce(0) { max($0, grid.values[$1]) } }
      return ZoneOutcome(
        name: zone.name, mode: prescription.offloadMode.rawValue,
        area: Double(zone.nodes.count) * model.layout.cellArea, depth: zone.depth,
        peakBefore: peak(zone.nodes, before), peakAfter: peak(zone.nodes, after),
        ringBefore: peak(zone.ring, before), ringAfter: peak(zone.ring, after), zone: zone)
    }
    registration = loading.registration
    calibration = loading.plane
    balance = Balance(
      force: model.loads.map(\.frame.force).max() ?? 0,
      forceError: solved.frames.map(\.forceError).max() ?? 0,
      momentError: solved.frames.map(\.momentError).max() ?? 0, converged: solved.unbalanced.isEmpty)
    peakArea = model.layout.cellArea
  }
}
