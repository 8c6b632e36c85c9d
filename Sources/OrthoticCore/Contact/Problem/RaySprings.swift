/// Parts of a foot that lift on springs of their own beside the rigid body: the metatarsal rays on their hinges.
///
/// A ray's lift u takes `l·u` from the overclosure of each node, l its leverage there: 0 behind the hinge, 1 at the
/// head and beyond, shared between neighbouring rays. Any node is moved by two neighbouring rays at the most. The springs'
/// energy is `½·uᵀ·K·u`; what a ray bore on the floor that was measured is its load at rest, so that there u = 0.
package struct RaySprings: Equatable, Sendable {
  /// Number of rays.
  package static let count = 5

  /// For each node the first of the two neighbouring rays that move it, 0 to 3; meaningless where both leverages are 0.
  package var first: [Int]
  /// Leverage of that ray at each node, 0 to 1.
  package var leverage: [Double]
  /// Leverage of the next ray.
  package var nextLeverage: [Double]
  /// Stiffness K at the heads, N/mm, row by row; symmetric and positive definite.
  package var stiffness: [Double]

  /// Creates rays from leverages, one value per node, and springs.
  ///
  /// - Parameters:
  ///   - springs: Stiffness of each ray against the rest of the foot, N/mm, five.
  ///   - ties: Stiffness that ties each ray to the next, N/mm, four.
  package init(first: [Int], leverage: [Double], nextLeverage: [Double], springs: [Double], ties: [Double]) {
    precondition(first.count == leverage.count && first.count == nextLeverage.count, "one value per node")
    precondition(first.allSatisfy { (0..<Self.count - 1).contains($0) }, "a ray that has a neighbour")
    precondition(springs.count == Self.count && ties.count == Self.count - 1, "a spring a ray, a tie a pair")
    self.first = first
    self.leverage = leverage
    self.nextLeverage = nextLeverage
    var matrix = [Double](repeating: 0, count: Self.count * Self.count)
    for ray in 0..<Self.count { matrix[ray * Self.count + ray] = springs[ray] }
    for ray in 0..<Self.count - 1 {
      matrix[ray * Self.count + ray] += ties[ray]
      matrix[(ray + 1) * Self.count + ray + 1] += ties[ray]
      matrix[ray * Self.count + ray + 1] -= ties[ray]
      matrix[(ray + 1) * Self.count + ray] -= ties[ray]
    }
    stiffness = matrix
  }

  /// The same rays on springs that are a number of times as stiff.
  package func scaled(by factor: Double) -> RaySprings {
    var scaled = self
    scaled.stiffness = stiffness.map { $0 * factor }
    return scaled
  }

  /// Whether a node moves with a ray at all.
  @inline(__always)
  func moves(_ node: Int) -> Bool { leverage[node] > 0 || nextLeverage[node] > 0 }

  /// What each ray takes from the overclosure of a node for its lift, mm.
  @inline(__always)
  func drop(_ node: Int, _ lifts: [Double]) -> Double {
    guard moves(node) else { return 0 }
    return leverage[node] * lifts[first[node]] + nextLeverage[node] * lifts[first[node] + 1]
  }

  /// Load of each ray, N: `Σ p·A·l`.
  ///
  /// - Parameters:
  ///   - pressure: Pressure at each node, kPa.
  ///   - shares: Area of each node as a share of a cell.
  ///   - cellArea: Area of a cell, mm².
  package func loads(of pressure: [Double], shares: [Double], cellArea: Double) -> [Double] {
    precondition(pressure.count == first.count && shares.count == first.count, "one value per node")
    var loads = [Double](repeating: 0, count: Self.count)
    for node in pressure.indices where pressure[node] > 0 && pressure[node].isFinite && moves(node) {
      let load = pressure[node] * shares[node] * cellArea / 1000
      loads[first[node]] += load * leverage[node]
      loads[first[node] + 1] += load * nextLeverage[node]
    }
    return loads
  }

  /// Lift of each ray, mm, under loads at the heads beyond those at rest, N: `K⁻¹·load`.
  func lifts(under loads: [Double]) -> [Double] {
    var matrix = stiffness
    var right = loads
    // Positive definite by promise; springs of no stiffness hold nothing.
    return SymmetricSystem.solved(&matrix, &right) ?? [Double](repeating: 0, count: Self.count)
  }

  /// The rays of some nodes only, in their order.
  func part(_ nodes: [Int]) -> RaySprings {
    var part = self
    part.first = nodes.map { first[$0] }
    part.leverage = nodes.map { leverage[$0] }
    part.nextLeverage = nodes.map { nextLeverage[$0] }
    return part
  }
}
