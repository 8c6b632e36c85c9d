extension Outline {
  /// Distance from the outline at every node of a grid, mm: positive inside, negative outside.
  ///
  /// Exact. With a `band` the distance is cut off at ± that many millimetres, which is faster where only a rim is
  /// wanted.
  public func signedDistance(on layout: GridLayout, band: Double = .infinity) -> HeightGrid {
    signedDistance(on: layout, reach: BoundaryLines.Reach(inside: band, outside: band)).distance
  }

  /// The same as far as it is wanted, and the number of the closest side: side i runs from corner i to the next.
  func signedDistance(
    on layout: GridLayout, reach: BoundaryLines.Reach
  ) -> (distance: HeightGrid, closestSides: [Int32]) {
    let lines = BoundaryLines([points])
    let isInside = LineField.inside(layout, lines)
    let found = lines.closest(on: layout, isInside: isInside, reach: reach)
    let distances = found.indices.map { isInside[$0] ? found[$0].distance : -found[$0].distance }
    return (HeightGrid(layout: layout, values: distances), found.map(\.side))
  }

  /// The outline at a distance outward, or inward where `distance` is negative; without corners where nothing is left.
  ///
  /// The level line of the signed distance on a grid of `resolution` mm, so that parts that run into each other vanish
  /// instead of crossing. Of several remaining pieces the largest is kept. Off the exact offset by less than
  /// `resolution`² / (8 · radius of curvature).
  public func offset(by distance: Double, resolution: Double = 0.5) -> Outline {
    guard points.count > 2, distance.isFinite, let box = bounds else { return self }
    // At most about a million nodes, however large the outline.
    let margin = max(distance, 0) + 3 * resolution
    let width = box.size.x + 2 * margin
    let height = box.size.y + 2 * margin
    guard width.isFinite, height.isFinite else { return self }
    let spacing = max(resolution, (width * height / 1e6).squareRoot())
    let layout = GridLayout(
      origin: box.minimum - Vector2(margin, margin), spacing: spacing, columns: Int(width / spacing) + 2,
      rows: Int(height / spacing) + 2)
    // Only the level line is wanted.
    let beyond = abs(distance) + 2 * spacing
    let field = signedDistance(
      on: layout,
      reach: BoundaryLines.Reach(
        least: beyond - 4 * spacing, inside: distance < spacing ? beyond : 0,
        outside: distance > -spacing ? beyond : 0)
    ).distance
    guard let largest = field.largestContour(at: -distance), largest.signedArea > 0 else {
      return Outline(points: [])
    }
    return largest.resampled(spacing: spacing)
  }
}
