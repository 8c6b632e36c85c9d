/// Contact with lateral coupling: pressure p ≥ 0, gap ≥ 0, p·gap = 0, force and moments carried.
///
/// `gap = K·p + δ(p) − c − s − θ·arm`, K a convolution, scaled on both sides where the layer differs from place to
/// place, δ an optional tissue column under each node. Constrained conjugate gradients after Polonsky & Keer (1999), with two
/// additions: a preconditioner, made orthogonal to the rigid motions so that its direction keeps force and moments,
/// and the moments balanced as the force is.
struct CoupledSolver {
  /// Overclosure at each node, mm; `-infinity` where nothing can touch.
  var overclosure: [Double]
  /// Displacement of each node by the pressures of all.
  var convolution: SymmetricConvolution
  /// Factor on the convolution's field, before and after, at each node; empty is 1.
  var scale: [Double] = []
  /// Tissue in series with each node; empty is none.
  var tissue: [TissueColumn] = []
  /// About the inverse of K on a periodic grid, without scale or tissue; `nil` divides by each node's own compliance instead.
  var preconditioner: SymmetricConvolution?
  /// Displacement of a node by its own pressure, mm/kPa, as a measure of what a penetration is worth.
  var ownCompliance: Double
  /// Rigid motions to balance.
  var motions: RigidMotions
  /// Sum of the pressures to reach, kPa.
  var total: Double
  /// Largest gap under pressure, and largest penetration beside it, relative to the range of displacements.
  var tolerance = 1e-8
  /// Iterations before giving up.
  var limit = 500

  /// Makes room for nodes to be appended.
  mutating func reserve(_ count: Int) {
    overclosure.reserveCapacity(count)
    tissue.reserveCapacity(count)
    scale.reserveCapacity(count)
  }

  /// The state found.
  struct Result {
    var pressure: [Double]
    /// Coefficients of 1, x, y from the motions' pole: what is added to the overclosure.
    var motion: [3 of Double]
    var iterations = 0
    /// Largest violation, relative to the range of displacements.
    var residual = Double.infinity
    var converged = false
  }

  /// Fields that the iteration works on.
  private struct Fields {
    var pressure: [Double]
    var sunk: [Double]
    var gap: [Double]
    var direction: [Double]
    var image: [Double]
    var steepest: [Double]
    var scratch: [Double]
    var space: SymmetricConvolution.Workspace
    var preconditionerSpace: SymmetricConvolution.Workspace?
  }

  /// Solves from a first guess of the pressure, which only needs about the right shape.
  func solution(from guess: [Double]) -> Result {
    let count = overclosure.count
    precondition(guess.count == count && convolution.columns * convolution.rows == count, "a value per node")
    let zeros = [Double](repeating: 0, count: count)
    var fields = Fields(
      pressure: guess, sunk: zeros, gap: zeros, direction: zeros, image: zeros, steepest: zeros, scratch: zeros,
      space: convolution.makeWorkspace(), preconditionerSpace: preconditioner?.makeWorkspace())
    for node in 0..<count where !(guess[node] > 0 && overclosure[node] > -.infinity) { fields.pressure[node] = 0 }
    var result = Result(pressure: zeros, motion: [0, 0, 0])
    guard motions.restore(&fields.pressure, total: total) else { return result }
    spread(fields.pressure, into: &fields.sunk, &fields.scratch, &fields.space)
    var previous = 1.0
    var isFresh = true
    while result.iterations < limit {
      result.motion = measure(&fields)
      result.residual = violation(fields)
      if result.residual <= tolerance || !result.residual.isFinite { break }
      result.iterations += 1
      let product = findSteepest(&fields)
      let share = isFresh ? 0 : product / previous
      previous = product
      for node in 0..<count {
        fields.direction[node] =
          fields.pressure[node] > 0 ? fields.steepest[node] + share * fields.direction[node] : 0
      }
      // A node that was cut took its part of the old direction with it.
      if share != 0 { motions.project(&fields.direction, where: fields.pressure) }
      spread(fields.direction, into: &fields.image, &fields.scratch, &fields.space)
      guard let step = stepLength(fields) else { break }
      let change = advance(&fields, by: step)
      isFresh = change == .grown
      if change == .none {
        for node in 0..<count { fields.sunk[node] -= step * fields.image[node] }
      } else {
        guard motions.restore(&fields.pressure, total: total) else { break }
        spread(fields.pressure, into: &fields.sunk, &fields.scratch, &fields.space)
      }
    }
    result.pressure = fields.pressure
    result.converged = result.residual <= tolerance
    return result
  }

