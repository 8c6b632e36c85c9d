extension ContactProblem {
  /// Settles and tilts the foot on a shell that bends, such as 3 mm of polypropylene under a free arch.
  ///
  /// The insole of the problem itself (thickness, modulus) is what lies on the shell, such as a top cover; its top moves down
  /// with the shell. Newton on the sag of every node and the three rigid motions together; the energy is convex.
  public func solved(on shell: Shell, from start: ContactSolution? = nil) -> ShellSolution {
    precondition(shell.thickness.count == layout.count, "one value per node")
    let rigid = start ?? solved()
    var solution = ShellSolution(contact: rigid, sag: [Double](repeating: 0, count: layout.count))
    let matrix = ShellMatrix(layout: layout, shell: shell)
    guard rigid.converged, force > 0, !matrix.nodes.isEmpty else { return solution }
    var solver = ShellSolver(self, matrix)
    solver.solve(from: rigid, into: &solution)
    return solution
  }
}

/// Newton's method on a shell's sag and a foot's motions.
private struct ShellSolver {
  private static let tolerance = 1e-8
  private static let largestStepCount = 60

  private let problem: ContactProblem
  private let matrix: ShellMatrix
  private let stiffness: BandedCholesky
  private var columns: [(node: Int, unknown: Int, x: Double, y: Double, column: SeriesColumn)] = []
  private let scale: Double

  private struct State {
    var sag: [Double]
    var motion: [3 of Double]
  }

  /// Gradient of the energy, N/1000 and N·mm/1000, and the columns' stiffness, all in the order of `columns`.
  private struct Gradient {
    var sag: [Double]
    var motion: [3 of Double]
    var stiffness: [Double]
    var pressure: [Double]
  }

  init(_ problem: ContactProblem, _ matrix: ShellMatrix) {
    self.problem = problem
    self.matrix = matrix
    stiffness = matrix.assembled()
    var moments = 0.0
    for node in 0..<problem.layout.count {
      guard let column = problem.column(node) else { continue }
      let arm = problem.layout.position(node) - problem.centerOfPressure
      columns.append((node, matrix.unknown[node], arm.x, arm.y, column))
      moments += arm.dot(arm)
    }
    scale = max((moments / Double(max(2 * columns.count, 1))).squareRoot(), problem.layout.spacing)
  }

  mutating func solve(from rigid: ContactSolution, into solution: inout ShellSolution) {
    let shift = problem.centerOfPressure - rigid.pole
    var state = State(
      sag: [Double](repeating: 0, count: matrix.nodes.count),
      motion: [
        rigid.settling + rigid.tiltX * shift.x + rigid.tiltY * shift.y, rigid.tiltX * scale, rigid.tiltY * scale,
      ])
    var gradient = gradient(state)
    var steps = 0
    while !isBalanced(gradient), steps < Self.largestStepCount {
      steps += 1
      guard let step = newtonStep(gradient) else { break }
      let slope = product(gradient, step)
      guard slope < 0 else { break }
      (state, gradient) = searched(from: state, along: step, slope: slope)
    }
    finish(state, gradient, steps, &solution)
  }

  private func gradient(_ state: State) -> Gradient {
    let area = problem.layout.cellArea
    var result = Gradient(
      sag: stiffness.multiplied(by: state.sag), motion: [-1000 * problem.force, 0, 0],
      stiffness: [Double](repeating: 0, count: columns.count),
      pressure: [Double](repeating: 0, count: columns.count))
    for (index, cell) in columns.enumerated() {
      var depth =
        problem.overclosure[cell.node] + problem.top[cell.node] + state.motion[0]
        + (state.motion[1] * cell.x + state.motion[2] * cell.y) / scale
      if cell.unknown >= 0 { depth -= state.sag[cell.unknown] }
      guard depth > 0 else { continue }
      let column = cell.column.state(at: depth)
      result.pressure[index] = column.pressure
      result.stiffness[index] = column.stiffness * area
      let load = column.pressure * area
      result.motion[0] += load
      result.motion[1] += load * cell.x / scale
      result.motion[2] += load * cell.y / scale
      if cell.unknown >= 0 { result.sag[cell.unknown] -= load }
    }
    return result
  }

