/// Where a foot is expected to touch, as a smooth field that footprints are laid on.
///
/// Values run from 0 (clear of the ground) to nearly 1 (deep contact), with the same saturation as
/// `Footprint.contact`, so that the two can be correlated.
struct ContactField: Sendable {
  /// Where the nodes lie.
  var layout: GridLayout
  /// Contact at each node, 0 to 1.
  var values: [Double]
  /// Σ value² · area, mm².
  var energy: Double
  /// Centre and long axis of the contact.
  var moments: PlanarMoments

  /// Node distance, mm: half of the usual sensor cell, so that a cell's mean is kept.
  static let spacing = 2.5

  /// Creates a field and its sums.
  init(layout: GridLayout, values: [Double]) {
    self.layout = layout
    self.values = values
    var energy = 0.0
    var points: [Vector2] = []
    var weights: [Double] = []
    for (index, value) in values.enumerated() where value > 0 {
      energy += value * value
      points.append(layout.position(index))
      weights.append(value)
    }
    self.energy = energy * layout.cellArea
    moments = PlanarMoments(points: points, weights: weights)
  }

  /// How well a footprint in a pose agrees with the field: the normalised correlation, 0 to 1.
  ///
  /// Outside the field nothing touches. Cells without load add nothing, so the map needs no margin; for a rigid pose
  /// the largest correlation is the least sum of squared differences over the whole plane. Between nodes the field runs
  /// as a quadratic B-spline: with straight lines, cells that all lie alike between the nodes would pull every pose to
  /// the nodes.
  func agreement(of footprint: Footprint, in pose: PlanarPose) -> Double {
    let origin = pose.applied(to: .zero)
    let alongX = pose.applied(to: Vector2(1, 0)) - origin
    let alongY = pose.applied(to: Vector2(0, 1)) - origin
    let inverse = 1 / layout.spacing
    let (lastColumn, lastRow) = (Double(layout.columns) - 1.5, Double(layout.rows) - 1.5)
    let columns = layout.columns
    let field = values.span
    let points = footprint.points.span
    let contact = footprint.contact.span
    var sum = 0.0
    var squares = 0.0
    for index in 0..<points.count {
      let point = points[index]
      let weight = contact[index]
      squares += weight * weight
      let u = (origin.x + alongX.x * point.x + alongY.x * point.y - layout.origin.x) * inverse
      let v = (origin.y + alongX.y * point.x + alongY.y * point.y - layout.origin.y) * inverse
      guard u >= 0.5, v >= 0.5, u < lastColumn, v < lastRow else { continue }
      // The nearest node and its neighbours.
      let column = Int(u + 0.5)
      let row = Int(v + 0.5)
      let (fx, fy) = (u - Double(column), v - Double(row))
      let (leftShare, rightShare) = ((0.5 - fx) * (0.5 - fx) / 2, (0.5 + fx) * (0.5 + fx) / 2)
      let (lowShare, highShare) = ((0.5 - fy) * (0.5 - fy) / 2, (0.5 + fy) * (0.5 + fy) / 2)
      let (midX, midY) = (0.75 - fx * fx, 0.75 - fy * fy)
      let base = row * columns + column
      let low = base - columns
      let high = base + columns
      let below = field[low - 1] * leftShare + field[low] * midX + field[low + 1] * rightShare
      let middle = field[base - 1] * leftShare + field[base] * midX + field[base + 1] * rightShare
      let above = field[high - 1] * leftShare + field[high] * midX + field[high + 1] * rightShare
      sum += weight * (below * lowShare + middle * midY + above * highShare)
    }
    let area = footprint.cellArea * pose.scaleX * pose.scaleY
    let size = (squares * area * energy).squareRoot()
    return size > 0 ? sum * area / size : 0
  }

  /// The field smoothed once by the binomial kernel 1–2–1 along both axes.
  func smoothed() -> ContactField {
    let (columns, rows) = (layout.columns, layout.rows)
    var across = values
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        let left = column > 0 ? values[index - 1] : 0
        let right = column + 1 < columns ? values[index + 1] : 0
        across[index] = (left + 2 * values[index] + right) / 4
      }
    }
    var result = across
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        let below = row > 0 ? across[index - columns] : 0
        let above = row + 1 < rows ? across[index + columns] : 0
        result[index] = (below + 2 * across[index] + above) / 4
      }
    }
    return ContactField(layout: layout, values: result)
  }
}
