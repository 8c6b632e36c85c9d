/// Searches a lattice of whole numbers for the point of least value, by polls of moves that shrink.
///
/// A pattern search (Torczon 1997): every number is moved up and down by its stride, and back to where it began; the best moves of
/// a poll are also tried together. Where no move helps, all strides are halved, down to single steps. It needs no
/// gradients, takes kinks and limits as they come, and ends where no single step lowers the value. Points of a poll are evaluated side by
/// side, and which they are depends on values alone, so the outcome is the same on any number of threads.
package struct LatticeSearch: Sendable {
  /// One of the numbers.
  package struct Axis: Sendable {
    /// Number of its values, from 0.
    package let count: Int
    /// Steps of the first moves.
    package let stride: Int

    /// Creates an axis.
    package init(count: Int, stride: Int) {
      self.count = count
      self.stride = stride
    }
  }

  /// A point with its value.
  package struct Found: Equatable, Sendable {
    /// The point.
    package var point: [Int]
    /// Its value.
    package var value: Double
  }

  private let axes: [Axis]
  private let home: [Int]
  /// Evaluations that are left.
  package private(set) var left: Int
  /// Every point that was evaluated, in order.
  package private(set) var seen: [Found] = []
  private var known: [[Int]: Double] = [:]

  /// Moves of one poll that are tried together at most.
  private static let mostTogether = 6

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - axes: The numbers.
  ///   - home: The point that moves may return to.
  ///   - effort: Evaluations at most.
  package init(_ axes: [Axis], home: [Int], effort: Int) {
    precondition(axes.count == home.count, "a number for each axis")
    self.axes = axes
    self.home = home
    left = effort
  }

  /// The lowest point that is reached from some starts; `nil` where there is none or nothing may be evaluated.
  ///
  /// - Parameters:
  ///   - starts: Points to begin at: the lowest of them is followed first, then the next that is not near it, while effort is left.
  ///   - isActing: Whether a number does anything at a point.
  ///   - values: The values of points, in their order; infinite where one is known not to be below the bound that is given
  ///     with them, so that a look at it can be cut short.
  package mutating func lowest(
    from starts: [[Int]], isActing: (Int, [Int]) -> Bool, values: ([[Int]], Double) -> [Double]
  ) -> Found? {
    var begun = evaluated(starts, below: .infinity, values)
    begun.sort { $0.value < $1.value }
    var best = begun.first
    // The first descent may use three quarters of what is left, so that a second one looks elsewhere.
    for (number, start) in begun.prefix(2).enumerated() where left > 0 {
      let reserve = number == 0 ? left / 4 : 0
      let found = descended(from: start, reserve: reserve, isActing, values)
      if found.value < best?.value ?? .infinity { best = found }
    }
    guard let best, left > 0 else { return best }
    // What the first descent was stopped in is finished.
    return descended(from: best, reserve: 0, finest: true, isActing, values)
  }

  /// Follows moves down from a point.
  private mutating func descended(
    from start: Found, reserve: Int, finest: Bool = false, _ isActing: (Int, [Int]) -> Bool,
    _ values: ([[Int]], Double) -> [Double]
  ) -> Found {
    var best = start
    var divisor = finest ? axes.reduce(1) { max($0, $1.stride) } : 1
    while left > reserve {
      let moves = polled(best.point, divisor, isActing)
      let tried = evaluated(moves, below: best.value, values).sorted { $0.value < $1.value }
      var better = tried.filter { $0.value < best.value }
      if better.isEmpty {
        if axes.allSatisfy({ $0.stride <= divisor }) { break }
        divisor *= 2
        continue
      }
      better = Array(better.prefix(Self.mostTogether))
      let from = best
      best = better[0]
      guard better.count > 1, left > reserve else { continue }
      // The best move with the second, with the second and third, and so on.
      var together = from.point
      var joined: [[Int]] = []
      for move in better {
        for axis in axes.indices where move.point[axis] != from.point[axis] && together[axis] == from.point[axis] {
          together[axis] = move.point[axis]
        }
        joined.append(together)
      }
      for found in evaluated(joined, below: best.value, values) where found.value < best.value { best = found }
    }
    return best
  }

  /// The points one move away.
  private func polled(_ point: [Int], _ divisor: Int, _ isActing: (Int, [Int]) -> Bool) -> [[Int]] {
    var moves: [[Int]] = []
    for axis in axes.indices where isActing(axis, point) {
      let stride = max(axes[axis].stride / divisor, 1)
      for value in [point[axis] - stride, point[axis] + stride, home[axis]] {
        let reached = min(max(value, 0), axes[axis].count - 1)
        guard reached != point[axis] else { continue }
        var moved = point
        moved[axis] = reached
        moves.append(moved)
      }
    }
    return moves
  }

  /// The values of points, those not known being evaluated while effort is left; points without a value are left out.
  ///
  /// - Parameter bound: Value that a point must be below to be of any use.
  private mutating func evaluated(
    _ points: [[Int]], below bound: Double, _ values: ([[Int]], Double) -> [Double]
  ) -> [Found] {
    var fresh: [[Int]] = []
    for point in points where known[point] == nil && !fresh.contains(point) && fresh.count < left {
      fresh.append(point)
    }
    if !fresh.isEmpty {
      left -= fresh.count
      for (point, value) in zip(fresh, values(fresh, bound)) {
        known[point] = value
        seen.append(Found(point: point, value: value))
      }
    }
    return points.compactMap { point in known[point].map { Found(point: point, value: $0) } }
  }
}
