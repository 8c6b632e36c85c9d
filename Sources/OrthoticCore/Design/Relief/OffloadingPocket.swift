/// Sinks the top surface over offloading zones, with a blended rim, never under the minimum wall.
package struct OffloadingPocket: Sendable {
  /// Width over which the pocket's floor rises to the surface around it, mm: shorter rims cut into the foot.
  package static let rimBlend = 6.0

  /// Share of the full depth at each node of a grid: 1 in the zone, falling to 0 at `rimBlend` outside it.
  ///
  /// The zone is given on the coarser pressure grid. Not the share but the distance from the zone's edge is carried to the
  /// finer grid, and smoothed, so that no step of the coarse grid shows in the rim, which begins where it holds the whole zone.
  package static func depthShare(of zone: OffloadingZone, zoneLayout: GridLayout, on layout: GridLayout) -> HeightGrid {
    var shares = HeightGrid(layout: layout, filledWith: 0)
    let distance = SmoothDistance(from: zone.nodes, layout: zoneLayout)
    let places = zone.nodes.map { zoneLayout.position($0) }
    guard let full = places.map({ distance.value(at: $0) }).max() else { return shares }
    let end = max(full, 0) + rimBlend
    // Smoothing moves the edge by less than two nodes.
    let margin = end + 2 * zoneLayout.spacing
    let columns = range(places.map { $0.x - layout.origin.x }, margin, layout.spacing, layout.columns)
    for row in range(places.map { $0.y - layout.origin.y }, margin, layout.spacing, layout.rows) {
      for column in columns {
        let away = distance.value(at: Vector2(layout.x(column), layout.y(row)))
        shares[column, row] = 1 - smoothStep(full, end, away)
      }
    }
    return shares
  }

  /// Columns or rows of a grid within a margin of some places along it.
  private static func range(_ places: [Double], _ margin: Double, _ spacing: Double, _ count: Int) -> Range<Int> {
    func index(_ place: Double) -> Int { Int(min(max(place / spacing, 0), Double(count))) }
    guard let low = places.min(), let high = places.max() else { return 0..<0 }
    return index(low - margin)..<max(index(low - margin), min(index(high + margin) + 1, count))
  }

  /// Lowers `top` by `depth` times the shares, but never below `lowest`.
  package static func sink(_ top: inout HeightGrid, shares: HeightGrid, depth: Double, lowest: HeightGrid) {
    for index in top.values.indices where shares.values[index] > 0 {
      let floor = min(lowest.values[index], top.values[index])
      top.values[index] = max(top.values[index] - depth * shares.values[index], floor)
    }
  }
}
