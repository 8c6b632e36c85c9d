/// How the side wall of a solid leans outward from its foot to its rim.
///
/// ```
///      ╭──.  rim            The rim's upper part stands upright, so that it is as thick as a wall; below it the
///      │   `.               wall runs straight to its foot. A low rim stands upright altogether: there is nothing
///       ╲    `._            to lean, and an edge that is undercut does not print.
///        ╲foot  ‾‾‾‾‾
/// ```
public struct WallLean: Equatable, Sendable {
  /// Run of the leaning wall inward per millimetre of its height.
  public var slope: Double
  /// Height of the upright part below the rim's edge, mm.
  public var upright: Double
  /// Rim heights between which the wall begins to lean and leans in full, mm.
  public var heights: ClosedRange<Double>
  /// Greatest run from the rim to the foot, mm: the trim line may be no rounder than that.
  public var widest: Double

  /// Creates a lean.
  public init(slope: Double, upright: Double, heights: ClosedRange<Double>, widest: Double) {
    precondition(slope >= 0 && upright > 0 && widest > 0, "a wall leans outward and ends in a rim")
    self.slope = slope
    self.upright = upright
    self.heights = heights
    self.widest = widest
  }

  /// Least distance of the foot behind the rounded edge, mm, and of the strip's inner border behind the foot.
  static let margin = (foot: 0.9, strip: 0.3)
  /// Rounding with which the run follows the rim's height, mm.
  private static let rounding = 0.5

  /// Height of the leaning part under an edge of some height above the bottom, mm.
  func height(underEdge edge: Double) -> Double {
    smoothStep(heights.lowerBound, heights.upperBound, edge) * max(edge - upright, 0)
  }

  /// Distance of the wall's foot inside the trim line, mm.
  ///
  /// - Parameters:
  ///   - edge: Height of the rim above the bottom, mm.
  ///   - edgeRadius: Width of the rounded edge, mm.
  func foot(underEdge edge: Double, edgeRadius: Double) -> Double {
    let least = edgeRadius + Self.margin.foot
    let most = max(widest, least)
    let run = slope * height(underEdge: edge)
    let larger = (run + least + ((run - least) * (run - least) + Self.rounding * Self.rounding).squareRoot()) / 2
    return min(max(larger, least), most)
  }
}
