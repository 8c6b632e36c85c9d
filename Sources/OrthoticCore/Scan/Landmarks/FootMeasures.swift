#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Lengths, angles and indices of a scanned foot, from its outline, landmarks, sole and dorsum.
///
/// What the scan does not show is `nil`. `confidence` holds a number for each measure that is there.
public struct FootMeasures: Equatable, Sendable {
  /// Heel (pternion) to longest toe along the foot's axis, mm; estimated from widths where the scan has no toes.
  public var footLength: Double
  /// Heel to first metatarsal head along the foot's axis, mm (truncated foot length, Williams and McClay 2000).
  public var truncatedLength: Double
  /// Widest place across the metatarsal heads, at right angles to the foot's axis, mm; `nil` where the outline has no
  /// points there.
  public var ballWidth: Double?
  /// Girth of the ball, mm: length of a tape around the upright cut through first and fifth metatarsal head (convex hull
  /// of the cut); `nil` where the scan does not show the dorsum there.
  public var ballGirth: Double?
  /// Widest place across the heel, mm, between 8 and 25 % of the length; `nil` where the outline has no points there.
  public var heelWidth: Double?
  /// Height of the arch's highest point (`Landmarks.archApex`) above the ground, mm.
  public var archHeight: Double
  /// Base of the medial longitudinal arch, mm: heel pad to first metatarsal head in plan.
  public var archLength: Double
  /// Arch index (Cavanagh and Rodgers 1987) of the footprint that the sole would leave; `nil` where it leaves none.
  public var archIndex: Double?
  /// Height of the instep, mm: the dorsum's highest point at half of the foot's length (Williams and McClay 2000); `nil`
  /// where the scan does not show it.
  public var instepHeight: Double?
  /// Hallux angle, degrees: turn of the medial border from heel and ball to ball and hallux, positive where the hallux
  /// leans to the lateral side (valgus); `nil` where the scan has no hallux.
  public var halluxAngle: Double?
  /// Rearfoot angle, degrees: lean of the heel's midline seen from behind, between 25 and 70 mm of height, positive where
  /// its upper end leans to the medial side (everted, valgus); `nil` where the scan does not show the back of the leg.
  public var rearfootAngle: Double?
  /// Most medial point of the outline at the ball; z is the height of the sole beside it.
  public var medialBorder: Vector3?
  /// Most lateral point of the outline at the ball.
  public var lateralBorder: Vector3?
  /// How sure each measure is, 0 to 1, in the order of their declaration; measures that are not there are absent.
  public private(set) var confidence: [(name: String, value: Double)] = []

  /// Height up to which the sole counts as footprint, mm: about what the pads of a standing foot flatten [M].
  static let printHeight = 3.0
  /// Where the heel is measured, shares of the length.
  static let heelBand = 0.08...0.25
  /// Where the borders of the ball are sought, shares of the length.
  static let ballBand = 0.58...0.80
  /// Where the medial border of the hallux is sought, shares of the length: past its joint, before its nail.
  static let halluxBand = 0.86...0.94

  /// Measures a foot.
  public init(_ foot: FootShape) {
    let landmarks = foot.landmarks
    let length = foot.length
    footLength = length
    truncatedLength = landmarks.mt1.position.y - landmarks.heel.position.y
    archHeight = landmarks.archApex.position.z
    archLength = (landmarks.mt1.position.xy - landmarks.heelCenter.position.xy).length
    let heads = [landmarks.mt1.position.y, landmarks.mt5.position.y].sorted()
    ballWidth = Self.width(of: foot.outline, from: heads[0], to: heads[1])
    heelWidth = Self.width(
      of: foot.outline, from: Self.heelBand.lowerBound * length, to: Self.heelBand.upperBound * length)
    archIndex = Self.archIndex(of: foot)
    medialBorder = Self.border(of: foot, in: Self.ballBand) { -$0.x }
    lateralBorder = Self.border(of: foot, in: Self.ballBand) { $0.x }
    let dorsum = DorsumMeasures(foot)
    ballGirth = dorsum.ballGirth
    instepHeight = dorsum.instepHeight
    rearfootAngle = dorsum.rearfootAngle
    halluxAngle = Self.halluxAngle(of: foot)
    confidence = rated(landmarks, seen: 1 - foot.coverage.filledShare)
  }

