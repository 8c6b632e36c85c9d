/// The pressures after, once for each draw of the sensitivity set.
package struct Bands: Sendable {
  /// The draws that found a balance.
  public private(set) var draws: [SensitivityDraw] = []
  /// Their numbers in the set.
  private(set) var numbers: [Int] = []
  /// Pressure at each node for each of them, kPa.
  public private(set) var pressures: [[Double]] = []
  /// How many draws found none.
  public private(set) var unbalanced = 0
  private let surface: ResponseSurface?

  /// Gathers answers: one per draw, `nil` where there is no balance.
  package init(draws: [SensitivityDraw], pressures answers: [[Double]?]) {
    precondition(draws.count == answers.count, "one answer per draw")
    for (number, (draw, answer)) in zip(draws, answers).enumerated() {
      if let answer {
        self.draws.append(draw)
        numbers.append(number)
        pressures.append(answer)
      } else {
        unbalanced += 1
      }
    }
    surface = ResponseSurface(draws: self.draws)
  }

  /// The band of any number computed from a pressure picture, such as a region's peak or its change.
  package func band(of number: ([Double]) -> Double) -> Band? { band(ofValues: pressures.map(number)) }

  /// The band of a number whose values at the draws are known.
  ///
  /// The tails of 64 draws are known to ± 4 % of the draws only; the smooth part of the number's dependence on the unknowns,
  /// fitted to the draws, fills the box evenly with 16 times as many and settles them to about 1 %.
  package func band(ofValues values: [Double]) -> Band? { Band(of: surface?.resampled(values) ?? values) }

  /// Share of the draws for which a verdict holds, 0 to 1, such as "peak below 200 kPa".
  package func share(where verdict: ([Double]) -> Bool) -> Double {
    pressures.isEmpty ? 0 : Double(pressures.count(where: verdict)) / Double(pressures.count)
  }
}
