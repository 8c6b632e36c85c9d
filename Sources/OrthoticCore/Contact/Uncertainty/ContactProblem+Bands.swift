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
  ///   - recalibrated: What a draw, by its number, and its tissue mean for the foot on the floor.
  public func bands(
    over draws: [SensitivityDraw] = SensitivityDraw.set(), from nominal: ContactSolution,
    recalibrated: @Sendable (Int, TissueField) -> Recalibration
  ) -> Bands {
    Bands(draws: draws, pressures: pressures(over: draws, from: nominal, recalibrated: recalibrated))
  }

  /// The same for a foot whose force and rays hang on no draw.
  ///
  /// - Parameter recalibrated: The overclosure that a tissue means: `Calibration.measured(…, tissue: $0, …).overclosure`.
  public func bands(
    over draws: [SensitivityDraw] = SensitivityDraw.set(), from nominal: ContactSolution,
    recalibrated: @Sendable (TissueField) -> [Double]
  ) -> Bands {
    bands(over: draws, from: nominal) { _, tissue in
      Recalibration(
        overclosure: recalibrated(tissue), force: force, centerOfPressure: centerOfPressure, rayLoads: rayLoads)
    }
  }

  /// A foot calibrated anew: overclosure, force, N, centre of pressure and the loads of the rays, N.
  public struct Recalibration: Sendable {
    /// Overclosure at each node, mm.
    public var overclosure: [Double]
    /// Force, N.
    public var force: Double
    /// Where it acts, mm.
    public var centerOfPressure: Vector2
    /// What the rays bear at rest, N; empty for a rigid foot.
    public var rayLoads: [Double]

    /// Creates it from its parts.
    public init(overclosure: [Double], force: Double, centerOfPressure: Vector2, rayLoads: [Double]) {
      self.overclosure = overclosure
      self.force = force
      self.centerOfPressure = centerOfPressure
      self.rayLoads = rayLoads
    }
  }

  /// The pressure for each draw, `nil` where it found no balance; see `bands`.
  public func pressures(
    over draws: [SensitivityDraw], from nominal: ContactSolution,
    recalibrated: @Sendable (Int, TissueField) -> Recalibration
  ) -> [[Double]?] {
    let radius = Self.gyration(layout, nominal.pressure)
    let tissue = TissueField(
      thickness: tissueThickness, stiffness: tissueStiffness, exponent: tissueExponent)
    // An eighth of the draws to a chunk: fixed by the set, not by the threads.
    let chunk = max(1, (draws.count + 7) / 8)
    let chunks = (draws.count + chunk - 1) / chunk
    return Parallel.map(count: chunks) { number in
      var lanes = VectorColumns(self)
      return ((number * chunk)..<min((number + 1) * chunk, draws.count)).map { index -> [Double]? in
        let draw = draws[index]
        var problem = self
        let varied = draw.tissue(tissue)
        let anew = recalibrated(index, varied)
        problem.overclosure = anew.overclosure
        problem.force = anew.force * draw.load
        problem.rays = rays?.scaled(by: draw.rayStiffness)
        if !anew.rayLoads.isEmpty { problem.rayLoads = anew.rayLoads.map { $0 * draw.load } }
        problem.centerOfPressure =
          anew.centerOfPressure + Vector2(radius.x * draw.shiftX, radius.y * draw.shiftY)
        let shift = problem.centerOfPressure - centerOfPressure
        if var columns = lanes {
          lanes = nil
          columns.vary(draw, overclosure: { problem.overclosure[$0] + problem.top[$0] }, shift: shift)
          var solver = problem.roughSolver(consume columns)
          let solution = solver.solution(from: nominal)
          lanes = solver.columns
          return solution.converged ? solution.pressure : nil
        }
        problem.tissueThickness = varied.thickness
        problem.tissueStiffness = varied.stiffness
        problem.insoleModulus = insoleModulus.map { $0 * draw.insoleModulus }
        problem.cover.modulus = cover.modulus * draw.insoleModulus
        problem.densificationStrain = densificationStrain.map { draw.densificationStrain($0) }
        problem.cover.densificationStrain = draw.densificationStrain(cover.densificationStrain)
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
