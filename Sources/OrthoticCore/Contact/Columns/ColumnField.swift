/// Columns side by side under a sole, as the search for balance asks them.
protocol ColumnField {
  /// Whether nothing can come into contact.
  var isEmpty: Bool { get }
  /// Radius of gyration of the columns about the centre of pressure, mm: tilts times this are mm.
  var lever: Double { get }
  /// Thickness of the thickest tissue, mm.
  var thickestTissue: Double { get }

  /// Highest overclosure at a pose without settling, mm.
  func deepest(_ pose: FootPose) -> Double
  /// What the columns carry at a pose; they keep their states, which are the next call's guesses.
  mutating func sums(_ pose: FootPose) -> ColumnSums
  /// Pressure at each node at the pose last tried, kPa.
  func pressure(count: Int) -> [Double]
}

/// How a foot lies on what it stands on, against where it was calibrated.
struct FootPose {
  /// Settling at the centre of pressure, mm.
  var settling = 0.0
  /// Tilts, mm per mm.
  var slope = Vector2.zero
  /// Lift of each ray at its head, mm.
  var lifts = [5 of Double](repeating: 0)
}

/// Sums over columns, each with its area in cells: loads of the foot's motions and their derivatives.
///
/// Motions are settling, tilts about the centre of pressure, and the lifts of the rays: a node's overclosure grows with
/// them by b = (1, x, y, −l₁ … −l₅).
struct ColumnSums {
  static let count = 8

  /// Σ a·p·b, kPa and kPa·mm.
  var load = [8 of Double](repeating: 0)
  /// Σ a·k·b·bᵀ for the derivative k of each pressure by the overclosure; the lower half, row by row.
  var stiffness = [36 of Double](repeating: 0)

  /// Place of an entry in the lower half.
  @inline(__always)
  static func index(_ row: Int, _ column: Int) -> Int { row * (row + 1) / 2 + column }

  /// Adds the sums of columns that move with the same two rays, or with none.
  mutating func add(_ sums: BlockSums, rays first: Int?) {
    load[0] += sums.load[0]
    load[1] += sums.load[1]
    load[2] += sums.load[2]
    for entry in 0..<6 { stiffness[entry] += sums.stiffness[entry] }
    guard let first else { return }
    // The rays' motions take from the overclosure: their sign turns.
    for ray in 0..<2 {
      let row = 3 + first + ray
      load[row] -= sums.load[3 + ray]
      for column in 0..<3 {
        stiffness[Self.index(row, column)] -= sums.stiffness[Self.index(3 + ray, column)]
      }
    }
    stiffness[Self.index(3 + first, 3 + first)] += sums.stiffness[Self.index(3, 3)]
    stiffness[Self.index(4 + first, 3 + first)] += sums.stiffness[Self.index(4, 3)]
    stiffness[Self.index(4 + first, 4 + first)] += sums.stiffness[Self.index(4, 4)]
  }

  /// The same sums about another point.
  func about(_ center: Vector2) -> ColumnSums {
    var other = self
    other.load[1] -= center.x * load[0]
    other.load[2] -= center.y * load[0]
    let (k00, k10, k11, k20, k21, k22) = (
      stiffness[0], stiffness[1], stiffness[2], stiffness[3], stiffness[4], stiffness[5]
    )
    other.stiffness[1] = k10 - center.x * k00
    other.stiffness[2] = k11 - center.x * (2 * k10 - center.x * k00)
    other.stiffness[3] = k20 - center.y * k00
    other.stiffness[4] = k21 - center.x * k20 - center.y * k10 + center.x * center.y * k00
    other.stiffness[5] = k22 - center.y * (2 * k20 - center.y * k00)
    for row in 3..<Self.count {
      other.stiffness[Self.index(row, 1)] -= center.x * stiffness[Self.index(row, 0)]
      other.stiffness[Self.index(row, 2)] -= center.y * stiffness[Self.index(row, 0)]
    }
    return other
  }
}

/// Sums over columns that move with the same two rays: motions 1, x, y, l₁, l₂.
struct BlockSums {
  /// Σ a·p·b.
  var load = [5 of Double](repeating: 0)
  /// Σ a·k·b·bᵀ, the lower half, row by row.
  var stiffness = [15 of Double](repeating: 0)
}

/// Columns sorted by the rays that move them, so that each run sums over the same few motions.
struct RayRuns {
  /// Places of each run's nodes in the list, and the first of its two rays; `nil` for the part that no ray moves.
  private(set) var runs: [(numbers: [Int], rays: Int?)] = []

  /// Sorts a list of nodes, keeping their order in each run.
  init(_ nodes: [Int], rays: RaySprings?) {
    guard let rays else {
      runs = [(Array(nodes.indices), nil)]
      return
    }
    var still: [Int] = []
    var moved = [[Int]](repeating: [], count: RaySprings.count - 1)
    for (number, node) in nodes.enumerated() {
      if rays.moves(node) { moved[rays.first[node]].append(number) } else { still.append(number) }
    }
    runs = [(still, nil)] + moved.enumerated().map { ($1, $0) }
    runs.removeAll { $0.numbers.isEmpty }
  }
}
