#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The edge between the top and the side wall, in a plane across the trim line.
///
/// ```
///        slope
///   ───.__          z           The arc touches the top where the inset begins (d = 0)
///          `.       ↑           and the vertical wall at the trim line (d = width), whatever
///            \      └─→ d       the slope of the top; d grows along it, so rings nest.
///            │wall
/// ```
/// A feathered edge falls straight instead, as far as its width allows, and meets the wall at an angle.
struct RimProfile {
  /// Distance from the inset outward for each ring, ending with `width`, mm.
  var offsets: [Double]
  /// Height above the top at the inset for each ring, mm.
  var rises: [Double]

  /// The steepest top that the arc follows, degrees; a nearly vertical top would need an endless radius.
  static let steepest = 75.0
  /// Fall of a feathered edge per millimetre outward: gentle enough to pass under a foot unnoticed.
  static let feather = 0.7

  /// Makes the profile.
  ///
  /// - Parameters:
  ///   - width: Plan width of the rounding, mm.
  ///   - slope: Rise of the top per millimetre outward.
  ///   - rings: Number of steps.
  ///   - drop: The most that the wall's upper edge may lie below the top at the inset, mm; a thin rim flattens the arc.
  ///   - style: Arc or straight fall.
  init(width: Double, slope: Double, rings: Int, drop: Double, style: EdgeStyle = .rounded) {
    if style == .feathered {
      let fall = min(drop, Self.feather * width)
      offsets = (1...rings).map { $0 == rings ? width : width * Double($0) / Double(rings) }
      rises = (1...rings).map { -fall * Double($0) / Double(rings) }
      return
    }
    let limit = Self.steepest * .pi / 180
    let angle = min(max(atan(slope), -limit), limit)
    let radius = width / (1 + sin(angle))
    let fall = radius * cos(angle)
    let flattening = fall > drop ? drop / fall : 1
    offsets = []
    rises = []
    offsets.reserveCapacity(rings)
    rises.reserveCapacity(rings)
    for ring in 1...rings {
      // Turns from the top's normal (90° + angle from the outward direction) to the wall's (0°).
      let turn = (.pi / 2 + angle) * (1 - Double(ring) / Double(rings))
      offsets.append(ring == rings ? width : radius * (sin(angle) + cos(turn)))
      rises.append(flattening * radius * (sin(turn) - cos(angle)))
    }
  }
}
