/// Finds the landmarks on a sole that stands roughly in the canonical frame.
///
/// A pad's landmark is the lowest point of the pad: the minimum of a quadratic surface fitted around it, followed from
/// where the pad usually lies. On a sole that is flat there, the usual place stands, with low confidence.
struct LandmarkFinder: Sendable {
  /// Where a landmark usually lies and how far around it the sole is looked at.
  struct Prior: Sendable {
    /// Share of the foot's length from the heel.
    var along: Double
    /// Share of the foot's width from the medial border.
    var across: Double
    /// Radius of the first and of the last fit, as shares of the length.
    var reach: (first: Double, last: Double)
  }

  /// Heel pad (model.md section 4: 0.155 of the length).
  static let heelPad = Prior(along: 0.15, across: 0.5, reach: (0.06, 0.03))
  /// First metatarsal head.
  static let firstHead = Prior(along: 0.72, across: 0.25, reach: (0.04, 0.025))
  /// Fifth metatarsal head.
  static let fifthHead = Prior(along: 0.63, across: 0.81, reach: (0.04, 0.025))
  /// Pad of the hallux.
  static let halluxPad = Prior(along: 0.92, across: 0.22, reach: (0.035, 0.02))

  /// Curvature of a weak bowl around the usual place, 1/mm: it decides where a loaded pad is flat, and moves a pad of
  /// radius 60 mm by 6 % of its distance from there.
  static let pull = 1 / 1000.0
  /// Share of the width from the medial border at which the medial arch is followed.
  static let archLine = 0.25
  /// Shares of the length between which the arch's apex is sought.
  static let archRange = 0.25...0.65

  let sole: HeightGrid
  let borders: SoleBorders
  let rim: SoleOutline

  /// The landmarks, or `nil` where the sole does not show heel and forefoot.
  func found() -> Landmarks? {
    guard let heelCenter = pad(Self.heelPad), let mt1 = pad(Self.firstHead), let mt5 = pad(Self.fifthHead),
      let apex = archApex()
    else { return nil }
    return Landmarks(
      heel: Landmark(onRim(borders.rear), confidence: 0.9), heelCenter: heelCenter, mt1: mt1, mt5: mt5,
      hallux: pad(Self.halluxPad), toeTip: Landmark(onRim(borders.front), confidence: 0.9), archApex: apex)
  }

  /// A corner of the outline at the height where the foot reaches it.
  private func onRim(_ p: Vector2) -> Vector3 {
    let corner = rim.outline.points.firstIndex(of: p)
    return Vector3(p.x, p.y, corner.map { rim.rimHeights[$0] } ?? 0)
  }

  /// Follows a pad to its lowest point.
  private func pad(_ prior: Prior) -> Landmark? {
    guard let usual = borders.place(along: prior.along, across: prior.across) else { return nil }
    let length = borders.length
    var center = usual
    var fit: QuadraticFit.Surface?
    let rounds = 12
    for round in 0..<rounds {
      let t = min(Double(round) / 5, 1)
      let radius = length * (prior.reach.first * (1 - t) + prior.reach.last * t)
      guard let surface = QuadraticFit.fitted(to: sole, around: center, radius: radius) else { break }
      fit = surface
      // Minimum of the fit plus the weak bowl around the usual place.
      let toUsual = usual - center
      let xx = max(surface.xx, 0) + Self.pull
      let yy = max(surface.yy, 0) + Self.pull
      let limit = 0.9 * (xx * yy).squareRoot()
      let xy = min(max(surface.xy, -limit), limit)
      let gx = surface.slope.x - Self.pull * toUsual.x
      let gy = surface.slope.y - Self.pull * toUsual.y
      let determinant = xx * yy - xy * xy
      var step = Vector2(-(yy * gx - xy * gy) / determinant, -(xx * gy - xy * gx) / determinant)
      let stride = step.length
      if stride > radius / 2 { step = step * (radius / 2 / stride) }
      center = center + step
      // No farther from the usual place than a neighbouring pad.
      let away = center - usual
      let farthest = 0.05 * length
      if away.length > farthest { center = usual + away * (farthest / away.length) }
    }
    guard let fit else { return nil }
    let height = fit.height
    let roundness = (max(fit.xx, 0) * max(fit.yy, 0)).squareRoot()
    return Landmark(
      Vector3(center.x, center.y, height), confidence: 0.4 + 0.55 * roundness / (roundness + 2 * Self.pull))
  }

  /// Follows the medial arch line to its highest point.
  private func archApex() -> Landmark? {
    let length = borders.length
    var best: (y: Double, height: Double)?
    var heights: [(y: Double, z: Double)] = []
    var y = borders.rear.y + Self.archRange.lowerBound * length
    let end = borders.rear.y + Self.archRange.upperBound * length
    while y <= end {
      if let (medial, lateral) = borders.borders(atY: y) {
        let z = sole.interpolated(at: Vector2(medial + Self.archLine * (lateral - medial), y))
        if !z.isNaN {
          heights.append((y, z))
          // A flat sole has its apex at the usual 45 % of the length.
          let usual = (y - borders.rear.y) / length - 0.45
          let value = z - 0.5 * usual * usual
          if best.map({ value > $0.height }) ?? true { best = (y, value) }
        }
      }
      y += 1
    }
    guard let best else { return nil }
    // A parabola over ±6 % of the length around the highest place.
    let reach = 0.06 * length
    var sums = QuadraticFit.Line()
    for (y, z) in heights where abs(y - best.y) < reach {
      let t = (y - best.y) / reach
      sums.add(t, z, weight: (1 - t * t) * (1 - t * t))
    }
    var apex = best.y
    var height = sole.interpolated(at: linePoint(best.y) ?? .zero)
    if let (a, b, c) = sums.solved(), c < 0 {
      let t = min(max(-b / (2 * c), -0.5), 0.5)
      apex = best.y + t * reach
      height = a + b * t + c * t * t
    }
    guard let point = linePoint(apex) else { return nil }
    return Landmark(Vector3(point.x, point.y, height), confidence: height > 1 ? 0.85 : 0.4)
  }

  private func linePoint(_ y: Double) -> Vector2? {
    guard let (medial, lateral) = borders.borders(atY: y) else { return nil }
    return Vector2(medial + Self.archLine * (lateral - medial), y)
  }
}
