/// What stands over each cell of the floor under a standing foot: how many points, the lowest and the highest.
struct FootColumns: Sendable {
  private let bins: PointBins
  private var counts: [Double]
  private var lows: [Double]
  private var tops: [Double]
  private let enough: Double

  /// Half of the width that is looked at, shares of the length.
  static let reach = 0.5
  /// Height that no sole reaches inside of its borders: where a column begins higher, the sole was not seen.
  static let highestSole = 0.15
  /// Slices along the foot.
  static let sliceCount = 20

  /// Sorts points of a foot of length 1 into columns.
  init(_ points: [Vector3]) {
    // About eight points per column of a foot with its dorsum.
    let cell = max(0.01, (2.5 / Double(max(points.count, 1))).squareRoot())
    bins = PointBins(
      origin: Vector2(-Self.reach, -0.05), side: cell, columns: Int(2 * Self.reach / cell) + 1,
      rows: Int(1.1 / cell) + 1)
    counts = [Double](repeating: 0, count: bins.count)
    lows = [Double](repeating: .infinity, count: bins.count)
    tops = [Double](repeating: -.infinity, count: bins.count)
    for p in points {
      guard let index = bins.indexInside(of: p.xy) else { continue }
      counts[index] += 1
      lows[index] = min(lows[index], p.z)
      tops[index] = max(tops[index], p.z)
    }
    enough = 0.2 * (counts.filter { $0 > 0 }.median ?? 0)
  }

  private var columns: Int { bins.columns }
  private var rows: Int { bins.rows }
  private var cell: Double { bins.side }

  /// Area of the sole, nearer places counting more, and area of everything seen from above but the leg, where it
  /// overhangs the foot.
  var areas: (sole: Double, shadow: Double) {
    var sole = 0.0
    var shadow = 0.0
    for index in counts.indices where counts[index] > enough && lows[index] < SlicedFoot.legHeight {
      shadow += 1
      sole += min(max(1 - lows[index] / 0.1, 0), 1)
    }
    return (sole * cell * cell, shadow * cell * cell)
  }

  /// Cuts the columns into slices.
  func slices(below height: Double) -> [SlicedFoot.Slice] {
    (0..<Self.sliceCount).map { number in
      let from = Int((0.05 + Double(number) / Double(Self.sliceCount)) / cell)
      let to = Int((0.05 + Double(number + 1) / Double(Self.sliceCount)) / cell)
      var slice = SlicedFoot.Slice()
      var tops = (sum: 0.0, count: 0.0)
      var crest = (sum: 0.0, weight: 0.0)
      var lefts: [Double] = []
      var rights: [Double] = []
      for row in from..<max(to, from + 1) where row < rows {
        let seen = (0..<columns).filter { counts[row * columns + $0] > enough && lows[row * columns + $0] < height }
        guard let first = seen.first, let last = seen.last else { continue }
        lefts.append(x(first) - cell / 2)
        rights.append(x(last) + cell / 2)
        for column in seen {
          let top = self.tops[row * columns + column]
          tops.sum += top
          tops.count += 1
          crest.sum += top * top * x(column)
          crest.weight += top * top
        }
      }
      guard !lefts.isEmpty else { return slice }
      slice.left = lefts.reduce(0, +) / Double(lefts.count)
      slice.right = rights.reduce(0, +) / Double(rights.count)
      slice.top = tops.sum / tops.count
      slice.crest = crest.sum / crest.weight
      slice.lowLeft = middleHeight(
        rows: from..<max(to, from + 1), from: slice.left + 0.1 * slice.width, to: slice.left + 0.35 * slice.width)
      slice.lowRight = middleHeight(
        rows: from..<max(to, from + 1), from: slice.right - 0.35 * slice.width, to: slice.right - 0.1 * slice.width)
      return slice
    }
  }

  /// Foremost place in ten strips across the widest slice of the front half.
  func front(_ slices: [SlicedFoot.Slice]) -> [Double] {
    let ball = slices.suffix(slices.count / 2).filter { !$0.width.isNaN }.max { $0.width < $1.width }
    guard let ball else { return [] }
    return (0..<10).map { strip in
      let from = Int((ball.left + ball.width * Double(strip) / 10 + Self.reach) / cell)
      let to = Int((ball.left + ball.width * Double(strip + 1) / 10 + Self.reach) / cell)
      for row in stride(from: rows - 1, through: 0, by: -1) {
        for column in max(from, 0)..<max(min(to, columns), from + 1) where column < columns {
          if counts[row * columns + column] > enough { return (Double(row) + 0.5) * cell - 0.05 }
        }
      }
      return .nan
    }
  }

  private func x(_ column: Int) -> Double { (Double(column) + 0.5) * cell - Self.reach }

  private func middleHeight(rows range: Range<Int>, from: Double, to: Double) -> Double {
    var heights: [Double] = []
    for row in range where row < rows {
      for column in 0..<columns where x(column) >= from && x(column) <= to {
        let index = row * columns + column
        if counts[index] > enough, lows[index] < Self.highestSole { heights.append(lows[index]) }
      }
    }
    return heights.median ?? .nan
  }
}
