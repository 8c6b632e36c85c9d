/// Several closed polygons as one list of sides: side i runs from `points[i]` to `points[next[i]]`.
struct BoundaryLines {
  /// Corners of all lines, one line after the other.
  var points: [Vector2]
  /// The corner that follows each corner on its line.
  var next: [Int32]
  /// The corner before each corner.
  var previous: [Int32]
  /// Index of the first corner of each line, and the number of corners at the end.
  var starts: [Int]

  /// Joins lines into one list.
  init(_ lines: [[Vector2]]) {
    points = []
    next = []
    previous = []
    starts = [0]
    for line in lines {
      let start = points.count
      let count = line.count
      points += line
      for index in 0..<count {
        next.append(Int32(start + (index + 1 == count ? 0 : index + 1)))
        previous.append(Int32(start + (index == 0 ? count - 1 : index - 1)))
      }
      starts.append(start + count)
    }
  }

  /// The share of a side closest to a point, and the squared distance there.
  @inline(__always)
  func closest(side: Int, to point: Vector2) -> (share: Double, squared: Double) {
    let a = points[side]
    let d = points[Int(next[side])] - a
    let length = d.dot(d)
    let share = length > 0 ? min(max((point - a).dot(d) / length, 0), 1) : 0
    let gap = a + d * share - point
    return (share, gap.dot(gap))
  }

  /// The closest place to a point, walking downhill along the line from a side near it.
  func closest(from start: Int, to point: Vector2) -> (side: Int, share: Double, squared: Double) {
    var side = start
    var best = closest(side: side, to: point)
    func walk(_ direction: [Int32]) {
      var candidate = Int(direction[side])
      var place = closest(side: candidate, to: point)
      while place.squared < best.squared {
        side = candidate
        best = place
        candidate = Int(direction[side])
        place = closest(side: candidate, to: point)
      }
    }
    walk(next)
    walk(previous)
    return (side, best.share, best.squared)
  }

  /// The place at a share of a side.
  @inline(__always)
  func point(side: Int, share: Double) -> Vector2 {
    points[side] * (1 - share) + points[Int(next[side])] * share
  }

  /// For each side the longest chord that stays within a tolerance of the curve: √(8 · tolerance · radius).
  func allowances(tolerance: Double) -> [Double] {
    points.indices.map { side in
      // The turn between chords of three sides: over single sides it would measure the rounding of the samples.
      var corners = [side]
      for _ in 0..<3 { corners.insert(Int(previous[corners[0]]), at: 0) }
      for _ in 0..<4 { corners.append(Int(next[corners[corners.count - 1]])) }
      let first = points[corners[3]] - points[corners[0]]
      let last = points[corners[7]] - points[corners[4]]
      let arc = (points[corners[5]] - points[corners[1]]).length
      let turn = abs(first.cross(last)) / max(first.length * last.length, 1e-12)
      guard turn > 1e-6, arc > 0 else { return .infinity }
      return (8 * tolerance * arc / turn).squareRoot()
    }
  }
}
