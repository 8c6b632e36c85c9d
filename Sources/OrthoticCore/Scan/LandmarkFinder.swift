/// Finds the landmarks on a sole that stands roughly in the canonical frame.
///
/// A pad's landmark is the lowest point of the pad: the minimum of a quadratic surface fitted around it, followed from
/// where the pad usually lies. On a sole that is flat there, or that falls on towards a neighbouring pad without a low
/// point in between, the usual place stands, with low confidence.
struct LandmarkFinder: Sendable {
  /// Where a landmark usually lies and how far around it the sole is looked at.
  struct Prior: Sendable {
    /// Share of the foot's length from the heel.
    var along: Double
    /// Share of the foot's width from the medial border.
    var across: Double
    /// Radius of the first and of the last fit, as shares of the length.
    var reach: (first: Double, last: Double)
    /// By how much the fits widen on a noisy scan, as a share: a wider fit evens out more noise but sees more than the
    /// pad, which pads with a higher neighbour do not bear.
    var widening = 0.0
    /// Curvature of a weak bowl around the usual place, 1/mm: it decides where a loaded pad is flat, and moves a pad of
    /// radius 60 mm by 6 % of its distance from there.
    var pull = 1 / 1000.0
    /// Whether the search may end on the slope of a neighbouring pad; the pad is then not where it ended.
    var hasNeighbor = false
  }

  /// Heel pad (model.md section 4: 0.155 of the length).
  static let heelPad = Prior(along: 0.15, across: 0.5, reach: (0.07, 0.045), pull: 1 / 300.0)
  /// First metatarsal head.
  static let firstHead = Prior(along: 0.72, across: 0.25, reach: (0.045, 0.037), hasNeighbor: true)
  /// Fifth metatarsal head.
  static let fifthHead = Prior(along: 0.63, across: 0.81, reach: (0.045, 0.037), widening: 0.35, hasNeighbor: true)
  /// Pad of the hallux.
  static let halluxPad = Prior(along: 0.92, across: 0.22, reach: (0.04, 0.03), widening: 0.35)

  /// Farthest that a pad is followed from the usual place, share of the length: half way to the neighbouring pad.
  static let farthest = 0.05
  /// Share of that distance from which on the pad is no longer believed to be the one looked for.
  static let doubtful = 0.8
  /// Noise from which the fits widen and at which they are widest, mm: 0.3 mm of noise moves the lowest point of the
  /// fifth head by up to 1 mm in the narrow fit.
  static let widening = (from: 0.12, to: 0.25)
  /// Share of the width from the medial border at which the medial arch is followed.
  static let archLine = 0.25
  /// Shares of the length between which the arch's apex is sought.
  static let archRange = 0.25...0.65
  /// Share of the length at which a flat foot is given its apex.
  static let usualApex = 0.45

  let sole: HeightGrid
  let borders: SoleBorders
  let rim: SoleOutline
  /// Usual distance of the scan's points from the sole, mm.
  var noise = 0.0

