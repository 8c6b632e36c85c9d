/// What stands over one point of the plan: two quarter ellipses that meet at the rim.
///
/// ```
///          ____ top = rim + dome
///        /
///       (  ← rim, where the wall is vertical
///        \____ base
///       |  | curl width, or dome width for the upper part
///       depth 0 → inside
/// ```
struct FootColumn: Sendable {
  /// Depth below the outline in plan, mm; negative outside.
  var depth: Double
  /// Height of the sole without its rim, mm.
  var base: Double
  /// Height of the rim above the base, mm.
  var rise: Double
  /// Height of the dorsum above the rim, mm.
  var dome: Double
  /// Width over which the sole curls up to the rim, mm.
  var curlWidth: Double
  /// Width over which the wall bends over to the dorsum, mm.
  var domeWidth: Double

  /// Height of the rim, mm.
  var rim: Double { base + rise }

  /// Height of the sole, mm; `nan` outside the outline.
  var lower: Double {
    guard depth >= 0 else { return .nan }
    let a = max(0, 1 - depth / curlWidth)
    return rim - rise * (1 - a * a).squareRoot()
  }

  /// Height of the dorsum, mm; `nan` outside the outline.
  var upper: Double {
    guard depth >= 0 else { return .nan }
    let a = max(0, 1 - depth / domeWidth)
    return rim + dome * (1 - a * a).squareRoot()
  }

  /// How far a height lies inside the surface, in units of about 1 mm; 0 on the surface, negative outside.
  func inside(_ z: Double) -> Double {
    let below = z < rim
    let width = below ? curlWidth : domeWidth
    let a = max(0, 1 - depth / width)
    let b = below ? (rim - z) / rise : (z - rim) / dome
    return width * (1 - (a * a + b * b).squareRoot())
  }
}
