/// A flat support that was scanned with the foot: a floor or plate that it stands on, or a plate or foam block around a
/// sole that faces away from it.
///
/// It is told from a flat sole by lying outside the silhouette of everything else.
struct SupportPlane: Equatable, Sendable {
  /// How the foot lies to the support.
  enum Kind: Equatable, Sendable {
    /// The foot stands on it: a tall body on the floor.
    case floor
    /// The sole rises from it like a relief: a plate around the foot, or the surface of a foam box.
    case around
  }

  /// Unit vector out of the support towards the foot, in the scan's frame.
  var normal: Vector3
  /// Offset: points of the plane have `point · normal = offset`.
  var offset: Double
  /// Distance up to which the surface belongs to the support, file units.
  var thickness: Double
  /// How the foot lies to it.
  var kind: Kind

  /// A relief lower than this share of its length is a sole; a foot standing on the floor is higher.
  static let reliefHeight = 0.2
  /// A support holds at least this share of the whole surface.
  static let leastShare = 0.12
  /// At least this share of a support lies outside the silhouette of the rest: of plates that hardly reach beyond the
  /// foot a third does, of flat soles nothing.
  static let leastOutside = 0.25
  /// Standard deviations of a rough floor's points within which they belong to it.
  static let roughness = 3.0

  /// Where a foot stands on the floor: what lies there on the plane is its sole, for a scanner sees only one of both.
  var footprint: Footprint?

  /// Whether a point belongs to the foot and not to the support or what is behind it.
  @inline(__always) func keeps(_ point: Vector3) -> Bool {
    let height = point.dot(normal) - offset
    if height > thickness { return true }
    guard height > -thickness, let footprint else { return false }
    return footprint.covers(point)
  }

  /// The direction in which the sole faces.
  var down: Vector3 { kind == .floor ? -normal : normal }

  /// Finds a support, or `nil` where there is none.
  ///
  /// - Parameter isImpression: whether the sole is known to lie below its rim, however deep.
  init?(_ sample: SurfaceSample, isImpression: Bool = false) {
    let few = sample.thinned(to: 1500)
    let size = few.size
    let total = few.areas.reduce(0, +)
    guard total > 0 else { return nil }
    let tolerance = 0.012 * size
    func area(near plane: Plane) -> Double {
      zip(few.points, few.areas).reduce(0) {
        abs($1.0.dot(plane.normal) - plane.offset) <= tolerance ? $0 + $1.1 : $0
      }
    }
    // A support has everything else on one side, so it is one of the floors that the surface can lean on.
    let planes = SoleDirection.candidates(in: few).map { start in
      (0..<10).reduce((normal: start.direction, offset: Self.floor(few, start.direction))) { plane, round in
        Self.fitted(few, plane, band: size * max(0.06 - 0.006 * Double(round), 0.012)) ?? plane
      }
    }
    guard var plane = planes.max(by: { area(near: $0) < area(near: $1) }) else { return nil }
    // The foot is on the side with more surface.
    var near = 0.0
    var above = 0.0
    var below = 0.0
    for (point, area) in zip(few.points, few.areas) {
      let t = point.dot(plane.normal) - plane.offset
      if abs(t) <= tolerance { near += area } else if t > 0 { above += area } else { below += area }
    }
    guard near >= Self.leastShare * total else { return nil }
    if below > above { plane = (-plane.normal, -plane.offset) }
    guard max(above, below) > 0.85 * (above + below) else { return nil }
    normal = plane.normal
    offset = plane.offset
    // What lies outside the silhouette of the rest?
    let frame = Similarity(up: plane.normal, origin: plane.normal * plane.offset)
    let placed = few.points.map { frame.placed($0) }
    guard let box = Bounds2(placed.lazy.map(\.xy)) else { return nil }
    let shadow = Shadow(placed.filter { $0.z > 1.5 * tolerance }.map(\.xy), over: box, cell: size / 25)
    var outside: [Double] = []
    for p in placed where abs(p.z) <= tolerance && !shadow.covers(p.xy) { outside.append(abs(p.z)) }
    let inliers = placed.filter { abs($0.z) <= tolerance }.count
    guard Double(outside.count) >= Self.leastOutside * Double(inliers), outside.count >= 20 else { return nil }
    let rest = placed.filter { $0.z > 1.5 * tolerance }
    let heights = rest.map(\.z).sorted()
    guard !heights.isEmpty, let mask = SilhouetteMask(rest.map(\.xy)) else { return nil }
    let height = heights[heights.count * 98 / 100]
    let extent = mask.extent(along: mask.axis)
    kind = isImpression || height < Self.reliefHeight * (extent.1 - extent.0) ? .around : .floor
    // A floor is cut away as thinly as its own roughness allows, for the sole stands on it.
    outside.sort()
    let roughness = outside[outside.count * 3 / 4] / 1.15
    thickness = kind == .around ? max(tolerance, 4 * roughness) : max(3 * roughness, 0.002 * size)
  }

