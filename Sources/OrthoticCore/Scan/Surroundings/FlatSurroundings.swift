/// Looks for the foot in a scan that shows a room: behind or before walls, tables, boxes and floors that are no plain
/// support of it.
///
/// A support that lies beneath the whole foot, and nothing else with it, is `SupportPlane`'s. This is for what is left:
/// the floor deep under a foot that is held up, the wall behind it, the stool with its sides. It is asked only where the
/// scan as a whole shows no sole, and it answers with the part of space in which one is seen.
enum FlatSurroundings {
  /// A plane through much of the surface.
  struct Plane {
    /// Unit vector.
    var normal: Vector3
    /// Points of the plane have `point · normal = offset`.
    var offset: Double
    /// Area near it.
    var area: Double
  }

  /// Planes hold at least this share of the surface.
  static let leastShare = 0.12
  /// Least share of what lies near a plane that lies within a third of the distance: of a curved surface a third does,
  /// of a flat one nearly all.
  static let leastFlatness = 0.5
  /// Planes that are looked at, and how often one is taken away from what is left.
  static let tries = (planes: 4, rounds: 3)
  /// Least share of the surface on a side that may hold a foot.
  static let leastSide = 0.02
  /// Distance up to which the surface counts to a plane, as a share of the surface's size.
  static let tolerance = 0.012
  /// Points that show whether there is a foot.
  static let enoughPoints = 60_000

  /// The parts of space that show a sole, each as what it lies in, the likeliest first; none where there are none.
  static func halfSpaces(around surface: [Vector3], isImpression: Bool) -> [[HalfSpace]] {
    let some = stride(from: 0, to: surface.count, by: max(surface.count / enoughPoints, 1)).map { surface[$0] }
    var before: [HalfSpace] = []
    for _ in 0..<tries.rounds {
      let left = some.filter { before.contains($0) }
      guard let voxels = SurfaceVoxels(left) else { return [] }
      let cubes = voxels.counts.indices.filter { voxels.counts[$0] > 0 }
      let sample = SurfaceSample(voxels, cubes: cubes).thinned(to: 1500)
      let found = planes(in: sample)
      guard let largest = found.first else { return [] }
      let reach = 1.5 * tolerance * sample.size
      let halves = found.flatMap { sides(of: $0, in: sample, reach: reach) }
      let parts = halves.map { before + [$0.region] }
      let likeness = Parallel.map(count: parts.count) {
        bestLikeness(left, within: parts[$0], reach: reach, keepsPlane: halves[$0].keepsPlane, isImpression)
      }
      let clear = parts.indices.filter { likeness[$0] >= CoarsePose.clearLikeness }
      if !clear.isEmpty { return clear.sorted { (likeness[$0], -$0) > (likeness[$1], -$1) }.map { parts[$0] } }
      before.append(
        .beside(normal: largest.normal, offset: largest.offset, thickness: reach))
    }
    return []
  }

  /// Most of a sole that may be missing where it was found so.
  static let largestGap = 0.1

  /// Whether what was found so is a foot beyond doubt: whole, and of a usual length where nobody says how long it is.
  static func isClear(_ foot: FootShape, options: ScanOptions, declared: Double?) -> Bool {
    let isKnown = options.footLength != nil || options.unit != nil || declared != nil
    let isWhole = foot.coverage.filledShare < largestGap && foot.landmarks.toeTip != nil
    return isWhole && (isKnown || PlausibleFoot.lengthsOfAdults.contains(foot.length))
  }

  /// Most of a piece that may lie where a plane was cut away, unless its sole faces away from there, as in a foam box:
  /// more of it, and a part of the foot went with the plane.
  static let mostAtCut = 0.02

