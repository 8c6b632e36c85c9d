/// How closely a balance is sought.
enum Equilibrium {
  /// Relative tolerance on force and moments of a prediction.
  static let tolerance = 1e-8
  /// The same where the answer is needed to a per cent: a draw of a sensitivity set, the dose of a pocket.
  static let roughTolerance = 1e-5
  /// `SeriesColumn`'s last step for such an answer: pressures are good to about 1e-6.
  static let roughColumnStep = 3e-4
  /// Newton needs 4–10 steps where a balance exists.
  static let largestStepCount = 100
  /// Line search trials per step.
  static let largestTrialCount = 40
}
