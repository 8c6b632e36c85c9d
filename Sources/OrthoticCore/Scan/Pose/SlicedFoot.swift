#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A foot standing on its sole, looked at from above and cut across its long axis: what heel, toes and side are told
/// from.
///
/// Lengths are shares of the foot's length. The frame is that of `placement`: x across, y along from the rear end,
/// z up from the floor; which end is the heel and which side is medial is read from the slices.
struct SlicedFoot: Sendable {
  /// One slice across the foot; `nan` where nothing was seen.
  struct Slice: Sendable {
    /// Lowest x of the silhouette near the sole.
    var left = Double.nan
    /// Highest x of the silhouette near the sole.
    var right = Double.nan
    /// Height of the top, averaged over the silhouette.
    var top = Double.nan
    /// x of the crest: middle of the top, weighted by the square of its height.
    var crest = Double.nan
    /// Height of the sole in the left third of the silhouette.
    var lowLeft = Double.nan
    /// Height of the sole in the right third.
    var lowRight = Double.nan

    /// Width of the silhouette.
    var width: Double { right - left }
    /// Middle of the silhouette.
    var middle: Double { (left + right) / 2 }
  }

  /// From the scan's frame to the standing frame, in shares of the length.
  private(set) var placement: Similarity
  /// Length along the axis, file units.
  private(set) var length: Double
  /// The slices from the lower end to the upper.
  private(set) var slices: [Slice] = []
  /// Foremost y in ten strips across the ball's width, from left to right; `nan` where nothing was seen.
  private(set) var front: [Double] = []
  /// Area of the sole as a share of the length squared: what lies nearer to the floor counts more.
  private(set) var soleArea = 0.0
  /// Area of the whole scan seen from above, as a share of the length squared.
  private(set) var shadowArea = 0.0

  /// Height that most of the surface stays below, as a share of the length.
  private(set) var height = 0.0

  /// Share of the surface that `height` leaves above.
  static let aboveHeight = 0.02
  /// Height up to which the surface counts to the silhouette: 25 mm of a foot of 270 mm.
  static let silhouetteHeight = 0.093

  /// Height from which the surface is a leg's: ankles end at a third of a foot's length.
  static let legHeight = 0.45
  /// Height that a leg reaches which is told by it, and the least share of the surface above it.
  static let leg = (top: 0.9, share: 0.08)
  /// Part of the foot's length at the toes that a leg leaves free, and the most of it that may lie over them.
  static let freeFront = (length: 0.35, share: 0.2)

  /// Whether a leg rises from the foot, from one of its ends.
  func carriesLeg(_ sample: SurfaceSample) -> Bool {
    var all = 0.0
    var high = 0.0
    var leg = 0.0
    var ends = (low: 0.0, up: 0.0)
    for (point, area) in zip(sample.points, sample.areas) {
      let p = placement.placed(point)
      all += area
      high += p.z > Self.leg.top ? area : 0
      guard p.z > Self.legHeight else { continue }
      leg += area
      if p.y < Self.freeFront.length { ends.low += area }
      if p.y > 1 - Self.freeFront.length { ends.up += area }
    }
    return high > Self.leg.share * all && min(ends.low, ends.up) < Self.freeFront.share * leg
  }

  /// Stands points on the floor that a direction gives.
  init?(_ points: [Vector3], down: Vector3, size: Double) {
    guard let floor = Self.floor(points, down) else { return nil }
    placement = Similarity(up: -down, origin: down * floor)
    length = size
    // The first height of the silhouette is a guess from the scan's size, the second knows the length.
    for height in [0.1 * size, nil] {
      let band = height ?? Self.silhouetteHeight * length
      let near = points.lazy.map { [placement] in placement.placed($0) }.filter { $0.z < band }.map(\.xy)
      guard let seen = SilhouetteMask(Array(near)) else { return nil }
      let turn = seen.axis
      let forward = placement.direction(Vector3(turn.x, turn.y, 0))
      let turned = Similarity(up: placement.z, forward: forward, origin: placement.origin)
      let (low, high) = seen.extent(along: turn)
      let middle = seen.extent(along: Vector2(turn.y, -turn.x))
      length = high - low
      guard length > 0 else { return nil }
      placement = turned
      placement.origin = turned.unplaced(Vector3((middle.0 + middle.1) / 2, low, 0))
    }
    placement.scale = 1 / length
    cut(points)
  }

  /// The same foot looked at with its ends swapped.
  func turned(_ points: [Vector3]) -> SlicedFoot {
    var other = self
    other.placement = Similarity(
      x: -placement.x, y: -placement.y, z: placement.z, origin: placement.unplaced(Vector3(0, 1, 0)),
      scale: placement.scale)
    other.cut(points)
    return other
  }

  private static func floor(_ points: [Vector3], _ down: Vector3) -> Double? {
    let depths = points.map { -$0.dot(down) }
    return depths.isEmpty ? nil : -depths.ranked(depths.count / 500)
  }

  private mutating func cut(_ points: [Vector3]) {
    let placed = points.map { placement.placed($0) }
    let heights = placed.map(\.z)
    height = heights.isEmpty ? 0 : heights.ranked(Int(Double(heights.count - 1) * (1 - Self.aboveHeight)))
    let columns = FootColumns(placed)
    slices = columns.slices(below: Self.silhouetteHeight)
    front = columns.front(slices)
    (soleArea, shadowArea) = columns.areas
  }
}
