#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Newton's method on settling, tilts and the lifts of the rays for one `ContactProblem`, over its columns.
///
/// ```
/// energy   Σ A·Φ(c)  −  F·s  +  T·u  +  ½·uᵀ·K·u        Φ' = p,  c = c0 + top + s + θ·arm − Σ l·u
/// balance  Σ p·A = F,   Σ p·A·arm = 0,   Σ p·A·l − K·u = T
/// ```
/// T is what the rays bore where they were measured at rest. Pressure grows with c and K is positive definite, so the
/// energy is convex in all unknowns; without rays there are three of them.
struct EquilibriumSolver<Columns: ColumnField> {
  /// The problem, whose force, cells' area and rays are asked for.
  private let problem: ContactProblem
  /// Relative tolerance on force, moments and the rays' loads.
  private let tolerance: Double
  /// The columns, with their states at the pose last tried.
  private(set) var columns: Columns
  private let scale: Double
  private var stepLimit: Double
  /// Number of unknowns: 3 or 8.
  private let count: Int

  private typealias Vector = [8 of Double]

  /// - Parameter columns: Consumed: a second holder would make the first change of a state copy them all.
  init(_ problem: ContactProblem, columns: consuming Columns, tolerance: Double = Equilibrium.tolerance) {
    self.problem = problem
    self.tolerance = tolerance
    scale = columns.lever
    stepLimit = columns.thickestTissue
    self.columns = columns
    count = problem.rays == nil ? 3 : 8
  }

  /// Force, moments and loads of the rays, N and N·mm/ℓ, less what they should be, and their derivatives by the unknowns.
  ///
  /// Tilts are scaled by ℓ, the columns' lever, so that all unknowns are mm.
  private struct Balance {
    var residual = Vector(repeating: 0)
    /// The lower half, row by row.
    var jacobian = [36 of Double](repeating: 0)
    var force = 0.0
  }

  /// Settling, scaled tilts and lifts, all mm.
  private struct Pose {
    var values = Vector(repeating: 0)

    var settling: Double { values[0] }

    func moved(along step: Vector, by share: Double) -> Pose {
      var moved = self
      for index in 0..<8 { moved.values[index] += share * step[index] }
      return moved
    }

    func unscaled(_ scale: Double) -> FootPose {
      FootPose(
        settling: values[0], slope: Vector2(values[1] / scale, values[2] / scale),
        lifts: [values[3], values[4], values[5], values[6], values[7]])
    }
  }

  /// Sums the pressures at one pose.
  private mutating func balance(_ pose: Pose) -> Balance {
    let sums = columns.sums(pose.unscaled(scale))
    let newton = problem.layout.cellArea / 1000
    var result = Balance()
    result.force = sums.load[0] * newton
    var unit = Vector(repeating: newton)
    unit[1] = newton / scale
    unit[2] = newton / scale
    for row in 0..<count {
      result.residual[row] = sums.load[row] * unit[row]
      for column in 0...row {
        let index = ColumnSums.index(row, column)
        // Scaled tilts shorten their row and their column.
        let factor = column == 1 || column == 2 ? unit[row] / scale : unit[row]
        result.jacobian[index] = sums.stiffness[index] * factor
      }
    }
    result.residual[0] -= problem.force
    if let rays = problem.rays {
      for ray in 0..<RaySprings.count {
        var spring = problem.rayLoads[ray]
        for other in 0..<RaySprings.count {
          let k = rays.stiffness[ray * RaySprings.count + other]
          spring += k * pose.values[3 + other]
          if other <= ray { result.jacobian[ColumnSums.index(3 + ray, 3 + other)] += k }
        }
        result.residual[3 + ray] += spring
      }
    }
    return result
  }

  private func isBalanced(_ balance: Balance) -> Bool {
    let limit = tolerance * problem.force
    for index in 0..<count where !(abs(balance.residual[index]) <= limit) { return false }
    return true
  }

  /// Runs Newton from a start and returns the balanced state, or the last one with `converged` false.
  mutating func solution(from start: ContactSolution?) -> ContactSolution {
    guard !columns.isEmpty, problem.force > 0 else { return unloaded() }
    var pose = Pose()
    if let start, start.settling.isFinite, start.tiltX.isFinite, start.tiltY.isFinite {
      let shift = problem.centerOfPressure - start.pole
      pose.values[0] = start.settling + start.tiltX * shift.x + start.tiltY * shift.y
      pose.values[1] = start.tiltX * scale
      pose.values[2] = start.tiltY * scale
      if count == 8, start.rayLifts.count == RaySprings.count, start.rayLifts.allSatisfy(\.isFinite) {
        for ray in 0..<RaySprings.count { pose.values[3 + ray] = start.rayLifts[ray] }
      }
    }
    var current = balance(pose)
    // Far from the force, Newton starts from too few nodes: settle without tilting first.
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
    var (pose, current) = settled(from: Pose())
    var steps = 0
    var low = -Double.infinity
    var high = Double.infinity
    while abs(current.residual[0]) > tolerance * problem.force, steps < Equilibrium.largestStepCount {
      steps += 1
      if current.residual[0] < 0 { low = pose.settling } else { high = pose.settling }
      var next = pose.settling - current.residual[0] / current.jacobian[0]
      if !(next > low && next < high) { next = (low + high) / 2 }
      guard next.isFinite else { break }
      pose.values[0] = next
      current = balance(pose)
    }
    var solution = finished(pose, current, steps: steps)
    solution.converged = solution.forceError <= tolerance
    return solution
  }

