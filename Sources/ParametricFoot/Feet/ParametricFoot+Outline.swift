import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ParametricFoot {
  /// The height of the sole on a grid, mm; `nan` outside the outline.
  public func plantarGrid(_ layout: GridLayout) -> HeightGrid {
    let rows = Parallel.map(count: layout.rows) { row in
      (0..<layout.columns).map { plantarHeight(x: layout.x($0), y: layout.y(row)) }
    }
    return HeightGrid(layout: layout, values: rows.flatMap { $0 })
  }

  /// A grid that covers the foot with a margin, its nodes at whole multiples of the spacing.
  public func layout(spacing: Double, margin: Double = 6) -> GridLayout {
    let box = (outline(spacing: 2).bounds ?? Bounds2(.zero)).expanded(by: margin)
    let origin = Vector2(
      (box.minimum.x / spacing).rounded(.down) * spacing, (box.minimum.y / spacing).rounded(.down) * spacing)
    return GridLayout(
      origin: origin, spacing: spacing, columns: Int((box.maximum.x - origin.x) / spacing) + 1,
      rows: Int((box.maximum.y - origin.y) / spacing) + 1)
  }

  /// The silhouette seen from above: points on the exact outline, about `spacing` apart, anticlockwise from the heel.
  public func outline(spacing: Double = 1) -> Outline {
    let start = extremeOfOutline(.rear)
    var points = [start]
    var direction = Vector2(1, 0)
    let limit = Int(6 * parameters.length / spacing)
    for _ in 0..<limit {
      // Step along the outline, then back onto it along the gradient of the depth.
      var point = points[points.count - 1] + direction * spacing
      for _ in 0..<8 {
        let slope = depthGradient(point)
        let steepness = slope.dot(slope)
        guard steepness > 1e-12 else { break }
        point = point - slope * (depth(x: point.x, y: point.y) / steepness)
      }
      if points.count > 3, (point - start).length < 0.75 * spacing { break }
      points.append(point)
      // The inside, where the depth grows, stays to the left.
      direction = depthGradient(point).normalized.perpendicular * -1
    }
    return Outline(points: points)
  }

  private func depthGradient(_ point: Vector2) -> Vector2 {
    let h = 1e-4
    return Vector2(
      depth(x: point.x + h, y: point.y) - depth(x: point.x - h, y: point.y),
      depth(x: point.x, y: point.y + h) - depth(x: point.x, y: point.y - h)) * (1 / (2 * h))
  }
}