  /// How much the likeliest piece in a part of space looks like a foot on its sole.
  private static func bestLikeness(
    _ surface: [Vector3], within halfSpaces: [HalfSpace], reach: Double, keepsPlane: Bool, _ isImpression: Bool
  ) -> Double {
    let cuts = keepsPlane ? Array(halfSpaces.dropLast()) : halfSpaces
    return FootCandidate.all(in: surface, isImpression: isImpression, within: halfSpaces).map { candidate -> Double in
      // A sole that stands on a floor was not seen from below, and what the plane joins is no foot.
      guard keepsPlane ? candidate.support?.kind == .around : candidate.support?.kind != .floor,
        let pose = CoarsePose(candidate)
      else { return 0 }
      let down = -pose.foot.placement.z
      let enough = mostAtCut * Double(candidate.some.count)
      for cut in cuts where !cut.isBehind(down) {
        let atCut = candidate.some.reduce(0.0) { $0 + (cut.isNearEdge($1, reach) ? 1 : 0) }
        guard atCut <= enough else { return 0 }
      }
      return pose.foot.soleLikeness
    }.max() ?? 0
  }

  /// What lies on either side of a plane, with the plane itself and without it.
  private static func sides(
    of plane: Plane, in sample: SurfaceSample, reach: Double
  ) -> [(region: HalfSpace, keepsPlane: Bool)] {
    let total = sample.areas.reduce(0, +)
    return [1.0, -1].flatMap { sign -> [(region: HalfSpace, keepsPlane: Bool)] in
      let normal = plane.normal * sign
      let offset = plane.offset * sign
      let beyond = zip(sample.points, sample.areas).reduce(0) { sum, place in
        place.0.dot(normal) - offset > reach ? sum + place.1 : sum
      }
      guard beyond > leastSide * total else { return [] }
      return [
        (.before(normal: normal, offset: offset - reach), true),
        (.before(normal: normal, offset: offset + reach), false),
      ]
    }
  }

  /// The planes with most of the surface near them, the largest first, each without what lies near the larger ones.
  static func planes(in sample: SurfaceSample) -> [Plane] {
    let reach = tolerance * sample.size
    let total = sample.areas.reduce(0, +)
    var left = sample
    var found: [Plane] = []
    while found.count < tries.planes, left.points.count > 50 {
      let rest = left
      let starts = stride(from: 0, to: rest.points.count, by: max(rest.points.count / 200, 1)).map { $0 }
      let planes = Parallel.map(count: starts.count) { plane(at: starts[$0], in: rest, reach: reach) }
      guard let best = planes.compactMap({ $0 }).max(by: { $0.area < $1.area }), best.area >= leastShare * total
      else { break }
      found.append(best)
      left = rest.keeping { abs($0.dot(best.normal) - best.offset) > 1.5 * reach }
    }
    return found
  }

  /// The plane through a place and its neighbours, laid anew through all that is near it.
  private static func plane(at start: Int, in sample: SurfaceSample, reach: Double) -> Plane? {
    let place = sample.points[start]
    let near = nearest(20, to: place, in: sample)
    guard let far = near.last, let across = near.max(by: { $0.cross(far).length < $1.cross(far).length }),
      across.cross(far).length > 1e-6 * far.dot(far)
    else { return nil }
    let normal = across.cross(far).normalized
    var plane: SupportPlane.Plane = (normal, place.dot(normal))
    for round in 0..<4 {
      guard let fitted = SupportPlane.fitted(sample, plane, band: reach * Double(5 - round)) else { return nil }
      plane = fitted
    }
    var area = 0.0
    var closest = 0.0
    for index in sample.points.indices {
      let distance = abs(sample.points[index].dot(plane.normal) - plane.offset)
      area += distance <= reach ? sample.areas[index] : 0
      closest += distance <= reach / 3 ? sample.areas[index] : 0
    }
    guard closest >= leastFlatness * area else { return nil }
    return Plane(normal: plane.normal, offset: plane.offset, area: area)
  }

  /// The nearest points of a sample as seen from a place, the nearest first, of equals the earlier.
  static func nearest(_ count: Int, to place: Vector3, in sample: SurfaceSample) -> [Vector3] {
    var near: [Vector3] = []
    var squares: [Double] = []
    for point in sample.points {
      let offset = point - place
      let square = offset.dot(offset)
      if near.count == count, square >= squares[count - 1] { continue }
      var rank = near.count
      while rank > 0, squares[rank - 1] > square { rank -= 1 }
      near.insert(offset, at: rank)
      squares.insert(square, at: rank)
      if near.count > count {
        near.removeLast()
        squares.removeLast()
      }
    }
    return near
  }
}
