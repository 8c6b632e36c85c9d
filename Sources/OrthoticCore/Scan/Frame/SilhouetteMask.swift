#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which cells of the plane hold points: every cell counts once, however many points or layers lie over it.
struct SilhouetteMask: Sendable {
  private(set) var cells: [Vector2] = []

  /// Marks the cells of some points; a cell needs a fair share of the usual number of points, so strays do not count.
  init?(_ points: [Vector2]) {
    guard let box = Bounds2(points) else { return nil }
    let size = max(box.size.x, box.size.y)
    guard size > 0, size.isFinite else { return nil }
    // About six points per cell on a foot's footprint, not finer than a hundredth of the size.
    let cell = size * max(0.01, (2 / Double(points.count)).squareRoot())
    let bins = PointBins(over: box, side: cell)
    var counts = [Double](repeating: 0, count: bins.count)
    for p in points { counts[bins.index(of: p)] += 1 }
    let enough = 0.2 * (counts.filter { $0 > 0 }.median ?? 0)
    for index in counts.indices where counts[index] > enough { cells.append(bins.middle(index)) }
    guard cells.count >= 8 else { return nil }
  }

  /// Direction in which the cells spread most.
  var axis: Vector2 {
    var mean = Vector2.zero
    for p in cells { mean = mean + p }
    mean = mean * (1 / Double(cells.count))
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
    for cell in cells {
      let p = cell - mean
      xx += p.x * p.x
      xy += p.x * p.y
      yy += p.y * p.y
    }
    let angle = 0.5 * atan2(2 * xy, xx - yy)
    return Vector2(cos(angle), sin(angle))
  }

  /// Lowest and highest place along a direction.
  func extent(along direction: Vector2) -> (Double, Double) {
    var low = Double.infinity
    var high = -Double.infinity
    for p in cells {
      low = min(low, p.dot(direction))
      high = max(high, p.dot(direction))
    }
    return (low, high)
  }
}
