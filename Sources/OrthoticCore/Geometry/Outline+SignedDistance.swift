extension Outline {
  /// Distance from the outline at every node of a grid, mm: positive inside, negative outside.
  ///
  /// Exact near the outline; farther away the closest side is carried from node to node, which misses the true
  /// distance by a small part of the spacing at most.
  public func signedDistance(on layout: GridLayout) -> HeightGrid {
    let lines = BoundaryLines([points])
    var field = LineField(layout, lines: lines, reach: 1.5 * layout.spacing)
    if !field.nearestSide.contains(where: { $0 >= 0 }) {
      // The outline does not pass through the grid: measure from far.
      field = LineField(layout, lines: lines, reach: .infinity)
    }
    field.spread(over: layout, lines: lines)
    return field.signed(layout)
  }

  /// Distance from the outline within `band` mm of it, positive inside; beyond the band `±band`.
  ///
  /// Much faster than the whole field where only a rim is wanted.
  public func signedDistance(on layout: GridLayout, band: Double) -> HeightGrid {
    LineField(layout, lines: BoundaryLines([points]), reach: band).signed(layout, limit: band)
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
    let near = abs(distance) < 4 * spacing
    let field = near ? signedDistance(on: layout, band: 6 * spacing) : signedDistance(on: layout)
    let pieces = field.contours(at: -distance)
    guard let largest = pieces.max(by: { $0.signedArea < $1.signedArea }), largest.signedArea > 0 else {
      return Outline(points: [])
    }
    return largest.resampled(spacing: spacing)
  }
}

extension LineField {
  /// Distances with the sign of the side: positive inside.
  fileprivate func signed(_ layout: GridLayout, limit: Double = .infinity) -> HeightGrid {
    HeightGrid(
      layout: layout,
      values: (0..<layout.count).map { index in
        let distance = nearestSide[index] < 0 ? limit : min(squaredDistance[index].squareRoot(), limit)
        return inside[index] ? distance : -distance
      })
  }
}
