extension ContactProblem {
  /// Settles and tilts the foot on a shell that bends, such as 3 mm of polypropylene under a free arch.
  ///
  /// The insole of the problem itself (thickness, modulus) is what lies on the shell, such as a top cover; its top moves down
  /// with the shell. Newton on the sag of every node and the three rigid motions together; the energy is convex.
  package func solved(on shell: Shell, from start: ContactSolution? = nil) -> ShellSolution {
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

/// Newton's method on a shell's sag and a foot's motions: settling, two tilts, and the lifts of the rays where it has any.
private struct ShellSolver {
  private static let tolerance = 1e-8
  private static let largestStepCount = 60

  private let problem: ContactProblem
  private let matrix: ShellMatrix
  private let stiffness: BandedCholesky
  private var columns: [Cell] = []
  private let motionCount: Int
  private let scale: Double

  private struct Cell {
    var node: Int
    /// Number among the shell's sags, or -1 beside it.
    var unknown: Int
    /// How far each motion presses the node on, mm by mm.
    var motions: [Double]
    var column: SeriesColumn
    /// Area, mm².
    var area: Double
  }

  private struct State {
    var sag: [Double]
    /// Settling, scaled tilts, lifts, mm.
    var motion: [Double]
  }

  /// Gradient of the energy, N/1000 and N·mm/1000, and the columns' stiffness, all in the order of `columns`.
  private struct Gradient {
    var sag: [Double]
    var motion: [Double]
    var stiffness: [Double]
    var pressure: [Double]
  }

  init(_ problem: ContactProblem, _ matrix: ShellMatrix) {
    self.problem = problem
    self.matrix = matrix
    stiffness = matrix.assembled()
    motionCount = problem.rays == nil ? 3 : 3 + RaySprings.count
    let layout = problem.layout
    let solid = (0..<layout.count).compactMap { node in problem.column(node).map { (node, $0) } }
    let arms = solid.map { layout.position($0.0) - problem.centerOfPressure }
    let moments = arms.reduce(0) { $0 + $1.dot($1) }
    scale = max((moments / Double(max(2 * solid.count, 1))).squareRoot(), layout.spacing)
    for ((node, column), arm) in zip(solid, arms) {
      var motions = [1, arm.x / scale, arm.y / scale]
      if let rays = problem.rays {
        motions += [Double](repeating: 0, count: RaySprings.count)
        motions[3 + rays.first[node]] -= rays.leverage[node]
        motions[4 + rays.first[node]] -= rays.nextLeverage[node]
      }
      columns.append(
        Cell(
          node: node, unknown: matrix.unknown[node], motions: motions, column: column,
          area: layout.cellArea * problem.cellShare[node]))
    }
  }

  mutating func solve(from rigid: ContactSolution, into solution: inout ShellSolution) {
    let shift = problem.centerOfPressure - rigid.pole
    var state = State(
      sag: [Double](repeating: 0, count: matrix.nodes.count),
      motion: [
        rigid.settling + rigid.tiltX * shift.x + rigid.tiltY * shift.y, rigid.tiltX * scale, rigid.tiltY * scale,
      ])
    if problem.rays != nil {
      state.motion +=
        rigid.rayLifts.count == RaySprings.count ? rigid.rayLifts : [Double](repeating: 0, count: RaySprings.count)
    }
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
    var result = Gradient(
      sag: stiffness.multiplied(by: state.sag), motion: [Double](repeating: 0, count: motionCount),
      stiffness: [Double](repeating: 0, count: columns.count),
      pressure: [Double](repeating: 0, count: columns.count))
    result.motion[0] = -1000 * problem.force
    if let rays = problem.rays {
      for ray in 0..<RaySprings.count {
        var spring = problem.rayLoads[ray]
        for other in 0..<RaySprings.count {
          spring += rays.stiffness[ray * RaySprings.count + other] * state.motion[3 + other]
        }
        result.motion[3 + ray] = 1000 * spring
      }
    }
    for (index, cell) in columns.enumerated() {
      var depth = problem.overclosure[cell.node] + problem.top[cell.node]
      for motion in 0..<motionCount { depth += state.motion[motion] * cell.motions[motion] }
      if cell.unknown >= 0 { depth -= state.sag[cell.unknown] }
      guard depth > 0 else { continue }
      let column = cell.column.state(at: depth)
      result.pressure[index] = column.pressure
      result.stiffness[index] = column.stiffness * cell.area
      let load = column.pressure * cell.area
      for motion in 0..<motionCount { result.motion[motion] += load * cell.motions[motion] }
      if cell.unknown >= 0 { result.sag[cell.unknown] -= load }
    }
    return result
  }

  private func isBalanced(_ gradient: Gradient) -> Bool {
    let limit = Self.tolerance * 1000 * problem.force
    for index in 0..<motionCount where !(abs(gradient.motion[index]) <= limit) { return false }
    // Each node's own balance against the mean load of a node.
    let nodeLimit = 1e-6 * 1000 * problem.force / Double(max(matrix.nodes.count, 1))
    return gradient.sag.allSatisfy { abs($0) <= nodeLimit }
  }

  private func newtonStep(_ gradient: Gradient) -> State? {
    let n = motionCount
    var added = [Double](repeating: 0, count: matrix.nodes.count)
    var coupling = [[Double]](repeating: added, count: n)
    // The lower half, row by row.
    var small = [Double](repeating: 0, count: n * n)
    for (index, cell) in columns.enumerated() where gradient.stiffness[index] > 0 {
      let k = gradient.stiffness[index]
      for row in 0..<n where cell.motions[row] != 0 {
        let pull = k * cell.motions[row]
        for column in 0...row { small[row * n + column] += pull * cell.motions[column] }
        if cell.unknown >= 0 { coupling[row][cell.unknown] += pull }
      }
      if cell.unknown >= 0 { added[cell.unknown] += k }
    }
    if let rays = problem.rays {
      for row in 0..<RaySprings.count {
        for column in 0...row {
          small[(3 + row) * n + 3 + column] += 1000 * rays.stiffness[row * RaySprings.count + column]
        }
      }
    }
    var factor = stiffness
    // An unsupported, unloaded corner resists nothing: a touch of damping holds it.
    let trace = added.reduce(0, +) / Double(max(added.count, 1))
    factor.addDiagonal(added.map { $0 + 1e-9 * trace })
    guard factor.factorize() else { return nil }
    var free = gradient.sag.map { -$0 }
    factor.solve(&free)
    var answers = coupling
    for index in 0..<n { factor.solve(&answers[index]) }
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    var right = (0..<n).map { dot(coupling[$0], free) - gradient.motion[$0] }
    for row in 0..<n {
      for column in 0...row { small[row * n + column] -= dot(coupling[row], answers[column]) }
      // A single line of contact resists one tilt only.
      small[row * n + row] += 1e-13 * trace * Double(added.count)
    }
    guard let motion = SymmetricSystem.solved(&small, &right), motion.allSatisfy(\.isFinite) else { return nil }
    for index in free.indices {
      for row in 0..<n { free[index] += answers[row][index] * motion[row] }
    }
    return State(sag: free, motion: motion)
  }

  private func product(_ gradient: Gradient, _ step: State) -> Double {
    var sum = zip(gradient.sag, step.sag).reduce(0) { $0 + $1.0 * $1.1 }
    for index in 0..<motionCount { sum += gradient.motion[index] * step.motion[index] }
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
      for index in 0..<motionCount { trial.motion[index] = state.motion[index] + share * step.motion[index] }
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
    let (carried, center) = problem.resultant(pressure)
    solution.contact = ContactSolution(
      pressure: pressure, settling: state.motion[0], tiltX: state.motion[1] / scale, tiltY: state.motion[2] / scale,
      iterations: steps, forceError: abs(carried / problem.force - 1),
      momentError: (center - problem.centerOfPressure).length, converged: isBalanced(gradient),
      pole: problem.centerOfPressure, rayLifts: Array(state.motion.dropFirst(3)))
  }
}
