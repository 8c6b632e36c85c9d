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
    var columns = PreparedColumns(self)
    return columns.solution(of: self, from: start, isRough: false)
  }

  /// The same to `Equilibrium.roughTolerance`, in a fraction of the time.
  func roughlySolved(from start: ContactSolution?) -> ContactSolution {
    var columns = PreparedColumns(self)
    return columns.solution(of: self, from: start, isRough: true)
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

/// The columns of a foot on an insole, prepared once for any number of instants.
struct PreparedColumns {
  private var vectors: VectorColumns?
  private var series: SeriesColumns?
  private let center: Vector2
  private let nodes: [Int]

  /// Prepares the columns of a problem.
  ///
  /// - Parameter frames: The instants to come; a node that none of them lets touch is left out.
  init(_ problem: ContactProblem, frames: [LoadFrame] = []) {
    center = problem.centerOfPressure
    var any = problem
    for frame in frames {
      guard let overclosure = frame.overclosure else { continue }
      for node in overclosure.indices where overclosure[node] > any.overclosure[node] {
        any.overclosure[node] = overclosure[node]
      }
    }
    nodes = any.contactNodes
    vectors = VectorColumns(problem, nodes: nodes)
  }

  /// Balances an instant of the problem that was prepared: another force, centre of pressure and overclosure.
  ///
  /// Most steps are made eight columns at a time in single precision; double precision has the last word, unless a rough answer does.
  mutating func solution(
    of problem: ContactProblem, from start: ContactSolution?, isRough: Bool
  ) -> ContactSolution {
    let shift = problem.centerOfPressure - center
    var near = start
    var states: [(state: SeriesColumn.State, tried: Double)]?
    if var columns = vectors.take() {
      columns.place(problem, shift: shift)
      var solver = problem.roughSolver(columns)
      near = solver.solution(from: start)
      vectors = solver.columns
      if isRough, let near { return near }
      states = solver.columns.states
    }
    var columns = series.take() ?? SeriesColumns(problem, nodes: nodes)
    columns.place(problem, shift: shift)
    if let states { columns.seed(states) }
    var solver = EquilibriumSolver(
      problem, columns: columns, tolerance: isRough ? Equilibrium.roughTolerance : Equilibrium.tolerance)
    let solution = solver.solution(from: near)
    series = solver.columns
    return solution
  }
}

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
