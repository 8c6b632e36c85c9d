extension Outline {
  /// Distance from the outline at every node of a grid, mm: positive inside, negative outside.
  ///
  /// Exact. With a `band` the distance is cut off at ± that many millimetres, which is faster where only a rim is
  /// wanted.
  public func signedDistance(on layout: GridLayout, band: Double = .infinity) -> HeightGrid {
    signedDistance(on: layout, within: 0...band)
  }

  /// The same where the distance to either side lies within a range; nearer nodes take any distance below the range,
  /// farther ones its end.
  private func signedDistance(on layout: GridLayout, within range: ClosedRange<Double>) -> HeightGrid {
    let lines = BoundaryLines([points])
    let inside = LineField.inside(layout, lines)
    var values = lines.distances(on: layout, within: range)
    for index in values.indices where !inside[index] { values[index] = -values[index] }
    return HeightGrid(layout: layout, values: values)
  }

  /// The outline at a distance outward, or inward where `distance` is negative; without corners where nothing is left.
  ///
  /// The level line of the signed distance on a grid of `resolution` mm, so that parts that run into each other vanish
  /// instead of crossing. Of several remaining pieces the largest is kept. Off the exact offset by less than
  /// `resolution`² / (8 · radius of curvature).
  public func offset(by distance: Double, resolution: Double = 0.5) -> Outline {
    guard points.count > 2, distance.isFinite, let first = points.first else { return self }
    var low = first
    var high = first
    for point in points {
      low = Vector2(min(low.x, point.x), min(low.y, point.y))
      high = Vector2(max(high.x, point.x), max(high.y, point.y))
    }
    // At most about a million nodes, however large the outline.
    let margin = max(distance, 0) + 3 * resolution
    let width = high.x - low.x + 2 * margin
    let height = high.y - low.y + 2 * margin
    guard width.isFinite, height.isFinite else { return self }
    let spacing = max(resolution, (width * height / 1e6).squareRoot())
    let layout = GridLayout(
      origin: low - Vector2(margin, margin), spacing: spacing, columns: Int(width / spacing) + 2,
      rows: Int(height / spacing) + 2)
    // Only the level line is wanted.
    let field = signedDistance(
      on: layout, within: max(abs(distance) - 2 * spacing, 0)...abs(distance) + 2 * spacing)
    let pieces = field.contours(at: -distance)
    guard let largest = pieces.max(by: { $0.signedArea < $1.signedArea }), largest.signedArea > 0 else {
      return Outline(points: [])
    }
    return largest.resampled(spacing: spacing)
  }
}