  /// The step that would balance the linearised problem, no longer than the step limit.
  private func newtonStep(_ balance: Balance) -> Vector {
    var trace = 0.0
    for row in 0..<3 { trace += balance.jacobian[ColumnSums.index(row, row)] }
    // A touch of damping keeps a single contact line, which resists one tilt only, solvable.
    let damping = max(trace * 1e-13, .leastNormalMagnitude)
    var step = solved(balance, damping: damping)
    let length = self.length(step)
    guard length.isFinite else {
      // Steepest descent where the matrix says nothing.
      var size = Double.leastNormalMagnitude
      for row in 0..<count { size = max(size, abs(balance.residual[row])) }
      for row in 0..<8 { step[row] = row < count ? -balance.residual[row] / size * stepLimit : 0 }
      return step
    }
    let share = length > stepLimit ? stepLimit / length : 1
    for row in 0..<count { step[row] *= share }
    return step
  }

  /// Solves `(J + damping) · step = −residual` by `L·D·Lᵀ`.
  private func solved(_ balance: Balance, damping: Double) -> Vector {
    var factor = balance.jacobian
    var diagonal = Vector(repeating: 1)
    for row in 0..<count {
      for column in 0..<row {
        var sum = factor[ColumnSums.index(row, column)]
        for k in 0..<column {
          sum -= factor[ColumnSums.index(row, k)] * factor[ColumnSums.index(column, k)] * diagonal[k]
        }
        factor[ColumnSums.index(row, column)] = sum / diagonal[column]
      }
      var sum = factor[ColumnSums.index(row, row)] + damping
      for k in 0..<row {
        let entry = factor[ColumnSums.index(row, k)]
        sum -= entry * entry * diagonal[k]
      }
      diagonal[row] = max(sum, damping)
    }
    var step = Vector(repeating: 0)
    for row in 0..<count {
      var sum = -balance.residual[row]
      for k in 0..<row { sum -= factor[ColumnSums.index(row, k)] * step[k] }
      step[row] = sum
    }
    for row in (0..<count).reversed() {
      var sum = step[row] / diagonal[row]
      for k in (row + 1)..<max(count, row + 1) { sum -= factor[ColumnSums.index(k, row)] * step[k] }
      step[row] = sum
    }
    return step
  }

  /// How far a step moves the sole, mm.
  private func length(_ step: Vector) -> Double {
    var lift = 0.0
    for ray in 3..<8 { lift = max(lift, abs(step[ray])) }
    let length = abs(step[0]) + abs(step[1]) + abs(step[2]) + lift
    // `max` passes over what is not a number.
    for ray in 3..<8 where step[ray].isNaN { return .nan }
    return length
  }

  /// Finds a point along the step where the energy's slope has fallen enough, by bracketing its zero.
  private mutating func searched(from pose: Pose, along step: Vector, slope: Double) -> (Pose, Balance)? {
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
          if length(step) > 0.99 * stepLimit { stepLimit *= 2 }
          return best
        }
        share = (low + high) * 0.5
      }
      if high - low <= 1e-12 * high { break }
    }
    return best
  }

  /// Settles without changing the tilt until the force is within a quarter of what it should be.
  private mutating func settled(from pose: Pose) -> (Pose, Balance) {
    var trial = pose
    let deepest = columns.deepest(pose.unscaled(scale))
    var low = -deepest
    var step = stepLimit / 16
    trial.values[0] = low + step
    var current = balance(trial)
    while current.force < problem.force, step < 1e9 {
      low = trial.settling
      step *= 2
      trial.values[0] = low + step
      current = balance(trial)
    }
    var high = trial.settling
    for _ in 0..<60 where !(current.force > 0.75 * problem.force && current.force < 1.25 * problem.force) {
      trial.values[0] = (low + high) / 2
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
    let pose = pose.unscaled(scale)
    return ContactSolution(
      pressure: pressure, settling: pose.settling, tiltX: pose.slope.x, tiltY: pose.slope.y, iterations: steps,
      forceError: abs(residual[0]) / problem.force,
      momentError: balance.force > 0 ? moment / balance.force : .infinity, converged: isBalanced(balance),
      pole: problem.centerOfPressure,
      rayLifts: count == 8 ? (0..<RaySprings.count).map { pose.lifts[$0] } : [])
  }

  /// No force or no sole: no pressure; balanced only where no force was asked for.
  private func unloaded() -> ContactSolution {
    let asked = problem.force == 0
    return ContactSolution(
      pressure: [Double](repeating: 0, count: problem.layout.count), settling: 0, tiltX: 0, tiltY: 0, iterations: 0,
      forceError: asked ? 0 : 1, momentError: asked ? 0 : .infinity, converged: asked)
  }

  private func dot(_ a: Vector, _ b: Vector) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += a[index] * b[index] }
    return sum
  }
}
