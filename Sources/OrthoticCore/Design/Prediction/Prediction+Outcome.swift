extension Prediction {
  /// Sets the loaded foot on the finished surfaces and reads the outcome by region and zone.
  public init(
    loading: FootLoading, offloading: Offloading, surfaces: InsoleSurfaces, prescription: Prescription,
    options: PredictionOptions = PredictionOptions()
  ) {
    let model = loading.model
    let insole = InsoleOnGrid(
      surfaces: surfaces, layout: model.layout, columnModulus: prescription.material.columnModulus)
    let columns = model.solutions(on: insole)
    var solved: FrameSolutions
    switch options.model {
    case .columns: solved = columns
    case .layer:
      let coupling = LateralCoupling(poissonRatio: prescription.material.poissonRatio)
      solved = model.solutions(on: insole, with: coupling, from: columns)
    }
    bends = false
    if let shell = insole.shell(of: prescription.material, layout: model.layout) {
      // A rigid layer does not spread load, so only bending is left to tell columns and shell apart.
      solved = model.solutions(
        on: insole, bending: shell, from: columns, loads: columns.decisiveLoads(in: loading.regions))
      bends = true
    }
    let before = model.before

    source = loading.source
    self.model = options.model
    self.before = before
    after = HeightGrid(layout: model.layout, values: solved.peak)
    let isBent = bends
    let byColumns = loading.regions.metrics(of: columns.peak)
    regions = zip(loading.regions.metrics(of: before.values), loading.regions.metrics(of: solved.peak)).enumerated()
      .map { number, pair in
        RegionOutcome(
          region: pair.0.region, before: pair.0.metrics, after: pair.1.metrics,
          afterByColumns: options.model == .columns && !isBent ? nil : byColumns[number].metrics)
      }
    zones = offloading.zones.map { zone in
      func peak(_ nodes: [Int], _ grid: [Double]) -> Double { nodes.reduce(0) { max($0, grid[$1]) } }
      return ZoneOutcome(
        name: zone.name, mode: (zone.hasRoom ? offloading.mode : .off).rawValue,
        area: Double(zone.nodes.count) * model.layout.cellArea, depth: zone.depth,
        peakBefore: peak(zone.nodes, before.values), peakAfter: peak(zone.nodes, solved.peak),
        ringBefore: peak(zone.ring, before.values), ringAfter: peak(zone.ring, solved.peak), zone: zone)
    }
    registration = loading.registration
    calibration = loading.plane
    balance = Balance(of: solved, model: model, length: loading.regions.length)
    peakArea = model.layout.cellArea
    centersOfPressure = model.loads.map(\.frame.centerOfPressure)
    unbalancedDraws = (0, 0)
    let patch = ArchPatch(loading: loading)
    arch = ArchOutcome(
      patch, contact: prescription.archContact ?? 1, pressure: solved.peak, cellArea: model.layout.cellArea)
    if options.draws > 0 {
      let bands = PredictionBands(
        model: model, regions: loading.regions, insole: insole, columns: columns, draws: options.draws)
      bands.fill(&self, target: prescription.offloadThreshold ?? Prescription.defaultOffloadThreshold, arch: patch)
    }
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
