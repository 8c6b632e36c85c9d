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
    for number in chosen {
      let load = loads[number]
      var problem = device
      problem.force = load.frame.force
      problem.centerOfPressure = load.frame.centerOfPressure
      problem.overclosure = load.frame.overclosure ?? problem.overclosure
      let found = problem.pressures(over: draws, from: columns.frames[number]) { tissue in
        Calibration.measured(
          layout: layout, pressure: load.pressure, plantarHeight: sole.plantarHeight, tissue: tissue,
          gapShare: sole.scanLoad.gapShare, archWeight: sole.archWeight
        ).overclosure
      }
      for draw in answers.indices {
        if let picture = answers[draw], let pressure = found[draw] {
          answers[draw] = Self.higher(picture, pressure)
        } else {
          answers[draw] = nil
        }
      }
    }
    return Bands(draws: draws, pressures: answers)
  }

  /// The higher pressure at each node.
  static func higher(_ first: [Double], _ second: [Double]) -> [Double] { zip(first, second).map { max($0, $1) } }
}
