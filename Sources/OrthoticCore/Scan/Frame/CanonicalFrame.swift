#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A right foot's surface brought into the canonical frame.
///
/// - z: the support plane touches the lowest points of the heel pad and of the first and fifth metatarsal heads.
/// - y: along the second ray, the line through the places 30 % of the width from the medial border, fitted over 10 to
///   95 % of the length and turned by a constant 0.84° so that it agrees with the line from the heel to the second toe.
/// - x = 0 on the line along y through the middle of the heel: midway between its borders, averaged over 3 to 10 % of
///   the length.
/// - y = 0 at the rearmost point.
///
/// Feet of small children are read as if under a glass, `magnification` times as large, for what is looked for on a sole is
/// some millimetres wide: everything here is then in magnified millimetres, and `PlantarSurface` makes it small again.
struct CanonicalFrame: Sendable {
  /// From the file's frame to the canonical one, magnified.
  private(set) var placement: Similarity
  /// How many times as large as it is the foot is read, 1 or more.
  let magnification: Double
  /// Points spread over the surface near the sole.
  let sole: [Vector3]
  /// The last reading of the sole, from some of the points.
  let reading: SoleReading

  /// Share of the width from the medial border at which the second ray is followed.
  static let secondRay = 0.3
  /// Shares of the length between which it is followed.
  static let rayRange = 0.10...0.95
  /// Angle from the fitted line to the axis from heel to second toe, degrees towards the lateral side: measured on the
  /// parametric feet, whose axes are known (0.73 to 0.90).
  static let rayTurn = 0.84
  /// The same angle where the toes are missing and the line ends with the ball: there the first metatarsal head is found
  /// where it is found with toes (1.4 to 1.8).
  static let toelessTurn = 1.6
  /// Distance from the edge of a foot without toes at which the line ends, mm.
  static let toelessMargin = 6.0
  /// Shares of the length between which the heel's midline is taken.
  static let heelMidline = 0.03...0.10
  /// Points that are enough to settle the pose to a few hundredths of a millimetre.
  static let enoughPoints = 30_000
  /// Points of the scan from which on every second, third and so on is enough for the sole itself: some 10 per square
  /// millimetre, as many as its height is averaged over, so that more would only take memory.
  static let plentyPoints = 250_000
  /// Points that are enough to come within a few tenths.
  static let fewPoints = 10_000
  /// Length to which smaller feet are magnified, mm: soles of this length and more are read as they are.
  static let smallestRead = 150.0
  /// Readings until the pose has settled: the first one of few points.
  static let rounds = (rough: 1, fine: 3)

  /// Settles a rough pose; `nil` where heel and forefoot are not both there.
  ///
  /// - Parameter length: true length of the foot, mm, where the scale is to follow it.
  init?(_ cleaned: CleanedScan, pose: CoarsePose, scale: Double, length: Double? = nil) {
    magnification = max(Self.smallestRead / (length ?? pose.foot.length * scale), 1)
    var placement = pose.foot.placement
    placement.scale = scale * magnification
    let few = cleaned.some(Self.fewPoints)
    let enough = cleaned.some(Self.enoughPoints)
    var last: SoleReading?
    for round in 0..<Self.rounds.rough + Self.rounds.fine {
      let points = Self.nearSole(round < Self.rounds.rough ? few : enough, placement)
      guard let reading = SoleReading(points, after: last),
        let correction = Self.correction(ground: reading.ground, borders: reading.borders)
      else { return nil }
      placement = placement.followed(by: correction)
      if let length { placement.scale *= length * magnification / reading.borders.footLength }
      last = reading.moved(by: correction)
    }
    guard let last, let reading = SoleReading(Self.nearSole(enough, placement), after: last) else { return nil }
    self.placement = placement
    self.reading = reading
    let settled = placement
    sole = cleaned.surfacePoints(atLeast: Self.plentyPoints) { Self.placedNearSole($0, settled) }
  }

  private static func nearSole(_ surface: [Vector3], _ placement: Similarity) -> [Vector3] {
    Parallel.compactMap(surface) { placedNearSole($0, placement) }
  }

  @inline(__always)
  private static func placedNearSole(_ point: Vector3, _ placement: Similarity) -> Vector3? {
    let p = placement.placed(point)
    return p.z < PlantarPatches.reach && p.z > -PlantarPatches.below ? p : nil
  }

  /// The correction that a reading calls for: from the present frame to a better one.
  static func correction(ground: GroundPlane, borders: SoleBorders) -> Similarity? {
    guard let heel = heelMiddle(borders), let ray = rayDirection(borders) else { return nil }
    func onPlane(_ p: Vector2) -> Vector3 { Vector3(p.x, p.y, ground.height(at: p)) }
    let start = onPlane(heel)
    let forward = onPlane(heel + ray) - start
    var placement = Similarity(up: ground.up, forward: forward, origin: start)
    let rear = placement.placed(onPlane(borders.rear))
    placement.origin = placement.unplaced(Vector3(0, rear.y, 0))
    return placement
  }

  /// Direction of the second ray.
  private static func rayDirection(_ borders: SoleBorders) -> Vector2? {
    var line = LocalLineFit()
    var y = borders.rear.y + rayRange.lowerBound * borders.footLength
    // Where the toes are missing the line ends before the rounded corners of the edge.
    let front = borders.isToeless ? borders.length - toelessMargin : rayRange.upperBound * borders.footLength
    while y <= borders.rear.y + front {
      if let (medial, lateral) = borders.borders(atY: y) {
        line.add(y - borders.rear.y, medial + secondRay * (lateral - medial), weight: lateral - medial)
      }
      y += 1
    }
    guard let slope = line.slope else { return nil }
    let angle = (borders.isToeless ? toelessTurn : rayTurn) * .pi / 180
    return Vector2(slope * cos(angle) + sin(angle), cos(angle) - slope * sin(angle)).normalized
  }

  private static func heelMiddle(_ borders: SoleBorders) -> Vector2? {
    var sum = Vector2.zero
    var count = 0.0
    let steps = 15
    for step in 0..<steps {
      let t = (Double(step) + 0.5) / Double(steps)
      let share = heelMidline.lowerBound + t * (heelMidline.upperBound - heelMidline.lowerBound)
      let y = borders.rear.y + share * borders.footLength
      guard let (medial, lateral) = borders.borders(atY: y) else { continue }
      sum = sum + Vector2((medial + lateral) / 2, y)
      count += 1
    }
    return count > 0 ? sum * (1 / count) : nil
  }
}
