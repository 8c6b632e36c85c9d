/// The strip between the trim lines and their inset, as two parallel polygons with the same corners.
///
/// A point of the strip is inset + d · normal, both interpolated along one side: straight rays that never meet as long
/// as the curve's radius stays above the strip's width.
struct TrimRim {
  /// The lines at `width` inside the trim.
  var inset: BoundaryLines
  /// Direction from each inset corner to its trim corner, per millimetre of width.
  var normals: [Vector2]
  /// Distance between the lines, mm.
  let width: Double

  /// How much shorter (or longer) a side may become by the inset: the strip's width over the curve's radius.
  ///
  /// At 1 the inset has a cusp; 0.8 leaves room for what the polygon's corners add.
  static let sharpest = 0.8

  /// Samples the lines at the spacing of the grid and insets them.
  init(trim: Outline, apertures: [Outline], width: Double, spacing: Double) throws(SolidError) {
    var insets: [[Vector2]] = []
    normals = []
    self.width = width
    for (index, outline) in ([trim] + apertures).enumerated() {
      guard outline.points.count > 2, outline.points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
        throw SolidError(.outlineTooNarrow, at: outline.points.first ?? .zero)
      }
      var line = outline.splined(spacing: spacing)
      // The region lies on the left of every line: anticlockwise outside, clockwise around apertures.
      if (line.signedArea > 0) != (index == 0) { line.points.reverse() }
      let outward = line.outwardNormals
      let inner = zip(line.points, outward).map { $0 - $1 * width }
      let count = inner.count
      for corner in 0..<count {
        let next = corner + 1 == count ? 0 : corner + 1
        let side = line.points[next] - line.points[corner]
        guard (inner[next] - inner[corner]).dot(side) > (1 - Self.sharpest) * side.dot(side) else {
          throw SolidError(.outlineTooSharp, at: line.points[corner])
        }
      }
      insets.append(inner)
      normals += outward
    }
    inset = BoundaryLines(insets)
  }

  /// For each side of the inset the longest edge whose chord stays within a tolerance of the trim line: √(8 · tolerance · R).
  func allowances(tolerance: Double) -> [Double] {
    inset.points.indices.map { side in
      // The turn of the normals over seven sides: over one it would measure the rounding of the samples.
      var first = side
      var last = Int(inset.next[side])
      var arc = 0.0
      for _ in 0..<3 {
        first = Int(inset.previous[first])
        last = Int(inset.next[last])
      }
      var corner = first
      while corner != last {
        let next = Int(inset.next[corner])
        arc += (trimCorner(next) - trimCorner(corner)).length
        corner = next
      }
      let turn = abs(normals[first].cross(normals[last]))
      guard turn > 1e-6 else { return .infinity }
      let chord = (8 * tolerance * arc / turn).squareRoot()
      let next = Int(inset.next[side])
      let shrink =
        (inset.points[next] - inset.points[side]).length / max((trimCorner(next) - trimCorner(side)).length, 1e-9)
      return chord * min(shrink, 1)
    }
  }

  private func trimCorner(_ corner: Int) -> Vector2 { inset.points[corner] + normals[corner] * width }

  /// Direction outward at a place of the inset.
  func normal(side: Int, share: Double) -> Vector2 {
    normals[side] * (1 - share) + normals[Int(inset.next[side])] * share
  }
}
