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
    if var columns = vectors.take() {
      columns.place(problem, shift: shift)
      var solver = problem.roughSolver(consume columns)
      near = solver.solution(from: start)
      vectors = solver.columns
      if isRough, let near { return near }
    }
    var columns = series.take() ?? SeriesColumns(problem, nodes: nodes)
    columns.place(problem, shift: shift)
    if let vectors { columns.seed(vectors) }
    var solver = EquilibriumSolver(
      problem, columns: consume columns, tolerance: isRough ? Equilibrium.roughTolerance : Equilibrium.tolerance)
    let solution = solver.solution(from: near)
    series = solver.columns
    return solution
  }
}
