#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is measured on the upper side of a foot, where a scan shows it.
struct DorsumMeasures: Sendable {
  /// Length of a tape around the ball, mm.
  private(set) var ballGirth: Double?
  /// Highest point of the dorsum at half the length, mm.
  private(set) var instepHeight: Double?
  /// Lean of the heel's midline from behind, degrees, positive to the medial side.
  private(set) var rearfootAngle: Double?

  /// Half thickness of a cut through the points, mm.
  static let halfCut = 2.0
  /// Strips across a cut, in each of which the dorsum must show.
  static let strips = 8
  /// Least height of a dorsum above the sole, mm: a foot is nowhere thinner behind its toes.
  static let leastThickness = 15.0
  /// Heights between which the heel is seen from behind, mm, and the height of a slice.
  static let heelHeights = 25.0...70.0
  static let slice = 5.0
  /// Share of the length from the heel that belongs to the back of the leg.
  static let back = 0.12

  /// Measures a foot.
  init(_ foot: FootShape) {
    let mt1 = foot.landmarks.mt1.position.xy
    let width = foot.landmarks.mt5.position.xy - mt1
    let ball = Plane(origin: mt1, along: width.normalized)
    let middle = Plane(origin: Vector2(0, foot.length / 2), along: Vector2(1, 0))
    let heelEnd = Self.back * foot.length
    // The few points that matter, in one walk over the many that a scan has.
    let points = foot.points { ball.isNear($0) || middle.isNear($0) || Self.isHeel($0, before: heelEnd) }
    if width.length > 1 {
      let cut = ball.cut(points)
      if Self.showsDorsum(cut) { ballGirth = Outline(hullOf: cut).perimeter }
    }
    let instep = middle.cut(points)
    if Self.showsDorsum(instep) {
      // The second highest: one point alone may be a stray.
      instepHeight = instep.map(\.y).sorted().dropLast().last
    }
    rearfootAngle = Self.heelLean(points.filter { Self.isHeel($0, before: heelEnd) })
  }

  /// An upright plane through a foot.
  private struct Plane: Sendable {
    let origin: Vector2
    /// Its direction, or zero for no plane at all.
    let along: Vector2

    func isNear(_ p: Vector3) -> Bool { abs(along.cross(p.xy - origin)) <= halfCut }

    /// The points near it, as places along it and heights.
    func cut(_ points: [Vector3]) -> [Vector2] {
      points.filter(isNear).map { Vector2(along.dot($0.xy - origin), $0.z) }
    }
  }

  /// Whether a point belongs to the back of the heel.
  private static func isHeel(_ p: Vector3, before end: Double) -> Bool { p.y < end && heelHeights.contains(p.z) }

  /// Whether a cut has an upper side all across; the ankle does not end below it.
  private static func showsDorsum(_ cut: [Vector2]) -> Bool {
    guard let low = cut.map(\.x).min(), let high = cut.map(\.x).max(), high - low > 40 else { return false }
    var bottom = [Double](repeating: .infinity, count: strips)
    var top = [Double](repeating: -.infinity, count: strips)
    for p in cut {
      // The outermost tenth on either side is wall.
      let share = ((p.x - low) / (high - low) - 0.1) / 0.8
      guard share >= 0, share < 1 else { continue }
      let strip = Int(share * Double(strips))
      bottom[strip] = min(bottom[strip], p.y)
      top[strip] = max(top[strip], p.y)
    }
    return zip(bottom, top).allSatisfy { $1 - $0 > leastThickness }
  }

  /// Lean of the line through the middles of the heel's slices.
  private static func heelLean(_ points: [Vector3]) -> Double? {
    let count = Int((heelHeights.upperBound - heelHeights.lowerBound) / slice)
    var sides = [(low: Double, high: Double, points: Int)](repeating: (.infinity, -.infinity, 0), count: count)
    for p in points {
      let index = min(Int((p.z - heelHeights.lowerBound) / slice), count - 1)
      sides[index].low = min(sides[index].low, p.x)
      sides[index].high = max(sides[index].high, p.x)
      sides[index].points += 1
    }
    var line = LocalLineFit()
    for (index, side) in sides.enumerated() {
      // The back of a heel is some 40 to 60 mm wide at that depth.
      guard side.points >= 8, side.high - side.low > 20 else { return nil }
      line.add(Double(index) * slice, (side.low + side.high) / 2, weight: 1)
    }
    return line.slope.map { -atan($0) * 180 / .pi }
  }
}