  private func isBalanced(_ gradient: Gradient) -> Bool {
    let limit = Self.tolerance * 1000 * problem.force
    for index in 0..<3 where !(abs(gradient.motion[index]) <= limit) { return false }
    // Each node's own balance against the mean load of a node.
    let nodeLimit = 1e-6 * 1000 * problem.force / Double(max(matrix.nodes.count, 1))
    return gradient.sag.allSatisfy { abs($0) <= nodeLimit }
  }

  private func newtonStep(_ gradient: Gradient) -> State? {
    var added = [Double](repeating: 0, count: matrix.nodes.count)
    var coupling = [[Double]](repeating: added, count: 3)
    var small = [6 of Double](repeating: 0)
    for (index, cell) in columns.enumerated() where gradient.stiffness[index] > 0 {
      let k = gradient.stiffness[index]
      let x = cell.x / scale
      let y = cell.y / scale
      small[0] += k
      small[1] += k * x
      small[2] += k * y
      small[3] += k * x * x
      small[4] += k * x * y
      small[5] += k * y * y
      guard cell.unknown >= 0 else { continue }
      added[cell.unknown] += k
      coupling[0][cell.unknown] += k
      coupling[1][cell.unknown] += k * x
      coupling[2][cell.unknown] += k * y
    }
    var factor = stiffness
    // An unsupported, unloaded corner resists nothing: a touch of damping holds it.
    let trace = added.reduce(0, +) / Double(max(added.count, 1))
    factor.addDiagonal(added.map { $0 + 1e-9 * trace })
    guard factor.factorize() else { return nil }
    var free = gradient.sag.map { -$0 }
    factor.solve(&free)
    var answers = coupling
    for index in 0..<3 { factor.solve(&answers[index]) }
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let schur: [6 of Double] = [
      small[0] - dot(coupling[0], answers[0]), small[1] - dot(coupling[0], answers[1]),
      small[2] - dot(coupling[0], answers[2]), small[3] - dot(coupling[1], answers[1]),
      small[4] - dot(coupling[1], answers[2]), small[5] - dot(coupling[2], answers[2]),
    ]
    let right: [3 of Double] = [
      -gradient.motion[0] + dot(coupling[0], free), -gradient.motion[1] + dot(coupling[1], free),
      -gradient.motion[2] + dot(coupling[2], free),
    ]
    let motion = RigidMotions.solution(schur, right)
    guard motion[0].isFinite, motion[1].isFinite, motion[2].isFinite else { return nil }
    for index in free.indices {
      free[index] +=
        answers[0][index] * motion[0] + answers[1][index] * motion[1] + answers[2][index] * motion[2]
    }
    return State(sag: free, motion: motion)
  }

  private func product(_ gradient: Gradient, _ step: State) -> Double {
    var sum = zip(gradient.sag, step.sag).reduce(0) { $0 + $1.0 * $1.1 }
    for index in 0..<3 { sum += gradient.motion[index] * step.motion[index] }
    return sum
  }

  /// The whole step, or less where the energy's slope turns along it.
  private func searched(from state: State, along step: State, slope: Double) -> (State, Gradient) {
    var low = 0.0
    var high = 1.0
    var share = 1.0
    var trial = state
    var there = gradient(state)
    for _ in 0..<30 {
      trial.sag = zip(state.sag, step.sag).map { $0 + share * $1 }
      for index in 0..<3 { trial.motion[index] = state.motion[index] + share * step.motion[index] }
      there = gradient(trial)
      let here = product(there, step)
      if abs(here) <= -0.5 * slope || (share == 1 && here < 0) { break }
      if here > 0 { high = share } else { low = share }
      share = (low + high) / 2
    }
    return (trial, there)
  }

  private func finish(_ state: State, _ gradient: Gradient, _ steps: Int, _ solution: inout ShellSolution) {
    var pressure = [Double](repeating: 0, count: problem.layout.count)
    for (index, cell) in columns.enumerated() { pressure[cell.node] = gradient.pressure[index] }
    for (index, node) in matrix.nodes.enumerated() { solution.sag[node] = state.sag[index] }
    let (carried, center) = Calibration.resultant(problem.layout, pressure)
    solution.contact = ContactSolution(
      pressure: pressure, settling: state.motion[0], tiltX: state.motion[1] / scale, tiltY: state.motion[2] / scale,
      iterations: steps, forceError: abs(carried / problem.force - 1),
      momentError: (center - problem.centerOfPressure).length, converged: isBalanced(gradient),
      pole: problem.centerOfPressure)
  }
}
