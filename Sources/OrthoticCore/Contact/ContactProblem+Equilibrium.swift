#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
    var solver = EquilibriumSolver(self)
    return solver.solution(from: start)
  }

  /// Settles the foot until the pressure carries the force, keeping its tilt; the moments are left as they come.
  ///
  /// `momentError` is then the distance of the centre of pressure from the problem's, and `converged` speaks of the
  /// force alone.
  public func settledWithoutTilt() -> ContactSolution {
    var solver = EquilibriumSolver(self)
    return solver.settledSolution()
  }
}

/// Newton's method on settling and tilts for one `ContactProblem`.
struct EquilibriumSolver {
  /// How closely a problem is solved.
  struct Precision {
    /// Relative tolerance on force and moments.
    var balance: Double
    /// `SeriesColumn`'s last step.
    var columnStep: Double

    /// For a prediction.
    static let full = Precision(balance: tolerance, columnStep: SeriesColumn.lastStep)
    /// For a draw of a sensitivity set, whose bands are known to a per cent: pressures are good to about 1e-5.
    static let draw = Precision(balance: 1e-5, columnStep: 3e-4)
  }

  /// Relative tolerance on force and moments of a prediction.
  static let tolerance = 1e-8
  /// Newton needs 4–10 steps where a balance exists.
  static let largestStepCount = 100
  /// Line search trials per step.
  static let largestTrialCount = 40

  /// One node that can come into contact.
  private struct Cell {
    var node: Int
    var x: Double
    var y: Double
    var overclosure: Double
    var column: SeriesColumn
    /// What the column did at the pose last tried.
    var state = SeriesColumn.State.open
    /// Overclosure at that pose, mm.
    var tried = 0.0

    /// Takes the state of the same node in a neighbouring problem for a first guess.
    mutating func guess(from other: Cell) {
      guard node == other.node else { return }
      state = other.state
      tried = other.tried
    }

    /// The state at another pose; the strain is guessed along the last one's tangent.
    @inline(__always)
    mutating func settle(to overclosure: Double, lastStep: Double) {
      let guess = state.tissueStrain + state.strainRate * (overclosure - tried)
      state = column.state(at: overclosure, guess: guess, lastStep: lastStep)
      tried = overclosure
    }
  }

  /// Force and moments, N and N·mm/ℓ, less what they should be, and their derivatives by the unknowns.
  ///
  /// Tilts are scaled by ℓ, the sole's radius of gyration, so that all three unknowns are mm.
  private struct Balance {
    var residual = [3 of Double](repeating: 0)
    var jacobian = [6 of Double](repeating: 0)
    var force = 0.0
  }

  private let problem: ContactProblem
  private let precision: Precision
  private var cells: [Cell] = []
  private var scale = 1.0
  private var stepLimit = 1.0

