extension Prediction {
  /// Sets the loaded foot on the finished surfaces and reads the outcome by region and zone.
  ///
  /// - Parameter regions: The regions of the foot on the device, its pads left out of the heads; by default the foot's own.
  package init(
    loading: FootLoading, offloading: Offloading, surfaces: InsoleSurfaces, prescription: Prescription,
    regions places: FootRegions? = nil, options: PredictionOptions = PredictionOptions()
  ) {
    let places = places ?? loading.regions
    let model = loading.model
    let insole = InsoleOnGrid(
      surfaces: surfaces, layout: model.layout, prescription: prescription)
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
        on: insole, bending: shell, from: columns, loads: columns.decisiveLoads(of: model.loads, in: loading.regions))
      bends = true
    }
    let before = model.before

    source = loading.source
    self.model = options.model
    self.before = before
    after = HeightGrid(layout: model.layout, values: solved.peak)
    let isBent = bends
    // What a picture of peaks sums up to is compared with what such a picture sums up to; frames have forces of their own.
    let isPicture = model.sole.phases != nil
    let byColumns = places.metrics(of: columns.peak, instants: isPicture ? [] : columns.instants)
    let measured = places.metrics(of: before.values, instants: isPicture ? [] : model.loads.map(\.pressure))
    let predicted = places.metrics(of: solved.peak, instants: isPicture ? [] : solved.instants)
    let pictures = zip(model.loads, solved.frames).map { $1.converged ? $0.frame.picture(of: $1.pressure) : [] }
    regions = zip(measured, predicted).enumerated().map { number, pair in
      RegionOutcome(
        region: pair.0.region, before: pair.0.metrics, after: pair.1.metrics,
        afterByColumns: options.model == .columns && !isBent ? nil : byColumns[number].metrics,
        decisive: places.part(pair.0.region).flatMap { part in
          Self.decisiveInstant(part, pictures).map { load in
            RegionOutcome.Decisive(
              instant: model.loads[load].instant, forceBefore: part.force(of: model.loads[load].pressure),
              forceAfter: part.force(of: solved.frames[load].pressure))
          }
        })
    }
    zones = offloading.zones.map { zone in
      let (inside, around) = (places.part(of: zone.nodes), places.part(of: zone.ring))
      return ZoneOutcome(
        name: zone.name, mode: (zone.hasRoom ? offloading.mode : .off).rawValue,
        area: Double(zone.nodes.count) * model.layout.cellArea, depth: zone.depth,
        peakBefore: inside.peak(of: before.values), peakAfter: inside.peak(of: solved.peak),
        ringBefore: around.peak(of: before.values), ringAfter: around.peak(of: solved.peak), zone: zone)
    }
    var crushed: [FootRegion: Double] = [:]
    for node in model.problem(on: insole).bottomedNodes(under: solved.peak) {
      crushed[places.name(of: node), default: 0] += model.layout.cellArea / 100
    }
    bottomed = places.regions.compactMap { region in crushed[region].map { (region, $0) } }
      .filter { $0.1 >= Self.leastBottomedArea }.sorted { $0.1 > $1.1 }
    registration = loading.registration
    calibration = loading.plane
    balance = Balance(of: solved, model: model, length: loading.regions.length)
    parts = places
    peakArea = places.window.area
    centersOfPressure = model.loads.map(\.frame.centerOfPressure)
    unbalancedDraws = (0, 0)
    let patch = ArchPatch(loading: loading, regions: places)
    arch = ArchOutcome(
      patch, contact: prescription.archContact ?? 1, pressure: solved.peak, cellArea: model.layout.cellArea)
    if options.draws > 0 {
      let bands = PredictionBands(
        model: model, regions: places, insole: insole, columns: columns, draws: options.draws)
      bands.fill(&self, target: prescription.offloadThreshold ?? Prescription.defaultOffloadThreshold, arch: patch)
    }
  }
}

extension Prediction {
  /// Foam squeezed flat over less than this is not worth a word, cm².
  private static let leastBottomedArea = 0.5

  /// The load in which a part is pressed most; `nil` where it never is.
  fileprivate static func decisiveInstant(_ part: SolePart, _ pictures: [[Double]]) -> Int? {
    var best: (load: Int, peak: Double)?
    for (load, picture) in pictures.enumerated() where !picture.isEmpty {
      let peak = part.nodes.reduce(0) { max($0, picture[$1]) }
      if peak > best?.peak ?? 0 { best = (load, peak) }
    }
    return best?.load
  }
}

extension FrameSolutions {
  /// Pressures of the instants that balance.
  fileprivate var instants: [[Double]] { frames.filter(\.converged).map(\.pressure) }
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
        let pressure = pressure * model.sole.cellShare[index]
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
