/// The strip between the trim lines and their inset, as two polygons with the same corners.
///
/// A point of the strip is inset + d · normal, both interpolated along one side: straight rays that never meet as long
/// as the curve's radius stays above the strip's width.
struct TrimRim {
  /// The lines inside the trim.
  var inset: BoundaryLines
  /// Direction from each inset corner to its trim corner, per millimetre of width.
  var normals: [Vector2]
  /// Distance between the lines at each corner, mm.
  let widths: [Double]

  /// How much shorter (or longer) a side may become by the inset: the strip's width over the curve's radius.
  ///
  /// At 1 the inset has a cusp; 0.8 leaves room for what the polygon's corners add.
  static let sharpest = 0.8

  /// Samples the lines at the spacing of the grid and insets them.
  ///
  /// - Parameter width: The strip's width at each corner of a line and its outward normals, mm; told whether the line is an
  ///   aperture's.
  init(
    trim: Outline, apertures: [Outline], spacing: Double, width: (Outline, [Vector2], _ isAperture: Bool) -> [Double]
  ) throws(SolidError) {
    var insets: [[Vector2]] = []
    var allWidths: [Double] = []
    normals = []
    for (index, outline) in ([trim] + apertures).enumerated() {
      guard outline.points.count > 2, outline.points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
        throw SolidError(.outlineTooNarrow, at: outline.points.first ?? .zero)
      }
      var line = outline.splined(spacing: spacing)
      // The region lies on the left of every line: anticlockwise outside, clockwise around apertures.
      if (line.signedArea > 0) != (index == 0) { line.points.reverse() }
      let outward = line.outwardNormals
      let widths = width(line, outward, index > 0)
      let inner = line.points.indices.map { line.points[$0] - outward[$0] * widths[$0] }
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
      allWidths += widths
    }
    widths = allWidths
    inset = BoundaryLines(insets)
  }

  /// For each side of the inset the longest edge whose chord stays within a tolerance of the trim line.
  func allowances(tolerance: Double) -> [Double] {
    var trim = inset
    trim.points = inset.points.indices.map { inset.points[$0] + normals[$0] * widths[$0] }
    return zip(trim.allowances(tolerance: tolerance), inset.points.indices).map { chord, side in
      let next = Int(inset.next[side])
      let shrink =
        (inset.points[next] - inset.points[side]).length / max((trim.points[next] - trim.points[side]).length, 1e-9)
      return chord * min(shrink, 1)
    }
  }

  /// Direction outward at a place of the inset.
  func normal(side: Int, share: Double) -> Vector2 {
    normals[side] * (1 - share) + normals[Int(inset.next[side])] * share
  }

  /// Whether a side belongs to the trim line, not to an aperture.
  func isOuter(side: Int) -> Bool { side < inset.starts[1] }

  /// Width of the strip at a place of the inset, mm.
  func width(side: Int, share: Double) -> Double {
    widths[side] * (1 - share) + widths[Int(inset.next[side])] * share
  }
}