  /// K·p.
  private func spread(
    _ pressure: [Double], into result: inout [Double], _ scratch: inout [Double],
    _ space: inout SymmetricConvolution.Workspace
  ) {
    if scale.isEmpty {
      convolution.convolve(pressure, into: &result, &space)
    } else {
      for node in pressure.indices { scratch[node] = pressure[node] * scale[node] }
      convolution.convolve(scratch, into: &result, &space)
      for node in pressure.indices { result[node] *= scale[node] }
    }
  }

  /// Finds the rigid motion that the loaded nodes ask for, and the gap it leaves.
  private func measure(_ fields: inout Fields) -> [3 of Double] {
    let count = overclosure.count
    for node in 0..<count {
      var value = fields.sunk[node] - overclosure[node]
      if !tissue.isEmpty {
        value += tissue[node].thickness * tissue[node].strain(atPressure: fields.pressure[node])
      }
      fields.gap[node] = value
    }
    let motion = motions.fitted(fields.gap, where: fields.pressure)
    for node in 0..<count { fields.gap[node] -= motions.value(motion, node) }
    return motion
  }

  private func violation(_ fields: Fields) -> Double {
    var worst = 0.0
    var lowest = Double.infinity
    var highest = -Double.infinity
    for node in fields.gap.indices {
      let gap = fields.gap[node]
      worst = max(worst, fields.pressure[node] > 0 ? abs(gap) : -gap)
      // Without a column the displacement, with one the whole compression.
      var sunk = fields.sunk[node]
      if !tissue.isEmpty && fields.pressure[node] > 0 {
        sunk += tissue[node].thickness * tissue[node].strain(atPressure: fields.pressure[node])
      }
      lowest = min(lowest, sunk)
      highest = max(highest, sunk)
    }
    let range = highest - lowest
    return range > 0 ? worst / range : (worst > 0 ? .infinity : 0)
  }

  /// The preconditioned gradient, free of rigid motions, and its product with the gradient.
  private func findSteepest(_ fields: inout Fields) -> Double {
    let count = overclosure.count
    if let preconditioner, var space = fields.preconditionerSpace {
      fields.preconditionerSpace = nil
      for node in 0..<count { fields.scratch[node] = fields.pressure[node] > 0 ? fields.gap[node] : 0 }
      preconditioner.convolve(fields.scratch, into: &fields.steepest, &space)
      fields.preconditionerSpace = space
    } else {
      for node in 0..<count {
        fields.steepest[node] =
          fields.pressure[node] > 0 ? fields.gap[node] / compliance(node, fields.pressure[node]) : 0
      }
    }
    motions.project(&fields.steepest, where: fields.pressure)
    var product = 0.0
    for node in 0..<count where fields.pressure[node] > 0 { product += fields.gap[node] * fields.steepest[node] }
    return product
  }

  /// A node's own compliance, its column included, mm/kPa.
  private func compliance(_ node: Int, _ pressure: Double) -> Double {
    let own = scale.isEmpty ? ownCompliance : ownCompliance * scale[node] * scale[node]
    return tissue.isEmpty ? own : own + tissue[node].compliance(atPressure: pressure)
  }

  private func stepLength(_ fields: Fields) -> Double? {
    var slope = 0.0
    var curvature = 0.0
    for node in fields.gap.indices where fields.pressure[node] > 0 {
      let direction = fields.direction[node]
      slope += fields.gap[node] * direction
      curvature += direction * fields.image[node]
      if !tissue.isEmpty {
        curvature += direction * direction * tissue[node].compliance(atPressure: fields.pressure[node])
      }
    }
    return curvature > 0 && slope.isFinite && slope != 0 ? slope / curvature : nil
  }

  /// What a step did to the set of loaded nodes.
  private enum Change {
    case none
    case cut
    case grown
  }

  /// Steps along the direction, cuts what would pull, and loads what penetrates.
  private func advance(_ fields: inout Fields, by step: Double) -> Change {
    var change = Change.none
    for node in overclosure.indices {
      let gap = fields.gap[node]
      if fields.pressure[node] > 0 {
        let next = fields.pressure[node] - step * fields.direction[node]
        fields.pressure[node] = max(next, 0)
        if next > 0 { continue }
        if change == .none { change = .cut }
      }
      if gap < 0 {
        fields.pressure[node] = -gap / compliance(node, 0)
        // The directions so far say nothing about the new node.
        change = .grown
      }
    }
    return change
  }
}
