/// Sinks the top surface over offloading zones, with a blended rim, never under the minimum wall.
public struct OffloadingPocket: Sendable {
  /// Width over which the pocket's floor rises to the surface around it, mm: shorter rims cut into the foot.
  public static let rimBlend = 6.0

  /// Share of the full depth at each node of a grid: 1 in the zone, falling to 0 at `rimBlend` outside it.
  ///
  /// The zone is given on the coarser pressure grid; its edge is taken half a node outside the outermost nodes.
  public static func depthShare(of zone: OffloadingZone, zoneLayout: GridLayout, on layout: GridLayout) -> HeightGrid {
    var mask = [Bool](repeating: false, count: zoneLayout.count)
    for node in zone.nodes { mask[node] = true }
    let nearest = NearestNode(of: mask, layout: zoneLayout)
    let coarse = HeightGrid(
      layout: zoneLayout,
      values: mask.indices.map { index in
        guard let distance = nearest.source(of: index)?.distance else { return 0 }
        return 1 - smoothStep(0, rimBlend + zoneLayout.spacing / 2, distance)
      })
    guard layout != zoneLayout else { return coarse }
    var shares = HeightGrid(layout: layout, filledWith: 0)
    let touched = coarse.values.indices.filter { coarse.values[$0] > 0 }.map { zoneLayout.position($0) }
    guard let first = touched.first else { return shares }
    var (low, high) = (first, first)
    for place in touched {
      low = Vector2(min(low.x, place.x), min(low.y, place.y))
      high = Vector2(max(high.x, place.x), max(high.y, place.y))
    }
    // Up to the coarse nodes beside, whose share is none.
    func nodes(_ from: Double, _ to: Double, _ count: Int) -> Range<Int> {
      let lower = min(max(Int(((from - zoneLayout.spacing) / layout.spacing).rounded(.down)), 0), count)
      return lower..<max(lower, min(Int(((to + zoneLayout.spacing) / layout.spacing).rounded(.up)) + 1, count))
    }
    for row in nodes(low.y - layout.origin.y, high.y - layout.origin.y, layout.rows) {
      for column in nodes(low.x - layout.origin.x, high.x - layout.origin.x, layout.columns) {
        let share = coarse.interpolated(at: Vector2(layout.x(column), layout.y(row)))
        if share.isFinite { shares[column, row] = share }
      }
    }
    return shares
  }

  /// Lowers `top` by `depth` times the shares, but never below `lowest`.
  public static func sink(_ top: inout HeightGrid, shares: HeightGrid, depth: Double, lowest: HeightGrid) {
    for index in top.values.indices where shares.values[index] > 0 {
      let floor = min(lowest.values[index], top.values[index])
      top.values[index] = max(top.values[index] - depth * shares.values[index], floor)
    }
  }
}
