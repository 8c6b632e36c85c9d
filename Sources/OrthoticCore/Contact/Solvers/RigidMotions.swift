#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The motions that a rigid body is free to make over a grid: settling alone, or settling and two tilts.
struct RigidMotions: Sendable {
  /// Position of each node from the pole where the force acts, mm; empty where only settling is free.
  private(set) var x: [Double]
  private(set) var y: [Double]

  /// Settling alone.
  static let settling = RigidMotions(x: [], y: [])

  /// Settling and both tilts about a pole.
  init(layout: GridLayout, pole: Vector2) {
    x = [Double](repeating: 0, count: layout.count)
    y = x
    for node in 0..<layout.count {
      let arm = layout.position(node) - pole
      x[node] = arm.x
      y[node] = arm.y
    }
  }

  private init(x: [Double], y: [Double]) {
    self.x = x
    self.y = y
  }

  private var tilts: Bool { !x.isEmpty }

  /// Sums of weight · (1, x, y)(1, x, y)ᵀ as 1, x, y, xx, xy, yy.
  private func moments(_ weight: [Double], counted: Bool) -> [6 of Double] {
    var sums = [6 of Double](repeating: 0)
    for node in weight.indices where weight[node] > 0 {
      let value = counted ? 1 : weight[node]
      sums[0] += value
      if tilts {
        let vx = value * x[node]
        let vy = value * y[node]
        sums[1] += vx
        sums[2] += vy
        sums[3] += vx * x[node]
        sums[4] += vx * y[node]
        sums[5] += vy * y[node]
      }
    }
    return sums
  }

  private func solved(_ m: [6 of Double], _ r: [3 of Double]) -> [3 of Double] {
    if tilts { return Self.solution(m, r) }
    return [m[0] > 0 ? r[0] / m[0] : 0, 0, 0]
  }

  /// Solves a symmetric 3 × 3 system given as 00, 01, 02, 11, 12, 22; a direction that it does not resist stays 0.
  static func solution(_ m: [6 of Double], _ r: [3 of Double]) -> [3 of Double] {
    guard m[0] > 0 else { return [0, 0, 0] }
    let l1 = m[1] / m[0]
    let l2 = m[2] / m[0]
    let d1 = m[3] - l1 * m[1]
    let e = m[4] - l1 * m[2]
    let y1 = r[1] - l1 * r[0]
    var y2 = r[2] - l2 * r[0]
    let flat = 1e-12 * (m[3] + m[5])
    var s1 = 0.0
    var s2 = 0.0
    if d1 > flat {
      let l3 = e / d1
      let d2 = m[5] - l2 * m[2] - l3 * e
      y2 -= l3 * y1
      if d2 > flat { s2 = y2 / d2 }
      s1 = y1 / d1 - l3 * s2
    } else {
      let d2 = m[5] - l2 * m[2]
      if d2 > flat { s2 = y2 / d2 }
    }
    return [r[0] / m[0] - l1 * s1 - l2 * s2, s1, s2]
  }

  /// The motion closest to a field over the loaded nodes.
  func fitted(_ field: [Double], where pressure: [Double]) -> [3 of Double] {
    var right = [3 of Double](repeating: 0)
    for node in field.indices where pressure[node] > 0 {
      right[0] += field[node]
      if tilts {
        right[1] += field[node] * x[node]
        right[2] += field[node] * y[node]
      }
    }
    return solved(moments(pressure, counted: true), right)
  }

  /// A motion's overclosure at a node.
  @inline(__always)
  func value(_ motion: [3 of Double], _ node: Int) -> Double {
    tilts ? motion[0] + motion[1] * x[node] + motion[2] * y[node] : motion[0]
  }

  /// Takes the motions out of a field over the loaded nodes.
  func project(_ field: inout [Double], where pressure: [Double]) {
    let motion = fitted(field, where: pressure)
    for node in field.indices where pressure[node] > 0 { field[node] -= value(motion, node) }
  }

  /// Multiplies pressures by a smooth factor so that their sum is `total` and they balance at the pole.
  ///
  /// - Returns: Whether that is possible: there is pressure, and it lies around the pole.
  func restore(_ pressure: inout [Double], total: Double) -> Bool {
    let sums = moments(pressure, counted: false)
    guard sums[0] > 0, sums[0].isFinite else { return false }
    let factor = solved(sums, [total, 0, 0])
    var isPositive = true
    for node in pressure.indices where pressure[node] > 0 && !(value(factor, node) > 0) { isPositive = false }
    if isPositive {
      for node in pressure.indices where pressure[node] > 0 { pressure[node] *= value(factor, node) }
      return true
    }
    return shifted(&pressure, total: total)
  }

  /// As `restore` for a pressure far from balance: the factor `exp(b·x + c·y)` is positive whatever it takes.
  ///
  /// It minimises Σ p·exp(b·x + c·y), a convex function, by damped Newton.
  private func shifted(_ pressure: inout [Double], total: Double) -> Bool {
    var b = 0.0
    var c = 0.0
    var current = pressure
    for _ in 0..<60 {
      let sums = moments(current, counted: false)
      let reach = ((sums[3] + sums[5]) / sums[0]).squareRoot()
      guard reach.isFinite, reach > 0 else { return false }
      if abs(sums[1]) + abs(sums[2]) < 1e-13 * sums[0] * reach {
        let factor = total / sums[0]
        for node in pressure.indices { pressure[node] = current[node] * factor }
        return factor.isFinite
      }
      let determinant = sums[3] * sums[5] - sums[4] * sums[4]
      guard determinant > 1e-12 * (sums[3] + sums[5]) * (sums[3] + sums[5]) else { return false }
      var stepB = -(sums[1] * sums[5] - sums[2] * sums[4]) / determinant
      var stepC = -(sums[2] * sums[3] - sums[1] * sums[4]) / determinant
      let length = (abs(stepB) + abs(stepC)) * reach
      if length > 1 {
        stepB /= length
        stepC /= length
      }
      b += stepB
      c += stepC
      for node in pressure.indices where pressure[node] > 0 {
        current[node] = pressure[node] * exp(b * x[node] + c * y[node])
      }
    }
    return false
  }
}
