/// The sole's height on the device's grid, continued smoothly beyond the silhouette of the foot.
///
/// The device is wider and longer than the foot; its rim needs a height where no sole is. Outside the silhouette the
/// side of the foot is carried on (`SoleEdge`), until the rim of the cup cuts it off.
public struct SoleField: Sendable {
  /// Heights above the ground plane, mm, at every node up to `margin` outside the trim line; 0 beyond.
  public let heights: HeightGrid

  /// Margin of the grid around the trim line, mm: what the solid's boundary fitting looks at.
  static let margin = 4.0
  /// Distance outside the trim line up to which the continued sole is smoothed, mm: beyond, no device reads it closely.
  static let smoothedMargin = 2.0

  /// Continues the sole of a foot over the area of a trim line.
  ///
  /// The grid keeps the nodes of `foot.plantar`, so that under the foot nothing is resampled.
  public init(foot: FootShape, trim: Outline) {
    let layout = Self.layout(foot: foot, trim: trim)
    self.init(foot: foot, layout: layout, distanceToTrim: trim.signedDistance(on: layout, band: Self.margin))
  }

  /// The grid over the area of a trim line: the nodes of `foot.plantar`, continued.
  static func layout(foot: FootShape, trim: Outline) -> GridLayout {
    let source = foot.plantar.layout
    let spacing = source.spacing
    let box = (trim.bounds ?? Bounds2(.zero)).expanded(by: Self.margin)
    let (low, high) = (box.minimum, box.maximum)
    let firstColumn = Int(((low.x - source.origin.x) / spacing).rounded(.down))
    let firstRow = Int(((low.y - source.origin.y) / spacing).rounded(.down))
    let columns = Int(((high.x - source.origin.x) / spacing).rounded(.up)) - firstColumn + 1
    let rows = Int(((high.y - source.origin.y) / spacing).rounded(.up)) - firstRow + 1
    return GridLayout(
      origin: Vector2(
        source.origin.x + Double(firstColumn) * spacing, source.origin.y + Double(firstRow) * spacing),
      spacing: spacing, columns: max(columns, 2), rows: max(rows, 2))
  }

  /// Continues the sole over such a grid.
  ///
  /// - Parameter distanceToTrim: Distance inside the trim line at the nodes, mm, negative outside.
  init(foot: FootShape, layout: GridLayout, distanceToTrim: HeightGrid) {
    let source = foot.plantar.layout
    let firstColumn = Int(((layout.origin.x - source.origin.x) / source.spacing).rounded())
    let firstRow = Int(((layout.origin.y - source.origin.y) / source.spacing).rounded())
    var values = [Double](repeating: .nan, count: layout.count)
    for row in 0..<layout.rows {
      let sourceRow = row + firstRow
      guard sourceRow >= 0, sourceRow < source.rows else { continue }
      let from = max(0, -firstColumn)
      let to = min(layout.columns, source.columns - firstColumn)
      guard from < to else { continue }
      for column in from..<to {
        values[row * layout.columns + column] =
          foot.plantar.values[sourceRow * source.columns + column + firstColumn]
      }
    }
    heights = SoleEdge(outline: foot.outline, layout: layout).continued(
      HeightGrid(layout: layout, values: values), smoothing: { distanceToTrim.values[$0] > -Self.smoothedMargin },
      where: { distanceToTrim.values[$0] > -Self.margin })
  }
}
