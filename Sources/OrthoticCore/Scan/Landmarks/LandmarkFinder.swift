#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds the landmarks on a sole that stands roughly in the canonical frame.
///
/// A pad's landmark is the lowest point of the pad (`pad`); low is what is low above the ground that the sole stands on,
/// and the ground is what three of the pads rest on, so both are settled together.
struct LandmarkFinder: Sendable {
  /// Where a landmark usually lies and how far around it the sole is looked at.
  struct Prior: Sendable {
    /// Share of the foot's length from the heel.
    var along: Double
    /// Share of the foot's width from the medial border.
    var across: Double
    /// Radius of the fits, share of the length.
    var reach: Double
    /// By how much the fits widen on a noisy scan, as a share: a wider fit evens out more noise but sees more than the
    /// pad, which pads with a higher neighbour do not bear.
    var widening = 0.0
    /// How far behind its place a pad is looked at from, share of the length.
    var behind = 0.0
    /// Whether the sole may fall on from there to a neighbouring pad.
    var hasNeighbor = false
  }

  /// Heel pad, looked at from a little behind.
  ///
  /// It rises less towards the arch than behind, which draws the middle of what is low forward: so the parametric feet
  /// give their known lowest points within 0.35 mm.
  static let heelPad = Prior(along: FootProportions.heelPad, across: 0.5, reach: 0.045, widening: 0.15, behind: 0.01)
  /// First metatarsal head.
  static let firstHead = Prior(along: FootProportions.firstHead, across: 0.25, reach: 0.037, hasNeighbor: true)
  /// Fifth metatarsal head.
  static let fifthHead = Prior(along: FootProportions.fifthHead, across: 0.81, reach: 0.037, widening: 0.35, hasNeighbor: true)
  /// Pad of the hallux.
  static let halluxPad = Prior(along: FootProportions.halluxPad, across: 0.22, reach: 0.03, widening: 0.35)

  /// Noise from which the fits widen and at which they are widest, mm: 0.3 mm of noise moves the lowest point of the
  /// fifth head by up to 1 mm in the narrow fit.
  static let widening = (from: 0.12, to: 0.25)
  /// Looks at the pads until the ground has settled, and the share of a change that is followed: a ground that rests on
  /// the slopes of pads would swing.
  static let settlings = 12
  static let settling = 0.7
  /// Change of the ground's slope that no longer matters.
  static let settled = 2e-5
  /// Share of the width from the medial border at which the medial arch is followed.
  static let archLine = 0.25
  /// Shares of the length between which the arch's apex is sought.
  static let archRange = 0.25...0.65
  /// Height below the arch's top at which a place hardly counts to its high part, and distance from the usual apex, mm.
  static let apexSoftness = 0.5
  static let apexReach = 30.0

  let sole: HeightGrid
  let borders: SoleBorders
  let rim: SoleOutline
  /// Usual distance of the scan's points from the sole, mm.
  var noise = 0.0
  /// Which nodes of the sole were filled, not seen; none where it is empty.
  var filled: [Bool] = []

  /// The landmarks and the ground that the sole stands on, or `nil` where the sole does not show heel and forefoot.
  func found() -> (landmarks: Landmarks, ground: GroundPlane)? {
    guard let heel = window(Self.heelPad), let mt1 = window(Self.firstHead), let mt5 = window(Self.fifthHead)
    else { return nil }
    let windows = (heel, mt1, mt5)
    var tilt = Vector2.zero
    for _ in 0..<Self.settlings {
      guard let pads = pads(windows, tilt) else { return nil }
      let change = pads.ground.slope - tilt
      tilt = tilt + change * Self.settling
      if change.length < Self.settled { break }
    }
    guard let (heel, mt1, mt5, ground) = pads(windows, tilt), let apex = archApex(tilt) else { return nil }
    let landmarks = Landmarks(
      heel: Landmark(onRim(borders.rear), confidence: 0.9), heelCenter: heel.mark, mt1: mt1.mark, mt5: mt5.mark,
      hallux: window(Self.halluxPad).flatMap { pad($0, tilt) }?.mark,
      toeTip: borders.isToeless ? nil : Landmark(onRim(borders.front), confidence: 0.9), archApex: apex)
    return (landmarks, ground)
  }

