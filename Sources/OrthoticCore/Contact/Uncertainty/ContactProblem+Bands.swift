extension ContactProblem {
  /// Solves the problem for each draw of the sensitivity set.
  ///
  /// For each, the tissue is changed and the foot calibrated anew, so that "before" stays the measurement; then the
  /// insole, the load and the centre of pressure are changed and the foot settles on the insole, starting from the
  /// nominal answer.
  ///
  /// - Parameters:
  ///   - draws: The set.
  ///   - nominal: The nominal solution to start from.
  ///   - recalibrated: The overclosure that a tissue means: `Calibration.measured(…, tissue: $0, …).overclosure`.
  public func bands(
    over draws: [SensitivityDraw] = SensitivityDraw.set(), from nominal: ContactSolution,
    recalibrated: @Sendable (TissueField) -> [Double]
  ) -> Bands {
    Bands(draws: draws, pressures: pressures(over: draws, from: nominal, recalibrated: recalibrated))
  }

  /// The pressure for each draw, `nil` where it found no balance; see `bands`.
  public func pressures(
    over draws: [SensitivityDraw], from nominal: ContactSolution, recalibrated: @Sendable (TissueField) -> [Double]
  ) -> [[Double]?] {
    let radius = Self.gyration(layout, nominal.pressure)
    let tissue = TissueField(
      thickness: tissueThickness, stiffness: tissueStiffness, exponent: tissueExponent)
    // An eighth of the draws to a chunk: fixed by the set, not by the threads.
    let chunk = max(1, (draws.count + 7) / 8)
    let chunks = (draws.count + chunk - 1) / chunk
    return Parallel.map(count: chunks) { number in
      var lanes = VectorColumns(self)
      return draws[(number * chunk)..<min((number + 1) * chunk, draws.count)].map { draw -> [Double]? in
        var problem = self
        let varied = tissue.scaled(thickness: draw.tissueThickness, stiffness: draw.tissueStiffness)
        problem.overclosure = recalibrated(varied)
        problem.force = force * draw.load
        let shift = Vector2(radius.x * draw.shiftX, radius.y * draw.shiftY)
        problem.centerOfPressure = centerOfPressure + shift
        if var columns = lanes {
          lanes = nil
          columns.vary(draw, overclosure: { problem.overclosure[$0] + problem.top[$0] }, shift: shift)
          var solver = problem.roughSolver(columns)
          let solution = solver.solution(from: nominal)
          lanes = solver.columns
          return solution.converged ? solution.pressure : nil
        }
        problem.tissueThickness = varied.thickness
        problem.tissueStiffness = varied.stiffness
        problem.insoleModulus = insoleModulus.map { $0 * draw.insoleModulus }
        let solution = problem.roughlySolved(from: nominal)
        return solution.converged ? solution.pressure : nil
      }
    }.flatMap { $0 }
  }

  /// Radii of gyration of a pressure about its centre, mm.
  static func gyration(_ layout: GridLayout, _ pressure: [Double]) -> Vector2 {
    let (_, center) = Calibration.resultant(layout, pressure)
    var sum = 0.0
    var square = Vector2(0, 0)
    for node in 0..<layout.count where pressure[node] > 0 {
      let arm = layout.position(node) - center
      sum += pressure[node]
      square = square + Vector2(arm.x * arm.x, arm.y * arm.y) * pressure[node]
    }
    guard sum > 0 else { return Vector2(0, 0) }
    return Vector2((square.x / sum).squareRoot(), (square.y / sum).squareRoot())
  }
}