  /// - Parameter neighbour: The solver of a problem on the same nodes, whose states are good first guesses.
  init(
    _ problem: ContactProblem, precision: Precision = .full, after neighbour: EquilibriumSolver? = nil
  ) {
    self.problem = problem
    self.precision = precision
    let layout = problem.layout
    let center = problem.centerOfPressure
    guard center.x.isFinite, center.y.isFinite, problem.force.isFinite else { return }
    cells.reserveCapacity(layout.count)
    var moments = 0.0
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let node = layout.index(column, row)
        guard let series = problem.column(node) else { continue }
        let x = layout.x(column) - center.x
        let y = layout.y(row) - center.y
        cells.append(
          Cell(node: node, x: x, y: y, overclosure: problem.overclosure[node] + problem.top[node], column: series))
        moments += x * x + y * y
        stepLimit = max(stepLimit, series.tissue.thickness)
      }
    }
    if let neighbour, neighbour.cells.count == cells.count {
      for index in cells.indices { cells[index].guess(from: neighbour.cells[index]) }
    }
    if !cells.isEmpty { scale = max((moments / Double(2 * cells.count)).squareRoot(), layout.spacing) }
  }

  /// Sums the pressures at one pose; the cells keep them, and their strains are the next call's guesses.
  private mutating func balance(_ pose: Pose) -> Balance {
    var force = 0.0
    var momentX = 0.0
    var momentY = 0.0
    var k00 = 0.0
    var k01 = 0.0
    var k02 = 0.0
    var k11 = 0.0
    var k12 = 0.0
    var k22 = 0.0
    let slopeX = pose.tiltX / scale
    let slopeY = pose.tiltY / scale
    for index in cells.indices {
      let x = cells[index].x
      let y = cells[index].y
      let overclosure = cells[index].overclosure + pose.settling + slopeX * x + slopeY * y
      cells[index].settle(to: overclosure, lastStep: precision.columnStep)
      guard overclosure > 0 else { continue }
      let state = cells[index].state
      force += state.pressure
      momentX += state.pressure * x
      momentY += state.pressure * y
      let kx = state.stiffness * x
      k00 += state.stiffness
      k01 += kx
      k02 += state.stiffness * y
      k11 += kx * x
      k12 += kx * y
      k22 += state.stiffness * y * y
    }
    let newton = problem.layout.cellArea / 1000
    var result = Balance()
    result.force = force * newton
    result.residual = [
      force * newton - problem.force, momentX * newton / scale, momentY * newton / scale,
    ]
    let first = newton / scale
    let second = first / scale
    result.jacobian = [k00 * newton, k01 * first, k02 * first, k11 * second, k12 * second, k22 * second]
    return result
  }

  /// Settling and scaled tilts, all mm.
  private struct Pose {
    var settling: Double
    var tiltX: Double
    var tiltY: Double

    func moved(along step: [3 of Double], by share: Double) -> Pose {
      Pose(
        settling: settling + share * step[0], tiltX: tiltX + share * step[1], tiltY: tiltY + share * step[2])
    }
  }

  private func isBalanced(_ balance: Balance) -> Bool {
    let limit = precision.balance * problem.force
    let residual = balance.residual
    return abs(residual[0]) <= limit && abs(residual[1]) <= limit && abs(residual[2]) <= limit
  }

  /// Runs Newton from a start and returns the balanced state, or the last one with `converged` false.
  mutating func solution(from start: ContactSolution?) -> ContactSolution {
    guard !cells.isEmpty, problem.force > 0 else { return unloaded() }
    var pose = Pose(settling: 0, tiltX: 0, tiltY: 0)
    if let start, start.settling.isFinite, start.tiltX.isFinite, start.tiltY.isFinite {
      let shift = problem.centerOfPressure - start.pole
      pose = Pose(
        settling: start.settling + start.tiltX * shift.x + start.tiltY * shift.y, tiltX: start.tiltX * scale,
        tiltY: start.tiltY * scale)
    }
    var current = balance(pose)
    // Far from the force, Newton on three unknowns starts from too few nodes: settle without tilting first.
    if !(current.force > 0.2 * problem.force && current.force < 5 * problem.force) {
      (pose, current) = settled(from: pose)
    }
    var steps = 0
    while !isBalanced(current), steps < Self.largestStepCount {
      steps += 1
      let step = newtonStep(current)
      let slope = dot(current.residual, step)
      guard slope < 0, let found = searched(from: pose, along: step, slope: slope) else { break }
      (pose, current) = found
    }
    return finished(pose, current, steps: steps)
  }

  /// Balances the force by settling alone: Newton inside a bracket.
  mutating func settledSolution() -> ContactSolution {
    guard !cells.isEmpty, problem.force > 0 else { return unloaded() }
    var (pose, current) = settled(from: Pose(settling: 0, tiltX: 0, tiltY: 0))
    var steps = 0
    var low = -Double.infinity
    var high = Double.infinity
    while abs(current.residual[0]) > Self.tolerance * problem.force, steps < Self.largestStepCount {
      steps += 1
      if current.residual[0] < 0 { low = pose.settling } else { high = pose.settling }
      var next = pose.settling - current.residual[0] / current.jacobian[0]
      if !(next > low && next < high) { next = (low + high) / 2 }
      guard next.isFinite else { break }
      pose.settling = next
      current = balance(pose)
    }
    var solution = finished(pose, current, steps: steps)
    solution.converged = solution.forceError <= Self.tolerance
    return solution
  }

  /// The step that would balance the linearised problem, no longer than the step limit.
  private func newtonStep(_ balance: Balance) -> [3 of Double] {
    let k = balance.jacobian
    let trace = k[0] + k[3] + k[5]
    // A touch of damping keeps a single contact line, which resists one tilt only, solvable.
    let damping = max(trace * 1e-13, .leastNormalMagnitude)
    let a = k[0] + damping
    let d = k[3] + damping
    let f = k[5] + damping
    let r = balance.residual
    // LDLᵀ of [a b c; b d e; c e f].
    let l1 = k[1] / a
    let l2 = k[2] / a
    let d1 = max(d - l1 * k[1], damping)
    let l3 = (k[4] - l2 * k[1]) / d1
    let d2 = max(f - l2 * k[2] - l3 * l3 * d1, damping)
    let y0 = -r[0]
    let y1 = -r[1] - l1 * y0
    let y2 = -r[2] - l2 * y0 - l3 * y1
    let s2 = y2 / d2
    let s1 = y1 / d1 - l3 * s2
    let s0 = y0 / a - l1 * s1 - l2 * s2
    let length = abs(s0) + abs(s1) + abs(s2)
    guard length.isFinite else {
      // Steepest descent where the matrix says nothing.
      let size = max(abs(r[0]), abs(r[1]), abs(r[2]), .leastNormalMagnitude)
      return [-r[0] / size * stepLimit, -r[1] / size * stepLimit, -r[2] / size * stepLimit]
    }
    let share = length > stepLimit ? stepLimit / length : 1
    return [s0 * share, s1 * share, s2 * share]
  }

  /// Finds a point along the step where the energy's slope has fallen enough, by bracketing its zero.
  private mutating func searched(from pose: Pose, along step: [3 of Double], slope: Double) -> (Pose, Balance)? {
    var low = 0.0
    var high = Double.infinity
    var share = 1.0
    var best: (Pose, Balance)?
    for _ in 0..<Self.largestTrialCount {
      let trial = pose.moved(along: step, by: share)
      let there = balance(trial)
      let here = dot(there.residual, step)
      best = (trial, there)
      // The slope only grows along the line: past its zero the step was too long, before it too short.
      if isBalanced(there) || abs(here) <= -0.5 * slope { return best }
      if here > 0 {
        high = share
        share = low + (high - low) * 0.5
      } else {
        low = share
        if high == .infinity {
          // A capped step that could have been longer: let the next ones be.
          if isCapped(step) { stepLimit *= 2 }
          return best
        }
        share = (low + high) * 0.5
      }
      if high - low <= 1e-12 * high { break }
    }
    return best
  }

  private func isCapped(_ step: [3 of Double]) -> Bool {
    abs(step[0]) + abs(step[1]) + abs(step[2]) > 0.99 * stepLimit
  }

  /// Settles without changing the tilt until the force is within a quarter of what it should be.
  private mutating func settled(from pose: Pose) -> (Pose, Balance) {
    var trial = pose
    let slopeX = pose.tiltX / scale
    let slopeY = pose.tiltY / scale
    let deepest = cells.reduce(-Double.infinity) { max($0, $1.overclosure + slopeX * $1.x + slopeY * $1.y) }
    var low = -deepest
    var step = stepLimit / 16
    trial.settling = low + step
    var current = balance(trial)
    while current.force < problem.force, step < 1e9 {
      low = trial.settling
      step *= 2
      trial.settling = low + step
      current = balance(trial)
    }
    var high = trial.settling
    for _ in 0..<60 where !(current.force > 0.75 * problem.force && current.force < 1.25 * problem.force) {
      trial.settling = (low + high) / 2
      current = balance(trial)
      if current.force < problem.force { low = trial.settling } else { high = trial.settling }
    }
    return (trial, current)
  }

  private mutating func finished(_ pose: Pose, _ balance: Balance, steps: Int) -> ContactSolution {
    var pressure = [Double](repeating: 0, count: problem.layout.count)
    let slopeX = pose.tiltX / scale
    let slopeY = pose.tiltY / scale
    // The balance is of this pose: it was the last one tried.
    for cell in cells { pressure[cell.node] = cell.state.pressure }
    let residual = balance.residual
    let moment = hypot(residual[1], residual[2]) * scale
    return ContactSolution(
      pressure: pressure, settling: pose.settling, tiltX: slopeX, tiltY: slopeY, iterations: steps,
      forceError: abs(residual[0]) / problem.force,
      momentError: balance.force > 0 ? moment / balance.force : .infinity, converged: isBalanced(balance),
      pole: problem.centerOfPressure)
  }

  /// No force or no sole: no pressure; balanced only where no force was asked for.
  private func unloaded() -> ContactSolution {
    let asked = problem.force == 0
    return ContactSolution(
      pressure: [Double](repeating: 0, count: problem.layout.count), settling: 0, tiltX: 0, tiltY: 0, iterations: 0,
      forceError: asked ? 0 : 1, momentError: asked ? 0 : .infinity, converged: asked)
  }

  private func dot(_ a: [3 of Double], _ b: [3 of Double]) -> Double {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  }
}
