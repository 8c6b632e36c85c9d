/// A number with the range that the model's unknowns leave it.
public struct Band: Equatable, Sendable {
  /// Middle of the draws.
  public var median: Double
  /// 5 % of the draws lie below.
  public var low: Double
  /// 5 % of the draws lie above.
  public var high: Double

  /// Creates a band from its parts.
  public init(median: Double, low: Double, high: Double) {
    self.median = median
    self.low = low
    self.high = high
  }

  /// The band of some values; `nil` without any finite one.
  ///
  /// Quantiles at p·(n + 1), because a new draw then lies below the p-quantile with probability p.
  public init?(of values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count + 1) - 1
      if place <= 0 { return first }
      let index = Int(place)
      if index >= sorted.count - 1 { return last }
      return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
    }
    self.init(median: quantile(0.5), low: quantile(0.05), high: quantile(0.95))
  }

  /// Whether a value lies in the band.
  public func contains(_ value: Double) -> Bool { value >= low && value <= high }
}

/// The pressures after, once for each draw of the sensitivity set.
public struct Bands: Sendable {
  /// The draws that found a balance.
  public private(set) var draws: [SensitivityDraw] = []
  /// Pressure at each node for each of them, kPa.
  public private(set) var pressures: [[Double]] = []
  /// How many draws found none.
  public private(set) var unbalanced = 0
  private let surface: ResponseSurface?

  /// Gathers answers: one per draw, `nil` where there is no balance.
  public init(draws: [SensitivityDraw], pressures answers: [[Double]?]) {
    precondition(draws.count == answers.count, "one answer per draw")
    for (draw, answer) in zip(draws, answers) {
      if let answer {
        self.draws.append(draw)
        pressures.append(answer)
      } else {
        unbalanced += 1
      }
    }
    surface = ResponseSurface(draws: self.draws)
  }

  /// The band of any number computed from a pressure picture, such as a region's peak or its change.
  public func band(of number: ([Double]) -> Double) -> Band? { band(ofValues: pressures.map(number)) }

  /// The band of a number whose values at the draws are known.
  ///
  /// The tails of 64 draws are known to ± 4 % of the draws only; the smooth part of the number's dependence on the unknowns,
  /// fitted to the draws, fills the box evenly with 16 times as many and settles them to about 1 %.
  public func band(ofValues values: [Double]) -> Band? { Band(of: surface?.resampled(values) ?? values) }

  /// Share of the draws for which a verdict holds, 0 to 1, such as "peak below 200 kPa".
  public func share(where verdict: ([Double]) -> Bool) -> Double {
    pressures.isEmpty ? 0 : Double(pressures.count(where: verdict)) / Double(pressures.count)
  }
}

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
