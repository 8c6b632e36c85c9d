#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Newton's method on settling and tilts for one `ContactProblem`, over its columns.
struct EquilibriumSolver<Columns: ColumnField> {
  /// The problem, whose force and cells' area are asked for.
  private let problem: ContactProblem
  /// Relative tolerance on force and moments.
  private let tolerance: Double
  /// The columns, with their states at the pose last tried.
  private(set) var columns: Columns
  private let scale: Double
  private var stepLimit: Double

  init(_ problem: ContactProblem, columns: Columns, tolerance: Double = Equilibrium.tolerance) {
    self.problem = problem
    self.tolerance = tolerance
    self.columns = columns
    scale = columns.lever
    stepLimit = columns.thickestTissue
  }

  /// Force and moments, N and N·mm/ℓ, less what they should be, and their derivatives by the unknowns.
  ///
  /// Tilts are scaled by ℓ, the columns' lever, so that all three unknowns are mm.
  private struct Balance {
    var residual = [3 of Double](repeating: 0)
    var jacobian = [6 of Double](repeating: 0)
    var force = 0.0
  }

  /// Sums the pressures at one pose.
  private mutating func balance(_ pose: Pose) -> Balance {
    let sums = columns.sums(settling: pose.settling, slope: Vector2(pose.tiltX / scale, pose.tiltY / scale))
    let newton = problem.layout.cellArea / 1000
    var result = Balance()
    result.force = sums.force * newton
    result.residual = [
      sums.force * newton - problem.force, sums.moment.x * newton / scale, sums.moment.y * newton / scale,
    ]
    let first = newton / scale
    let second = first / scale
    result.jacobian = [
      sums.k00 * newton, sums.k01 * first, sums.k02 * first, sums.k11 * second, sums.k12 * second, sums.k22 * second,
    ]
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
    let limit = tolerance * problem.force
    let residual = balance.residual
    return abs(residual[0]) <= limit && abs(residual[1]) <= limit && abs(residual[2]) <= limit
  }

  /// Runs Newton from a start and returns the balanced state, or the last one with `converged` false.
  mutating func solution(from start: ContactSolution?) -> ContactSolution {
    guard !columns.isEmpty, problem.force > 0 else { return unloaded() }
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
    while !isBalanced(current), steps < Equilibrium.largestStepCount {
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
    guard !columns.isEmpty, problem.force > 0 else { return unloaded() }
    var (pose, current) = settled(from: Pose(settling: 0, tiltX: 0, tiltY: 0))
    var steps = 0
    var low = -Double.infinity
    var high = Double.infinity
    while abs(current.residual[0]) > tolerance * problem.force, steps < Equilibrium.largestStepCount {
      steps += 1
      if current.residual[0] < 0 { low = pose.settling } else { high = pose.settling }
      var next = pose.settling - current.residual[0] / current.jacobian[0]
      if !(next > low && next < high) { next = (low + high) / 2 }
      guard next.isFinite else { break }
      pose.settling = next
      current = balance(pose)
    }
    var solution = finished(pose, current, steps: steps)
    solution.converged = solution.forceError <= tolerance
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
    for _ in 0..<Equilibrium.largestTrialCount {
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
    let deepest = columns.deepest(slope: Vector2(pose.tiltX / scale, pose.tiltY / scale))
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
    // The balance is of this pose: it was the last one tried.
    let pressure = columns.pressure(count: problem.layout.count)
    let residual = balance.residual
    let moment = hypot(residual[1], residual[2]) * scale
    return ContactSolution(
      pressure: pressure, settling: pose.settling, tiltX: pose.tiltX / scale, tiltY: pose.tiltY / scale,
      iterations: steps,
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