  /// A corner of the outline at the height where the foot reaches it.
  private func onRim(_ p: Vector2) -> Vector3 {
    let corner = rim.outline.points.indices.min {
      (rim.outline.points[$0] - p).length < (rim.outline.points[$1] - p).length
    }
    return Vector3(p.x, p.y, corner.map { rim.rimHeights[$0] } ?? 0)
  }

  /// Whether a node of the sole was filled, not seen.
  func isFilled(_ column: Int, _ row: Int) -> Bool {
    let node = sole.layout.index(column, row)
    return node < filled.count && filled[node]
  }

  /// The highest point of the medial arch line.
  ///
  /// Along the foot the apex is the top of a parabola through the heights in a strip along the line, around the middle of
  /// its high part; its height is that of a quadratic surface around it. Where the arch was filled, it is at the usual
  /// share of the length.
  private func archApex(_ tilt: Vector2) -> Landmark? {
    let length = borders.footLength
    let usual = borders.rear.y + FootProportions.archApex * length
    var heights: [(y: Double, z: Double)] = []
    var y = borders.rear.y + Self.archRange.lowerBound * length
    var top = -Double.infinity
    while y <= borders.rear.y + Self.archRange.upperBound * length {
      if let z = stripHeight(atY: y, tilt) {
        heights.append((y, z))
        top = max(top, z)
      }
      y += 1
    }
    var sum = (weight: 0.0, y: 0.0)
    for (y, z) in heights {
      let away = (y - usual) / Self.apexReach
      let weight = exp((z - top) / Self.apexSoftness - away * away)
      sum.weight += weight
      sum.y += weight * y
    }
    guard sum.weight > 0 else { return nil }
    let reach = 0.085 * length
    var apex = sum.y / sum.weight
    for _ in 0..<2 {
      var sums = QuadraticFit.Line()
      for (y, z) in heights where abs(y - apex) < reach {
        let t = (y - apex) / reach
        sums.add(t, z, weight: (1 - t * t) * (1 - t * t))
      }
      guard let (_, b, c) = sums.solved(), c < 0 else { break }
      apex += min(max(-b / (2 * c), -0.5), 0.5) * reach
    }
    let trust = Self.trust(seenShare(around: usual, reach: reach))
    apex = usual + (apex - usual) * trust
    guard let point = linePoint(apex) else { return nil }
    let fit = QuadraticFit.fitted(to: sole, around: point, radius: 0.035 * length)
    let height = fit?.height ?? sole.interpolated(at: point)
    guard !height.isNaN else { return nil }
    return Landmark(Vector3(point.x, point.y, height), confidence: height > 1 && trust > 0.5 ? 0.85 : 0.4)
  }

  /// Share of the arch line that was seen, around a place along it.
  private func seenShare(around middle: Double, reach: Double) -> Double {
    let layout = sole.layout
    var counts = (all: 0.0, seen: 0.0)
    var y = middle - reach
    while y <= middle + reach {
      if let point = linePoint(y) {
        let column = Int(((point.x - layout.origin.x) / layout.spacing).rounded())
        let row = Int(((point.y - layout.origin.y) / layout.spacing).rounded())
        if column >= 0, row >= 0, column < layout.columns, row < layout.rows {
          counts.all += 1
          counts.seen += isFilled(column, row) ? 0 : 1
        }
      }
      y += layout.spacing
    }
    return counts.all > 0 ? counts.seen / counts.all : 0
  }

  /// Mean height above the ground in a strip of 6 mm along the arch line.
  private func stripHeight(atY y: Double, _ tilt: Vector2) -> Double? {
    guard let middle = linePoint(y) else { return nil }
    var sum = 0.0
    for shift in [-3.0, -1.5, 0, 1.5, 3] { sum += sole.interpolated(at: middle + Vector2(shift, 0)) }
    return sum.isNaN ? nil : sum / 5 - tilt.dot(middle)
  }

  private func linePoint(_ y: Double) -> Vector2? {
    guard let (medial, lateral) = borders.borders(atY: y) else { return nil }
    return Vector2(medial + Self.archLine * (lateral - medial), y)
  }
}
