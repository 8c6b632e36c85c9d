/// The upper edge of the device's wall: one fair curve in space along the trim line.
///
/// ```
///   medial   cup ────.´ crest `.           heights above the plane on which the lowest points of the sole rest
///                                `.____    ball and toes: level with the sole
///   lateral  cup ──.
///                    `·.______________
/// ```
/// The medial border rises from the cup to a crest beside the arch and meets the ball at about 0.65 L, the lateral one only
/// falls: so run the borders of a laboratory's devices (medians of 39 templates). Where a low arch would need a wall steeper
/// than the bowl can be, the line gives way to it.
struct RimLine {
  private let frame: DesignFrame
  /// Depth of the cup, mm.
  private let depth: Double
  /// Height of the crest beside the medial arch, mm.
  private let crest: Double
  private let flange: Flange?
  /// Where a device that ends behind the toes runs out; none for a full one.
  private let front: DistalBevel?
  /// Scale of lengths across: 1 on a usual adult's foot, less on a child's.
  private let scale: Double

  /// How far the crest stands above the supported arch, and at least above the cup, mm.
  static let archFreeboard = 3.0
  static let medialRise = 4.0
  /// Where the medial border begins to rise, has its crest, begins to fall and meets the ball, shares of the length.
  private static let medial = (rise: 0.10, crest: 0.40, fall: 0.42, end: 0.68)
  /// Where the lateral border begins to fall and meets the ball, shares of the length.
  private static let lateral = (fall: 0.06, end: 0.62)
  /// Half the width over which the medial line passes into the lateral one, round heel and toe, mm.
  private static let crossing = 20.0
  /// How far inside the trim line the sole is looked at, mm, and how far the rim may stand above it there.
  private static let inside = 9.0
  private static let mostRise = 8.6
  /// Where along the foot that limit begins to hold, shares of the length: the cup has the depth that is prescribed.
  private static let limitStart = (0.20, 0.32)
  /// Length over which the borders of a short device fall to its front edge, mm.
  private static let frontRun = 40.0
  /// Where the rim begins to follow the sole, share of the length.
  private static let followStart = 0.18
  /// Rounding between limit and line, and between line and sole, mm.
  private static let rounding = (limit: 4.0, sole: 1.0)
  /// Standard deviations along the line over which the sole and the line itself are smoothed, mm.
  private static let smoothing = (sole: 16.0, line: 6.0)

  init(frame: DesignFrame, prescription: Prescription) {
    self.frame = frame
    scale = DeviceBlank.scale(of: frame.length)
    // The cup keeps its depth on top of a cover.
    depth = prescription.heelCupDepth + prescription.cover
    let arch = frame.landmarks.archApex.position.z * (prescription.archContact ?? 1) + max(prescription.archHeight, 0)
    crest = max(depth + Self.medialRise * scale, arch + Self.archFreeboard)
    flange = Flange(frame: frame, prescription: prescription)
    front = DistalBevel(frame: frame, prescription: prescription)
  }

  /// Heights at the corners of the trim line, mm.
  ///
  /// - Parameter sole: The sole that the device is to follow; not a number where there is none.
  func heights(along trim: Outline, over sole: HeightGrid) -> [Double] {
    let followed = trim.smoothed(
      zip(trim.points, trim.outwardNormals).map { max(soleHeight(inside: $0, $1, sole), 0) },
      deviation: Self.smoothing.sole * scale)
    let mostRise = (Self.mostRise + max(depth - Prescription().heelCupDepth, 0)) * scale
    let heights = zip(trim.points, followed).map { point, sole -> Double in
      let share = point.y / frame.length
      var height = planned(at: point, share: share)
      if share > Self.followStart { height = Self.larger(height, sole, rounding: Self.rounding.sole * scale) }
      let limited = Self.smaller(height, sole + mostRise, rounding: Self.rounding.limit * scale)
      height += smoothStep(Self.limitStart.0, Self.limitStart.1, share) * (limited - height)
      height += flange?.height(at: point) ?? 0
      guard let front else { return height }
      return height + front.nearness(of: point, within: Self.frontRun * scale) * (front.lowest - height)
    }
    return trim.smoothed(heights, deviation: Self.smoothing.line * scale)
  }

  /// The height as planned, before the sole has its say.
  private func planned(at point: Vector2, share: Double) -> Double {
    let rise = smootherStep(Self.medial.rise, Self.medial.crest, share)
    let medial =
      (depth + (crest - depth) * rise) * (1 - smootherStep(Self.medial.fall, Self.medial.end, share))
    let lateral = depth * (1 - smootherStep(Self.lateral.fall, Self.lateral.end, share))
    return medial + smoothStep(-Self.crossing * scale, Self.crossing * scale, point.x) * (lateral - medial)
  }

  /// Height of the sole inside a point of the trim line, mm; farther inside where the foot begins there; else 0.
  private func soleHeight(inside point: Vector2, _ outward: Vector2, _ sole: HeightGrid) -> Double {
    for depth in stride(from: Self.inside * scale, through: 2 * Self.inside * scale, by: 1) {
      let height = sole.interpolated(at: point - outward * depth)
      if height.isFinite { return height }
    }
    return 0
  }

  /// The larger of two values, the corner between them rounded (a hyperbola).
  private static func larger(_ a: Double, _ b: Double, rounding: Double) -> Double {
    (a + b + ((a - b) * (a - b) + rounding * rounding).squareRoot()) / 2
  }

  private static func smaller(_ a: Double, _ b: Double, rounding: Double) -> Double {
    -larger(-a, -b, rounding: rounding)
  }
}
