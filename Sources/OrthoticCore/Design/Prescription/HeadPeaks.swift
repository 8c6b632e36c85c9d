/// Where a measured map is highest under the metatarsal heads.
///
/// Maps have their peaks some 8 to 15 mm ahead of the straight line from the first to the fifth head, as the heads themselves
/// lie on an arc and press ahead of their middles. A peak is a node within `reach` of the arc with none higher beside it along
/// the foot: what only rises towards the toes or the arch is no head.
struct HeadPeaks {
  private let pressure: HeightGrid
  private let frame: DesignFrame

  /// How far from the arc a peak is a head's, mm.
  static let reach = 20.0

  /// Looks at a map on a canonical grid, kPa.
  init(of pressure: HeightGrid, frame: DesignFrame) {
    self.pressure = pressure
    self.frame = frame
  }

  /// The peak of one head, numbered from 1, mm; `nil` where the map shows none.
  func peak(ofHead number: Int) -> Vector2? {
    let (first, last) = (frame.head(1).x, frame.head(5).x)
    let x = frame.head(number).x
    // Half-way to the neighbours; the outer heads are as wide to both sides.
    let inner = number == 5 ? frame.head(4).x : frame.head(number + 1).x
    let outer = number == 1 ? 2 * first - inner : number == 5 ? 2 * last - inner : frame.head(number - 1).x
    let (low, high) = ((min(inner, outer) + x) / 2, (max(inner, outer) + x) / 2)
    return highest { $0 >= low && $0 < high }.map { pressure.layout.position($0) }
  }

  /// How far behind the arc the pressure, moving proximally from the highest peak of a strip, has fallen to a share of it, mm.
  ///
  /// Negative where that is ahead of the arc; `nil` where the map shows no peak.
  func contour(atShare share: Double, near middle: Double, halfWidth: Double) -> Double? {
    let layout = pressure.layout
    guard let peak = highest(where: { abs($0 - middle) <= halfWidth }) else { return nil }
    let column = peak % layout.columns
    var row = peak / layout.columns
    let wanted = share * pressure.values[peak]
    while row > 0, pressure[column, row - 1] >= wanted { row -= 1 }
    guard row > 0 else { return nil }
    let (above, below) = (pressure[column, row], pressure[column, row - 1])
    let part = above > below ? (above - wanted) / (above - below) : 0
    return frame.headArc(atX: layout.x(column)) - (layout.y(row) - part * layout.spacing)
  }

  private func highest(where isInside: (Double) -> Bool) -> Int? {
    let layout = pressure.layout
    var best: Int?
    for row in 1..<max(layout.rows - 1, 1) {
      for column in 0..<layout.columns where isInside(layout.x(column)) {
        let value = pressure[column, row]
        guard value > (best.map { pressure.values[$0] } ?? 0), value >= pressure[column, row - 1],
          value >= pressure[column, row + 1],
          abs(layout.y(row) - frame.headArc(atX: layout.x(column))) <= Self.reach
        else { continue }
        best = layout.index(column, row)
      }
    }
    return best
  }
}
