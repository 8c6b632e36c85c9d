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
    balance = Balance(of: solved, model: model, length: loading.regions.length)
    peakArea = model.layout.cellArea
    centersOfPressure = model.loads.map(\.frame.centerOfPressure)
  }
}

extension Prediction.Balance {
  /// Sums up the pressures of every balanced load and compares them with what the load asks for.
  init(of solved: FrameSolutions, model: PressureModel, length: Double) {
    load = 0
    force = 0
    momentX = 0
    momentY = 0
    converged = solved.unbalanced.isEmpty
    for (solution, wanted) in zip(solved.frames, model.loads) where solution.converged && wanted.frame.force > 0 {
      var (sum, alongX, alongY) = (0.0, 0.0, 0.0)
      for (index, pressure) in solution.pressure.enumerated() where pressure > 0 {
        let place = model.layout.position(index)
        sum += pressure
        alongX += pressure * (place.x - wanted.frame.centerOfPressure.x)
        alongY += pressure * (place.y - wanted.frame.centerOfPressure.y)
      }
      // kPa · mm² = mN
      let area = model.layout.cellArea / 1000
      load = max(load, wanted.frame.force)
      force = max(force, abs(sum * area - wanted.frame.force) / wanted.frame.force)
      momentX = max(momentX, abs(alongX * area) / (wanted.frame.force * length))
      momentY = max(momentY, abs(alongY * area) / (wanted.frame.force * length))
    }
  }
}
