extension BoundaryLines {
  /// Whether no two sides touch, other than neighbours at their common corner.
  ///
  /// Sides are compared within the cells of a grid as fine as the longest side, so the work grows with their number.
  var areSimple: Bool {
    guard let box = Bounds2(points) else { return true }
    var longest = 0.0
    for (index, point) in points.enumerated() {
      longest = max(longest, (points[Int(next[index])] - point).length)
    }
    guard longest > 0, longest.isFinite else { return false }
    let bins = PointBins(over: box, side: max(longest, box.size.length / 2048))
    let columns = bins.columns
    func cells(_ side: Int) -> (ClosedRange<Int>, ClosedRange<Int>) {
      let a = bins.place(of: points[side])
      let b = bins.place(of: points[Int(next[side])])
      return (min(a.column, b.column)...max(a.column, b.column), min(a.row, b.row)...max(a.row, b.row))
    }
    var starts = [Int](repeating: 0, count: bins.count + 1)
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
    for index in 0..<bins.count {
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
