#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What stands over one point of the plan: a sole that curls up to the rim and a dorsum that rounds off from it.
///
/// ```
///            _/  pitch: how steeply the dorsum climbs inwards
///         _/
///       (    shoulder: quarter ellipse above the rim
///       (  ← rim, where the wall is vertical
///        \____ base
///       |  | curl width, or shoulder width above the rim
///       depth 0 → inside
/// ```
struct FootColumn: Sendable {
  /// Depth below the outline in plan, mm; negative outside.
  var depth: Double
  /// Height of the sole without its rim, mm.
  var base: Double
  /// Height of the rim above the base, mm.
  var rise: Double
  /// Width over which the sole curls up to the rim, mm.
  var curlWidth: Double
  /// Height of the shoulder above the rim, mm.
  var shoulder: Double
  /// Width over which the wall bends over to the dorsum, mm.
  var shoulderWidth: Double
  /// Climb of the dorsum per millimetre of depth, at the rim.
  var pitch: Double

  /// Height of the rim, mm.
  var rim: Double { base + rise }

  /// How far the dorsum has climbed from the shoulder, mm: less and less steeply, so that the rays are no ridges.
  private var climb: Double { pitch * Self.climbDepth * (1 - exp(-max(depth, 0) / Self.climbDepth)) }

  /// Depth over which the climb slows down, mm.
  private static let climbDepth = 14.0

  /// Height of the sole, mm; `nan` outside the outline.
  var lower: Double {
    guard depth >= 0 else { return .nan }
    let a = max(0, 1 - depth / curlWidth)
    return rim - rise * (1 - a * a).squareRoot()
  }

  /// Height of the dorsum, mm; `nan` outside the outline.
  var upper: Double {
    guard depth >= 0 else { return .nan }
    let a = max(0, 1 - depth / shoulderWidth)
    return rim + shoulder * (1 - a * a).squareRoot() + climb
  }

  /// How far a height lies inside the surface, in units of about 1 mm; 0 on the surface, negative outside.
  func inside(_ z: Double) -> Double {
    let below = z < rim
    let width = below ? curlWidth : shoulderWidth
    let a = max(0, 1 - depth / width)
    // The climb is sheared away, so that the dorsum too is a quarter ellipse.
    let b = below ? (rim - z) / rise : max(0, z - rim - climb) / shoulder
    return width * (1 - (a * a + b * b).squareRoot())
  }
}
