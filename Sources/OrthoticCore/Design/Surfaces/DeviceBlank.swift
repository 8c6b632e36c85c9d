/// What a device of a foot starts from whatever is worked into it: the trim line, the copied sole, and the surface that is
/// fitted to both.
///
/// Nothing here depends on the pressure, so it is made while the pressure is laid on the foot; devices that differ in
/// what is worked in, such as the trials of a dose, share it.
///
/// ```
///     rim line ─.
///                `.   bowl: as a plate spans it       between rim and sole nothing is copied: there a scan turns up into
///                  `·._____________                   the side of the foot, and the device leaves it
///     |← 9 …14 mm →| sole, as scanned
/// ```
struct DeviceBlank: Sendable {
  /// Outer line seen from above.
  let trim: Outline
  /// Height of the sole above the ground, mm; not a number where there is no foot.
  let sole: HeightGrid
  /// Distance inside the trim line, mm, negative outside; beyond `guardedBand` inside and `margin` outside only its sign
  /// is right.
  let distanceToTrim: HeightGrid
  /// The surface through sole and rim.
  private let surface: FairSurface

  /// Distances inside the trim line at which the sole begins to count and counts in full, mm, on a usual adult's foot.
  static let bowl = (rim: 9.0, sole: 12.5)
  /// Distances inside the silhouette between which a scan begins to be believed, mm: nearer, it turns up into the side.
  private static let believed = (1.0, 3.0)
  /// Distance within which the distance to the trim line is known, mm: what the bowl needs.
  static let guardedBand = 15.0
  /// Margin of the grid around the trim line, mm: what the solid's boundary fitting looks at.
  static let margin = 4.0
  /// How far inside the trim line the rim's height is met, mm: where its rounding begins.
  private static let rimInset = 1.0
  /// Weight of the rim, mm: as much as a strip of the sole of that width.
  private static let rimWeight = 30.0
  /// Distance between the surface's knots, mm.
  private static let knots = 4.0
  /// Stiffness of the surface, mm⁴: what is narrower than about 10 mm, as facets and ripples of a scan are, is taken out.
  private static let stiffness = 6.0
  /// Length of the foot on which these millimetres are meant, mm.
  private static let usualLength = 250.0

  /// Scale of lengths across for a foot: 1 from a usual adult's on, less for a child's.
  static func scale(of length: Double) -> Double { min(length / usualLength, 1) }

  init(foot: FootShape, trim: Outline) {
    self.trim = trim
    let scale = Self.scale(of: foot.length)
    let layout = Self.layout(foot: foot, trim: trim)
    distanceToTrim =
      trim.signedDistance(
        on: layout, reach: BoundaryLines.Reach(inside: Self.guardedBand, outside: Self.margin)
      ).distance
    let silhouette = foot.outline.signedDistance(
      on: layout, reach: BoundaryLines.Reach(inside: Self.believed.1, outside: layout.spacing)
    ).distance
    let frame = DesignFrame(foot: foot)
    let copied = Self.copied(foot: foot, to: layout)
    var sole = copied
    var weights = [Double](repeating: 0, count: layout.count)
    for node in weights.indices {
      let depth = distanceToTrim.values[node]
      guard depth > Self.bowl.rim * scale else { continue }
      let place = layout.position(node)
      // Ahead of the ball the device is flat, whether there is a toe or a gap beside it.
      let flat = ForefootSmoothing.share(at: place, frame: frame)
      var belief =
        sole.values[node].isFinite
        ? smoothStep(Self.believed.0, Self.believed.1, silhouette.values[node]) : 0
      if flat >= 1, !sole.values[node].isFinite { sole.values[node] = 0 }
      belief = max(belief, flat >= 1 ? 1 : 0)
      weights[node] = belief * smoothStep(Self.bowl.rim * scale, Self.bowl.sole * scale, depth)
    }
    self.sole = sole
    let inset = Outline(points: zip(trim.points, trim.outwardNormals).map { $0 - $1 * Self.rimInset })
    surface = FairSurface(
      layout: layout, weights: weights, line: inset, lineWeight: Self.rimWeight,
      nodesPerKnot: max(Int((Self.knots * scale / layout.spacing).rounded()), 1),
      stiffness: Self.stiffness * scale * scale * scale * scale)
  }

  /// The blank within the trim line that a prescription asks for, or within the user's own.
  init(foot: FootShape, prescription: Prescription, fit: OutlineFit?) {
    let trim =
      if let fit { TrimLine.cut(fit.outline, foot: foot, prescription) } else {
        TrimLine.outline(foot: foot, prescription: prescription)
      }
    self.init(foot: foot, trim: trim)
  }

  /// The blank within the same line on a coarser grid, for devices that are only looked at.
  ///
  /// - Parameter spacing: Distance of nodes, mm, at least; the foot's own nodes are kept, so that nothing is resampled.
  func coarsened(foot: FootShape, spacing: Double) -> DeviceBlank {
    let step = max(Int((spacing / foot.plantar.layout.spacing + 1e-9).rounded(.down)), 1)
    guard step > 1 else { return self }
    var coarse = foot
    coarse.plantar = foot.plantar.every(step)
    return DeviceBlank(foot: coarse, trim: trim)
  }

  /// The bowl: a surface through a sole that elements have shaped, up to a rim of given heights.
  ///
  /// - Parameter rim: Heights at the corners of the trim line, mm.
  func bowl(sole: HeightGrid, rim: [Double]) -> HeightGrid { surface.surface(heights: sole.values, line: rim) }

  /// The grid over the area of a trim line: the nodes of `foot.plantar`, continued.
  private static func layout(foot: FootShape, trim: Outline) -> GridLayout {
    let source = foot.plantar.layout
    let spacing = source.spacing
    let box = (trim.bounds ?? Bounds2(.zero)).expanded(by: margin)
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

  /// The foot's sole on such a grid; under the foot nothing is resampled.
  private static func copied(foot: FootShape, to layout: GridLayout) -> HeightGrid {
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
    return HeightGrid(layout: layout, values: values)
  }
}