  /// Lays the plane through all points of the surface that are near it: where it cuts the foot must not depend on the
  /// sample that it was found on.
  mutating func settle(on surface: [Vector3]) {
    for _ in 0..<3 {
      let frame = Similarity(up: normal, origin: normal * offset)
      var fit = LocalPlaneFit()
      for point in surface where point.isFinite {
        let near = 1 - (point.dot(normal) - offset) * (point.dot(normal) - offset) / (thickness * thickness)
        guard near > 0 else { continue }
        let p = frame.placed(point)
        fit.add(p.xy, p.z, weight: near * near)
      }
      guard let solved = fit.solved(steadiedBy: thickness * thickness) else { return }
      normal = frame.direction(Vector3(-solved.slope.x, -solved.slope.y, 1).normalized)
      offset = frame.unplaced(Vector3(0, 0, solved.height)).dot(normal)
    }
  }

  /// Widens the layer that belongs to a floor where its own points, rather than the averages that it was found on, are
  /// rough.
  mutating func widen(on surface: [Vector3], size: Double) {
    let tolerance = 0.012 * size
    let body = Footprint(of: surface.filter { $0.dot(normal) - offset > 1.5 * tolerance }, on: normal)
    let heights = surface.compactMap { point -> Double? in
      let height = abs(point.dot(normal) - offset)
      return height < tolerance && !(body?.covers(point) ?? false) ? height : nil
    }
    guard heights.count > 100 else { return }
    // 68 % lie within one standard deviation.
    let deviation = heights.ranked(heights.count * 68 / 100)
    guard Self.roughness * deviation > thickness else { return }
    thickness = Self.roughness * deviation
    settle(on: surface)
  }

  typealias Plane = (normal: Vector3, offset: Double)

  private static func floor(_ sample: SurfaceSample, _ down: Vector3) -> Double {
    let depths = sample.points.map { $0.dot(down) }.sorted(by: >)
    return depths.isEmpty ? 0 : depths[depths.count / 100]
  }

  /// The least-squares plane through what lies near a plane.
  static func fitted(_ sample: SurfaceSample, _ plane: Plane, band: Double) -> Plane? {
    let frame = Similarity(up: plane.normal, origin: plane.normal * plane.offset)
    var fit = LocalPlaneFit()
    for (point, area) in zip(sample.points, sample.areas) {
      let p = frame.placed(point)
      let near = 1 - p.z * p.z / (band * band)
      if near > 0 { fit.add(p.xy, p.z, weight: area * near * near) }
    }
    guard let solved = fit.solved(steadiedBy: band * band) else { return nil }
    let normal = frame.direction(Vector3(-solved.slope.x, -solved.slope.y, 1).normalized)
    return (normal, frame.unplaced(Vector3(0, 0, solved.height)).dot(normal))
  }
}

/// The silhouette of some points with its holes closed.
private struct Shadow {
  private let bins: PointBins
  private var isOutside: [Bool]

  init(_ points: [Vector2], over box: Bounds2, cell: Double) {
    let low = box.minimum - Vector2(2 * cell, 2 * cell)
    bins = PointBins(
      origin: low, side: cell, columns: Int((box.maximum.x - low.x) / cell) + 3,
      rows: Int((box.maximum.y - low.y) / cell) + 3)
    var covered = [Bool](repeating: false, count: bins.count)
    // A cell covers its neighbours too: the thin rim of a sole must not leak where the sample left a cell out.
    for p in points {
      let (column, row) = bins.place(of: p)
      for j in (row - 1)...(row + 1) { for i in (column - 1)...(column + 1) { covered[j * bins.columns + i] = true } }
    }
    // Flood from a corner; what it does not reach is inside.
    isOutside = GridFlood.outside(covered, columns: bins.columns, rows: bins.rows)
  }

  func covers(_ p: Vector2) -> Bool { !isOutside[bins.index(of: p)] }
}
