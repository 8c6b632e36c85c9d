/// Gives cup and flanges a level rim that is nowhere thinner than the minimum wall.
///
/// A scan is roughest where the sole turns up into the side of the foot, and a wall is thin where the top climbs close
/// to the trim line. So the rim becomes a shelf: as wide as a wall and the rounded edge on it, at a height that runs
/// smoothly along the trim line, and what lies behind it rises above it gently at most.
///
/// ```
///        ___  shelf        reach: wall + rounding
///      ╱    `.
///    ╱        │ trim line
/// ```
struct RimGuard {
  /// Minimum wall, mm.
  let wall: Double
  /// Radius of the rounded edge, mm.
  let edgeRadius: Double
  /// Walls that stand on the shelf, or none.
  var flange: Flange?

  /// Spare beyond the minimum wall, mm: the wall is measured along a normal of facets about half a millimetre wide.
  static let spare = 0.2
  /// Distance from the trim line within which nothing stands much above the shelf, mm.
  static let guardedBand = 12.0
  /// Slope at which the guard rises inward, mm per mm.
  static let inwardSlope = 0.5
  /// Distance from the trim line within which the top is smoothed along it, mm, fading over the inner half.
  static let smoothedBand = 7.0
  /// Half the length along the trim line over which the shelf takes its lowest height and then its mean, mm.
  static let shelfSmoothing = 6.0

  /// Width of the shelf, mm.
  var reach: Double { wall + edgeRadius + Self.spare }

  /// Width of the shelf on a grid, mm: behind its last node the face runs straight to the next, which takes up to a
  /// node's width from the wall where no rounding of the edge makes up for it.
  private func reach(on layout: GridLayout) -> Double { wall + max(edgeRadius + Self.spare, layout.spacing) }

  /// Works the rim into the top surface.
  ///
  /// - Parameter closestSides: the side of the trim line that is closest to each node, −1 beyond `guardedBand`.
  func apply(to surfaces: inout InsoleSurfaces, closestSides: [Int32]) {
    let layout = surfaces.top.layout
    let trim = surfaces.trim.points
    let reach = reach(on: layout)
    guard trim.count > 2 else { return }
    let shelf = shelfHeights(along: surfaces.trim, on: surfaces.top)
    let line = BoundaryLines([trim])
    let distance = surfaces.distanceToTrim
    let top = AlongOutlineSmoothing(distance: distance, band: -1...Self.smoothedBand).smoothed(surfaces.top)
    surfaces.top.values = Parallel.array(count: layout.count, grain: 16 * layout.columns) { guarded($0) }
    @Sendable func guarded(_ index: Int) -> Double {
      let depth = distance.values[index]
      let side = Int(closestSides[index])
      guard depth < Self.guardedBand, side >= 0 else { return top.values[index] }
      // Between the points heights are interpolated: where the rim falls along the line, steps would show as teeth.
      let share = line.closest(side: side, to: layout.position(index)).share
      let height = shelf[side] * (1 - share) + shelf[Int(line.next[side])] * share
      // Further in the surface may stand above the shelf by a gentle slope, so that the guard ends without a step.
      let allowed = height + Self.inwardSlope * max(depth - reach, 0)
      let wall = flange?.height(at: line.point(side: side, share: share)) ?? 0
      // A flange's inner face leans outward, so that the foot slides in.
      // A node more of width: between two nodes the face runs straight, which takes from the wall.
      let standing = max(wall - Flange.innerSlope * max(depth - reach - layout.spacing, 0), 0)
      return standing
        + (depth < reach ? height : smoothMinimum(top.values[index], allowed, radius: HeelCup.rounding))
    }
  }

  /// Height of the shelf at each point of the trim line.
  private func shelfHeights(along trim: Outline, on top: HeightGrid) -> [Double] {
    let points = trim.points
    let count = points.count
    let reach = reach(on: top.layout)
    var heights = points.indices.map { index -> Double in
      let tangent = points[(index + 1) % count] - points[(index + count - 1) % count]
      // The trim line runs anticlockwise: inward is to its left.
      return top.interpolated(at: points[index] + tangent.normalized.perpendicular * reach)
    }
    let lowest = heights.reduce(Double.infinity) { $1 < $0 ? $1 : $0 }
    for index in heights.indices where !heights[index].isFinite { heights[index] = lowest }
    let reachAlong = max(Int((Self.shelfSmoothing / max(trim.perimeter / Double(count), 0.1)).rounded()), 1)
    heights = windowed(heights, reachAlong) { $0.min() ?? 0 }
    for _ in 0..<2 { heights = windowed(heights, reachAlong) { $0.reduce(0, +) / Double($0.count) } }
    return heights
  }

  /// A function of each value and its neighbours up to `reach` away, round the closed line.
  private func windowed(_ values: [Double], _ reach: Int, _ body: ([Double]) -> Double) -> [Double] {
    values.indices.map { index in
      body((-reach...reach).map { values[((index + $0) % values.count + values.count) % values.count] })
    }
  }
}