  /// The landmarks and the ground that the sole stands on, or `nil` where the sole does not show heel and forefoot.
  func found() -> (landmarks: Landmarks, ground: GroundPlane)? {
    guard let heelCenter = pad(Self.heelPad), let mt1 = pad(Self.firstHead), let mt5 = pad(Self.fifthHead),
      let apex = archApex(), let ground = GroundPlane(heelCenter.support, mt1.support, mt5.support)
    else { return nil }
    let landmarks = Landmarks(
      heel: Landmark(onRim(borders.rear), confidence: 0.9), heelCenter: heelCenter.mark, mt1: mt1.mark, mt5: mt5.mark,
      hallux: pad(Self.halluxPad)?.mark,
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

  /// A pad's landmark, and the place where the pad rests on the ground.
  private struct Pad {
    var mark: Landmark
    var support: Vector3
  }

  /// Follows a pad to its lowest point.
  ///
  /// Where the sole falls on towards a neighbour, as on a forefoot that is round all across, the pad rests on the ground
  /// as low as the search went.
  private func pad(_ prior: Prior) -> Pad? {
    guard let usual = borders.place(along: prior.along, across: prior.across) else { return nil }
    let length = borders.footLength
    let span = (noise - Self.widening.from) / (Self.widening.to - Self.widening.from)
    let wide = 1 + prior.widening * min(max(span, 0), 1)
    let farthest = Self.farthest * length
    var center = usual
    var fit: QuadraticFit.Surface?
    let rounds = 20
    for round in 0..<rounds {
      let t = min(Double(round) / 8, 1)
      let radius = length * wide * (prior.reach.first * (1 - t) + prior.reach.last * t)
      guard let surface = QuadraticFit.fitted(to: sole, around: center, radius: radius) else { break }
      fit = surface
      // Minimum of the fit plus the weak bowl around the usual place.
      let toUsual = usual - center
      let xx = max(surface.xx, 0) + prior.pull
      let yy = max(surface.yy, 0) + prior.pull
      let limit = 0.9 * (xx * yy).squareRoot()
      let xy = min(max(surface.xy, -limit), limit)
      let gx = surface.slope.x - prior.pull * toUsual.x
      let gy = surface.slope.y - prior.pull * toUsual.y
      let determinant = xx * yy - xy * xy
      var step = Vector2(-(yy * gx - xy * gy) / determinant, -(xx * gy - xy * gx) / determinant)
      let stride = step.length
      if stride > radius / 2 { step = step * (radius / 2 / stride) }
      // Half of the way: between a flat pad and its rim whole steps would swing.
      center = center + step * 0.5
      // No farther from the usual place than a neighbouring pad.
      let away = center - usual
      if away.length > farthest { center = usual + away * (farthest / away.length) }
    }
    guard var found = fit else { return nil }
    // At the end of the search there was no low point on the way.
    let away = (center - usual).length / farthest
    let doubt = prior.hasNeighbor ? min(max((away - Self.doubtful) / (1 - Self.doubtful), 0), 1) : 0
    var lowest = found.height
    if doubt > 0 {
      lowest = min(lowest, heightDownhill(from: center, radius: length * wide * prior.reach.last))
      center = usual + (center - usual) * (1 - doubt)
      let radius = length * wide * prior.reach.last
      guard let there = QuadraticFit.fitted(to: sole, around: center, radius: radius) else { return nil }
      found = there
    }
    let place = Vector3(center.x, center.y, found.height)
    let support = Vector3(center.x, center.y, found.height + doubt * min(lowest - found.height, 0))
    if doubt > 0.5 { return Pad(mark: Landmark(place, confidence: 0.4), support: support) }
    let roundness = (max(found.xx, 0) * max(found.yy, 0)).squareRoot()
    let confidence = 0.4 + 0.55 * roundness / (roundness + 2 * prior.pull)
    return Pad(mark: Landmark(place, confidence: confidence), support: support)
  }

  /// Height of the lowest point that the sole falls to from a place, over at most a sixth of the foot's length.
  private func heightDownhill(from start: Vector2, radius: Double) -> Double {
    var center = start
    var height = Double.infinity
    let rounds = 16
    for _ in 0..<rounds where (center - start).length < borders.footLength / 6 {
      guard let surface = QuadraticFit.fitted(to: sole, around: center, radius: radius) else { break }
      height = min(height, surface.height)
      let steepness = surface.slope.length
      guard steepness > 1e-4 else { break }
      // To the lowest point along the slope, a quarter of the fit's radius at a time.
      let downhill = surface.slope * (-1 / steepness)
      let bend =
        downhill.x * downhill.x * surface.xx + 2 * downhill.x * downhill.y * surface.xy
        + downhill.y * downhill.y * surface.yy
      center = center + downhill * min(bend > 0 ? steepness / bend : .infinity, radius / 4)
    }
    return height
  }

  /// Follows the medial arch line to its highest point.
  ///
  /// Along the foot the apex is the top of a parabola through the heights in a strip along the line; its height is that
  /// of a quadratic surface around it.
  private func archApex() -> Landmark? {
    let length = borders.footLength
    var heights: [(y: Double, z: Double)] = []
    var y = borders.rear.y + Self.archRange.lowerBound * length
    while y <= borders.rear.y + Self.archRange.upperBound * length {
      if let z = stripHeight(atY: y) { heights.append((y, z)) }
      y += 1
    }
    // A flat sole has its apex at the usual place.
    func value(_ entry: (y: Double, z: Double)) -> Double {
      let away = (entry.y - borders.rear.y) / length - Self.usualApex
      return entry.z - 0.5 * away * away
    }
    guard let top = heights.max(by: { value($0) < value($1) }) else { return nil }
    let reach = 0.085 * length
    var apex = top.y
    for _ in 0..<2 {
      var sums = QuadraticFit.Line()
      for (y, z) in heights where abs(y - apex) < reach {
        let t = (y - apex) / reach
        sums.add(t, z, weight: (1 - t * t) * (1 - t * t))
      }
      guard let (_, b, c) = sums.solved(), c < 0 else { break }
      apex += min(max(-b / (2 * c), -0.5), 0.5) * reach
    }
    guard let point = linePoint(apex) else { return nil }
    let fit = QuadraticFit.fitted(to: sole, around: point, radius: 0.035 * length)
    let height = fit?.height ?? sole.interpolated(at: point)
    guard !height.isNaN else { return nil }
    return Landmark(Vector3(point.x, point.y, height), confidence: height > 1 ? 0.85 : 0.4)
  }

  /// Mean height in a strip of 6 mm along the arch line.
  private func stripHeight(atY y: Double) -> Double? {
    guard let middle = linePoint(y) else { return nil }
    var sum = 0.0
    for shift in [-3.0, -1.5, 0, 1.5, 3] { sum += sole.interpolated(at: middle + Vector2(shift, 0)) }
    return sum.isNaN ? nil : sum / 5
  }

  private func linePoint(_ y: Double) -> Vector2? {
    guard let (medial, lateral) = borders.borders(atY: y) else { return nil }
    return Vector2(medial + Self.archLine * (lateral - medial), y)
  }
}
