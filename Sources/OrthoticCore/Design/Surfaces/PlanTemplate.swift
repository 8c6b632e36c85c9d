/// The usual line of an insole seen from above, to which the line of a foot is faired.
///
/// ```
///        .´tip `.      share of the length, heel to tip
///       /        )
///      (  waist /
///       \      |
///        `._ _.´       x: shares of the length, from the heel's middle line, medial negative
/// ```
/// Widths are those measured on templates of a laboratory's insoles (medians of 39 adult sizes, measured from their solids);
/// they carry the manner of the line (an inward waist beside the arch, an almost straight lateral side, a round toe) and
/// give way to the foot in everything else.
enum PlanTemplate {
  /// Place along, width to the medial and to the lateral side, shares of the length.
  private static let widths: [(along: Double, medial: Double, lateral: Double)] = [
    (0.03, 0.083, 0.080), (0.06, 0.105, 0.102), (0.10, 0.118, 0.118), (0.15, 0.123, 0.131), (0.20, 0.120, 0.140),
    (0.30, 0.108, 0.152), (0.40, 0.103, 0.169), (0.50, 0.107, 0.195), (0.60, 0.118, 0.212), (0.70, 0.123, 0.212),
    (0.75, 0.122, 0.204), (0.80, 0.115, 0.192), (0.85, 0.103, 0.175), (0.90, 0.086, 0.151), (0.93, 0.073, 0.134),
    (0.96, 0.055, 0.112), (0.98, 0.039, 0.090),
  ]
  /// x of the tip, share of the length.
  private static let tip = 0.022
  /// Waviness of the measured widths that is taken out, share of the length.
  private static let smoothing = 0.05

  /// The line of a device of some length, its heel at y = 0, mm; anticlockwise from the heel.
  static func line(length: Double) -> Outline {
    let lateral = widths.map { Vector2($0.lateral, $0.along) }
    let medial = widths.reversed().map { Vector2(-$0.medial, $0.along) }
    let corners = [Vector2(0, 0)] + lateral + [Vector2(tip, 1)] + medial
    let smooth = Outline(points: corners.map { $0 * length }).splined(spacing: length / 300)
      .smoothed(over: smoothing * length)
    guard let box = smooth.bounds, box.size.y > 0 else { return smooth }
    let scale = length / box.size.y
    return Outline(points: smooth.points.map { Vector2($0.x, ($0.y - box.minimum.y) * scale) })
  }
}
