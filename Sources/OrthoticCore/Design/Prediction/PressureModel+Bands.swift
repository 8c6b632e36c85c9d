extension PressureModel {
  /// The pictures of peaks that the draws of a sensitivity set give on an insole, by columns.
  ///
  /// - Parameters:
  ///   - columns: The nominal answers to start from.
  ///   - loads: The loads to go through; a draw that one of them cannot balance counts as unbalanced.
  public func bands(
    on insole: InsoleOnGrid, from columns: FrameSolutions, loads chosen: [Int], draws: [SensitivityDraw]
  ) -> Bands {
    let device = problem(on: insole)
    var answers = [[Double]?](repeating: [Double](repeating: 0, count: layout.count), count: draws.count)
    // The scan is laid under the whole picture, once for each draw's tissue.
    let planes = Parallel.map(count: draws.count) { standingPlane(tissue: draws[$0].tissue(tissue)) }
    for number in chosen {
      let load = loads[number]
      let problem = device.loaded(by: load.frame)
      let found = problem.pressures(over: draws, from: columns.frames[number]) { index, tissue in
        recalibrated(load, draws[index], tissue, plane: planes[index])
      }
      for draw in answers.indices {
        if let picture = answers[draw], let pressure = found[draw] {
          answers[draw] = Self.higher(picture, shown(pressure, of: load, draws[draw]))
        } else {
          answers[draw] = nil
        }
      }
    }
    return Bands(draws: draws, pressures: answers)
  }

  /// The same foot on another tissue, calibrated anew, so that "before" stays what was measured.
  package func varied(by draw: SensitivityDraw) -> PressureModel {
    let varied = draw.tissue(tissue)
    let plane = standingPlane(tissue: varied)
    let anew = loads.map { load in
      let found = recalibrated(load, draw, varied, plane: plane)
      var load = load
      load.frame.overclosure = found.overclosure
      load.frame.force = found.force
      load.frame.centerOfPressure = found.centerOfPressure
      if !found.rayLoads.isEmpty { load.frame.rayLoads = found.rayLoads }
      return load
    }
    var model = PressureModel(layout: layout, tissue: varied, loads: anew, sole: sole, picture: before.values)
    model.carriers = carriers
    return model
  }

  /// How the scan lies under the picture of peaks; `nil` where each load says so itself.
  private func standingPlane(tissue: TissueField) -> StandingPlane? {
    guard sole.phases != nil else { return nil }
    return Calibration.measured(
      layout: layout, pressure: before.values, plantarHeight: sole.plantarHeight, tissue: tissue,
      gapShare: sole.scanLoad.gapShare, archWeight: sole.archWeight
    ).plane
  }

  /// A load calibrated on a draw.
  private func recalibrated(
    _ load: Load, _ draw: SensitivityDraw, _ tissue: TissueField, plane: StandingPlane?
  ) -> ContactProblem.Recalibration {
    if let plane, let instant = StancePhases.instants.firstIndex(of: load.instant) {
      let frame = sole.calibrated(
        picture: before.values, instant: instant, layout: layout, tissue: tissue, plane: plane,
        contrast: draw.phaseContrast
      ).frame
      return ContactProblem.Recalibration(
        overclosure: frame.overclosure ?? [], force: frame.force, centerOfPressure: frame.centerOfPressure,
        rayLoads: frame.rayLoads ?? [])
    }
    let overclosure = Calibration.measured(
      layout: layout, pressure: load.pressure, plantarHeight: sole.plantarHeight, tissue: tissue,
      gapShare: sole.scanLoad.gapShare, archWeight: sole.archWeight
    ).overclosure
    return ContactProblem.Recalibration(
      overclosure: overclosure, force: load.frame.force, centerOfPressure: load.frame.centerOfPressure,
      rayLoads: load.frame.rayLoads ?? [])
  }

  /// A draw's pressure as the picture of peaks shows it.
  private func shown(_ pressure: [Double], of load: Load, _ draw: SensitivityDraw) -> [Double] {
    guard load.frame.gain != nil, let gains = sole.phases?.rows(contrast: draw.phaseContrast).gains else {
      return pressure
    }
    return pressure.indices.map { pressure[$0] * gains[$0 / layout.columns] }
  }

  /// The higher pressure at each node.
  static func higher(_ first: [Double], _ second: [Double]) -> [Double] { zip(first, second).map { max($0, $1) } }
}
