/// The sole near and beyond its silhouette, where a scan turns up into the side of the foot and is at its roughest.
///
/// A height grid sees the side of a foot as a jump: its outermost nodes hold whatever height the facet or point above
/// them happens to have. They are given up and continued from inside along the outline's normal, then smoothed along
/// the outline, where a foot changes slowly, and never across it, where the wall's profile is.
struct SoleEdge {
  /// Distance inside the silhouette from which nodes are believed, mm: a node and a half of a 0.5 mm grid.
  static let trusted = 0.75
  /// Run over which the slope of the side is measured, mm.
  static let slopeRun = 1.0
  /// Slopes of the continued side, mm per mm: at least that of a cup's wall, at most what a heightfield shows cleanly.
  static let slopes = 0.5...5.0
  /// Distance inside the silhouette up to which heights are smoothed along it, mm.
  static let smoothedBand = 3.0
  /// Reach of the distance field outward, mm; nodes farther out than this take the nearest height and a slope of 1.
  static let reach = 12.0
  /// Reach inward, mm: the smoothed band and what is looked at beside it.
  static let inwardReach = 6.0

  let layout: GridLayout
  /// Distance inside the silhouette, mm.
  let distance: HeightGrid
  private let smoothing: AlongOutlineSmoothing

  init(outline: Outline, layout: GridLayout) {
    self.layout = layout
    distance =
      outline.signedDistance(
        on: layout, reach: BoundaryLines.Reach(inside: Self.inwardReach, outside: Self.reach)
      ).distance
    smoothing = AlongOutlineSmoothing(
      distance: distance, band: (-Self.reach + layout.spacing)...Self.smoothedBand)
  }

  /// The heights with every node given a value that is read, smoothed where that is wanted; other nodes are level with
  /// the ground.
  func continued(
    _ heights: HeightGrid, smoothing isSmoothed: @Sendable (Int) -> Bool, where isRead: @Sendable (Int) -> Bool
  ) -> HeightGrid {
    @Sendable func isKnown(_ index: Int) -> Bool {
      heights.values[index].isFinite && distance.values[index] > Self.trusted
    }
    var values = Parallel.array(count: layout.count, grain: 16 * layout.columns) { (index: Int) -> Double in
      guard isRead(index) else { return 0 }
      return isKnown(index) ? heights.values[index] : extrapolated(heights, to: index) ?? .nan
    }
    let missing = values.indices.filter { values[$0].isNaN }
    // They are few, and the nearest known node is always one at the edge.
    let edge = missing.isEmpty ? [] : values.indices.filter { isKnown($0) && !isSurrounded($0, by: isKnown) }
    let nearest = NearestPoint(among: edge.map(layout.position))
    let found = Parallel.array(count: missing.count, grain: 16 * layout.columns) { (number: Int) -> Double in
      guard let (edgeNode, distance) = nearest.point(to: layout.position(missing[number])) else { return .nan }
      return max(heights.values[edge[edgeNode]], 0) + distance
    }
    for (index, value) in zip(missing, found) { values[index] = value }
    return smoothing.smoothed(HeightGrid(layout: layout, values: values), where: isSmoothed)
  }

  /// Whether the four neighbours of a node are all of a kind.
  private func isSurrounded(_ index: Int, by isKnown: (Int) -> Bool) -> Bool {
    let column = index % layout.columns
    return column > 0 && column < layout.columns - 1 && index >= layout.columns
      && index < layout.count - layout.columns && isKnown(index - 1) && isKnown(index + 1)
      && isKnown(index - layout.columns) && isKnown(index + layout.columns)
  }

  /// The height at a node outside, carried on from inside along the normal; `nil` where there is nothing inside.
  private func extrapolated(_ heights: HeightGrid, to index: Int) -> Double? {
    let depth = distance.values[index]
    guard depth > -Self.reach + layout.spacing else { return nil }
    let inward = smoothing.normal(index)
    let start = layout.position(index) + inward * (Self.trusted + layout.spacing - depth)
    let height = heights.interpolated(at: start)
    let further = heights.interpolated(at: start + inward * Self.slopeRun)
    guard height.isFinite, further.isFinite else { return nil }
    let slope = min(max((height - further) / Self.slopeRun, Self.slopes.lowerBound), Self.slopes.upperBound)
    return height + slope * (Self.trusted + layout.spacing - depth)
  }
}
