/// How closely a balance is sought.
enum Equilibrium {
  /// Relative tolerance on force and moments of a prediction.
  static let tolerance = 1e-8
  /// The same where the answer is needed to a per cent: a draw of a sensitivity set, the dose of a pocket.
  static let roughTolerance = 1e-5
  /// Newton needs 4–10 steps where a balance exists.
  static let largestStepCount = 100
  /// Line search trials per step.
  static let largestTrialCount = 40
}
