extension BoundaryLines {
  /// Whether no two sides touch, other than neighbours at their common corner.
  ///
  /// Sides are compared within the cells of a grid as fine as the longest side, so the work grows with their number.
  var areSimple: Bool {
    guard let first = points.first else { return true }
    var low = first
    var high = first
    var longest = 0.0
    for (index, point) in points.enumerated() {
      low = Vector2(min(low.x, point.x), min(low.y, point.y))
      high = Vector2(max(high.x, point.x), max(high.y, point.y))
      longest = max(longest, (points[Int(next[index])] - point).length)
    }
    guard longest > 0, longest.isFinite else { return false }
    let cell = max(longest, (high - low).length / 2048)
    let columns = Int((high.x - low.x) / cell) + 1
    let rows = Int((high.y - low.y) / cell) + 1
    func cells(_ side: Int) -> (ClosedRange<Int>, ClosedRange<Int>) {
      let a = points[side] - low
      let b = points[Int(next[side])] - low
      return (
        Int(min(a.x, b.x) / cell)...Int(max(a.x, b.x) / cell), Int(min(a.y, b.y) / cell)...Int(max(a.y, b.y) / cell)
      )
    }
    var starts = [Int](repeating: 0, count: columns * rows + 1)
    for side in points.indices {
      let (across, along) = cells(side)
      for row in along { for column in across { starts[row * columns + column + 1] += 1 } }
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var members = [Int](repeating: 0, count: starts[starts.count - 1])
    var cursor = starts
    for side in points.indices {
      let (across, along) = cells(side)
      for row in along {
        for column in across {
          members[cursor[row * columns + column]] = side
          cursor[row * columns + column] += 1
        }
      }
    }
    for index in 0..<columns * rows {
      for first in starts[index]..<starts[index + 1] {
        for second in first + 1..<max(starts[index + 1], first + 1) where touches(members[first], members[second]) {
          return false
        }
      }
    }
    return true
  }

  private func touches(_ first: Int, _ second: Int) -> Bool {
    let a = points[first]
    let b = points[Int(next[first])]
    let c = points[second]
    let d = points[Int(next[second])]
    if Int(next[first]) == second { return (b - a).cross(d - c) == 0 && (b - a).dot(d - c) < 0 }
    if Int(next[second]) == first { return (d - c).cross(b - a) == 0 && (d - c).dot(b - a) < 0 }
    let abc = (b - a).cross(c - a)
    let abd = (b - a).cross(d - a)
    let cda = (d - c).cross(a - c)
    let cdb = (d - c).cross(b - c)
    // Apart if one side lies strictly on one side of the other's line; touching counts as meeting.
    if (abc > 0 && abd > 0) || (abc < 0 && abd < 0) || (cda > 0 && cdb > 0) || (cda < 0 && cdb < 0) { return false }
    if abc == 0, abd == 0 {
      let along = b - a
      let (low, high) = (0.0, along.dot(along))
      let (p, q) = ((c - a).dot(along), (d - a).dot(along))
      return max(p, q) >= low && min(p, q) <= high
    }
    return true
  }
}
