extension ContactProblem {
  /// Settles and tilts the foot until the pressure carries the force at the centre of pressure.
  ///
  /// Overclosure on the insole is `c = c0 + top + s + θx·(x − x̄) + θy·(y − ȳ)` with (x̄, ȳ) the centre of pressure, so
  /// that both moments about it vanish at balance. Pressure grows with c, so s, θx, θy minimise a convex energy:
  /// Newton with the analytic Jacobian, each step capped and searched along its line, cannot be lost in a valley.
  /// Where there is no minimum (centre of pressure outside the sole) it stops and says so in `converged`.
  ///
  /// - Parameter start: A solution of a neighbouring problem to start from.
  public func solved(from start: ContactSolution? = nil) -> ContactSolution {
    var columns = SeriesColumns(self)
    var near = start
    if let vectors = VectorColumns(self) {
      // Most steps are made eight columns at a time; double precision has the last word.
      var rough = roughSolver(vectors)
      near = rough.solution(from: start)
      columns.seed(rough.columns.states)
    }
    var solver = EquilibriumSolver(self, columns: columns)
    return solver.solution(from: near)
  }

  /// The same to `Equilibrium.roughTolerance`, in a fraction of the time.
  func roughlySolved(from start: ContactSolution?) -> ContactSolution {
    if let lanes = VectorColumns(self) {
      var solver = roughSolver(lanes)
      return solver.solution(from: start)
    }
    var solver = roughSolver(SeriesColumns(self, lastStep: Equilibrium.roughColumnStep))
    return solver.solution(from: start)
  }

  func roughSolver<Columns: ColumnField>(_ columns: Columns) -> EquilibriumSolver<Columns> {
    EquilibriumSolver(self, columns: columns, tolerance: Equilibrium.roughTolerance)
  }

  /// Settles the foot until the pressure carries the force, keeping its tilt; the moments are left as they come.
  ///
  /// `momentError` is then the distance of the centre of pressure from the problem's, and `converged` speaks of the
  /// force alone.
  public func settledWithoutTilt() -> ContactSolution {
    var solver = EquilibriumSolver(self, columns: SeriesColumns(self))
    return solver.settledSolution()
  }
}

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