  /// How sure the measures are: as sure as the places they hang on and as what was seen of the sole.
  private func rated(_ marks: Landmarks, seen: Double) -> [(name: String, value: Double)] {
    let ends = min(marks.heel.confidence, marks.toeTip?.confidence ?? 0.4)
    let ball = min(marks.mt1.confidence, marks.mt5.confidence)
    let widths = 0.9 * seen
    let all: [(String, Double?, Double)] = [
      ("footLength", footLength, ends), ("truncatedLength", truncatedLength, marks.mt1.confidence),
      ("ballWidth", ballWidth, widths), ("ballGirth", ballGirth, min(0.8, 0.4 + 0.5 * ball)),
      ("heelWidth", heelWidth, widths), ("archHeight", archHeight, marks.archApex.confidence * seen),
      ("archLength", archLength, min(marks.heelCenter.confidence, marks.mt1.confidence)),
      ("archIndex", archIndex, 0.7 * seen), ("instepHeight", instepHeight, 0.85),
      ("halluxAngle", halluxAngle, 0.7), ("rearfootAngle", rearfootAngle, 0.6),
    ]
    return all.compactMap { name, value, confidence in value.map { _ in (name, confidence) } }
  }

  private static func width(of outline: Outline, from rear: Double, to front: Double) -> Double? {
    let xs = outline.points.filter { $0.y >= rear && $0.y <= front }.map(\.x)
    guard let low = xs.min(), let high = xs.max(), high > low else { return nil }
    return high - low
  }

  /// The point of the outline within a band of the length for which a value is largest.
  private static func border(
    of foot: FootShape, in band: ClosedRange<Double>, _ value: (Vector2) -> Double
  ) -> Vector3? {
    let points = foot.outline.points.filter { band.contains($0.y / foot.length) }
    guard let place = points.max(by: { value($0) < value($1) }) else { return nil }
    // The sole is known a little inside of the outline.
    let inward = place.x < foot.landmarks.mt1.position.x ? 2.0 : -2.0
    let height = foot.plantar.interpolated(at: place + Vector2(inward, 0))
    return Vector3(place.x, place.y, height.isNaN ? 0 : height)
  }

  private static func halluxAngle(of foot: FootShape) -> Double? {
    guard foot.landmarks.hallux != nil,
      let heel = border(of: foot, in: heelBand, { -$0.x }), let ball = border(of: foot, in: ballBand, { -$0.x }),
      let hallux = border(of: foot, in: halluxBand, { -$0.x }), hallux.y > ball.y, ball.y > heel.y
    else { return nil }
    let rear = ball.xy - heel.xy
    let front = hallux.xy - ball.xy
    return atan2(-rear.cross(front), rear.dot(front)) * 180 / .pi
  }

  /// Middle third of the toeless print's area over the whole of it; ≤ 0.21 is a high arch, ≥ 0.26 a low one.
  private static func archIndex(of foot: FootShape) -> Double? {
    let layout = foot.plantar.layout
    var rows = [Int](repeating: 0, count: layout.rows)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns where foot.plantar[column, row] < printHeight {
        let toeLine = foot.landmarks.metatarsalLine(atX: layout.x(column)) + FootProportions.toeLine * foot.length
        if layout.y(row) <= toeLine { rows[row] += 1 }
      }
    }
    guard let first = rows.firstIndex(where: { $0 > 0 }), let last = rows.lastIndex(where: { $0 > 0 }) else {
      return nil
    }
    let third = Double(last - first + 1) / 3
    var middle = 0
    for row in first...last where Double(row - first) >= third && Double(row - first) < 2 * third {
      middle += rows[row]
    }
    return Double(middle) / Double(rows.reduce(0, +))
  }

  /// Same measures and confidences.
  public static func == (a: FootMeasures, b: FootMeasures) -> Bool {
    a.values == b.values && a.medialBorder == b.medialBorder && a.lateralBorder == b.lateralBorder
      && a.confidence.map(\.value) == b.confidence.map(\.value)
  }

  private var values: [Double?] {
    [
      footLength, truncatedLength, ballWidth, ballGirth, heelWidth, archHeight, archLength, archIndex, instepHeight,
      halluxAngle, rearfootAngle,
    ]
  }
}
