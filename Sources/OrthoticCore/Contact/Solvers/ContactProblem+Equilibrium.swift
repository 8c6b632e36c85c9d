extension ContactProblem {
  /// Settles and tilts the foot until the pressure carries the force at the centre of pressure.
  ///
  /// Overclosure on the insole is `c = c0 + top + s + θx·(x − x̄) + θy·(y − ȳ)` with (x̄, ȳ) the centre of pressure, so
  /// that both moments about it vanish at balance. Pressure grows with c, so s, θx, θy minimise a convex energy:
  /// Newton with the analytic Jacobian, each step capped and searched along its line, cannot be lost in a valley.
  /// Where there is no minimum (centre of pressure outside the sole) it stops and says so in `converged`.
  ///
  /// - Parameter start: A solution of a neighbouring problem to start from.
  package func solved(from start: ContactSolution? = nil) -> ContactSolution {
    var columns = PreparedColumns(self)
    return columns.solution(of: self, from: start, isRough: false)
  }

  /// The same to `Equilibrium.roughTolerance`, in a fraction of the time.
  func roughlySolved(from start: ContactSolution?) -> ContactSolution {
    var columns = PreparedColumns(self)
    return columns.solution(of: self, from: start, isRough: true)
  }

  func roughSolver<Columns: ColumnField>(_ columns: consuming Columns) -> EquilibriumSolver<Columns> {
    EquilibriumSolver(self, columns: columns, tolerance: Equilibrium.roughTolerance)
  }

  /// Settles the foot until the pressure carries the force, keeping its tilt; the moments are left as they come.
  ///
  /// `momentError` is then the distance of the centre of pressure from the problem's, and `converged` speaks of the
  /// force alone.
  package func settledWithoutTilt() -> ContactSolution {
    var solver = EquilibriumSolver(self, columns: SeriesColumns(self))
    return solver.settledSolution()
  }
}
