#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The search for the lowest point of a pad.
///
/// The same foot must give the same place however it was scanned, so no step may amplify small differences as following
/// the slope downwards would: on a pad that stood on glass every scratch has a lowest point. The low places around the
/// usual one are averaged, the lower ones counting more, and the average is moved to the lowest point of a quadratic
/// surface around it as far as the surface is curved. A flat pad so has its landmark in the middle of what touches.
extension LandmarkFinder {
  /// A pad's landmark, the place where it rests on the ground, and how far the sole falls on below that, mm.
  struct Pad {
    var mark: Landmark
    var support: Vector3
    var drop = 0.0
  }

  /// Distance from the usual place up to which places count, share of the length: past half way to the neighbouring pad.
  static let window = 0.065
  /// Height above the lowest place from which a place hardly counts, mm.
  static let softness = 0.15
  /// Curvature of a bowl around the average, 1/mm: a pad of radius 60 mm is found to 38 % of the average's distance from
  /// its lowest point, and a flat one stays where it is.
  static let steadiness = 1 / 100.0
  /// Farthest that the lowest point lies from the average, mm; farther off it is the slope of something else.
  static let farthest = 2.5
  /// Shares of the window from which on the average is that of a slope, and the pad not the one looked for.
  static let doubtful = 0.5...0.8
  /// Seen shares of a window between which its shape takes over from the usual place: what was filled has no low point of
  /// its own.
  static let trusted = 0.3...0.7
  /// Half of the square over which heights are averaged, mm.
  static let smoothing = 4.0

  /// The places around the usual one of a pad.
  struct Window {
    let prior: Prior
    /// The place that the pad is looked at from.
    let usual: Vector2
    /// Offset from the usual place, height evened out, and weight by nearness.
    var places: [(offset: Vector2, height: Double, weight: Double)] = []
    /// Share of the window that was seen, not filled.
    var seen = 0.0
  }

  /// The window of a pad, or `nil` where it lies beyond the sole.
  func window(_ prior: Prior) -> Window? {
    guard let usual = borders.place(along: prior.along - prior.behind, across: prior.across) else { return nil }
    let layout = sole.layout
    let reach = Self.window * borders.footLength
    let low = (usual - layout.origin - Vector2(reach, reach)) * (1 / layout.spacing)
    let high = (usual - layout.origin + Vector2(reach, reach)) * (1 / layout.spacing)
    guard high.x >= 0, high.y >= 0, low.x < Double(layout.columns), low.y < Double(layout.rows) else { return nil }
    var window = Window(prior: prior, usual: usual)
    var total = 0.0
    for row in max(Int(low.y), 0)...min(Int(high.y), layout.rows - 1) {
      for column in max(Int(low.x), 0)...min(Int(high.x), layout.columns - 1) {
        let offset = Vector2(layout.x(column), layout.y(row)) - usual
        let inside = 1 - offset.dot(offset) / (reach * reach)
        guard inside > 0, let height = smoothHeight(column, row) else { continue }
        window.places.append((offset, height, inside * inside))
        total += inside * inside
        if !isFilled(column, row) { window.seen += inside * inside }
      }
    }
    guard total > 0 else { return nil }
    window.seen /= total
    return window
  }

  /// The pads that the sole stands on, sought above a ground that rises by `tilt`, and the ground that they rest on.
  ///
  /// A forefoot that is round all across rests on the ground between its first and fifth head. It would roll either way;
  /// the ground is then level to the two heads, as far below them as the sole falls.
  func pads(
    _ windows: (heel: Window, mt1: Window, mt5: Window), _ tilt: Vector2
  ) -> (heel: Pad, mt1: Pad, mt5: Pad, ground: GroundPlane)? {
    guard let heel = pad(windows.heel, tilt), let mt1 = pad(windows.mt1, tilt), let mt5 = pad(windows.mt5, tilt)
    else { return nil }
    let drop = Vector3(0, 0, max(mt1.drop, mt5.drop))
    let ground = GroundPlane(heel.support, mt1.support - drop, mt5.support - drop)
    return ground.map { (heel, mt1, mt5, $0) }
  }

  /// The lowest point of a pad above a ground that rises by `tilt`.
  ///
  /// Where the sole falls on towards a neighbour the usual place stands, with low confidence.
  func pad(_ window: Window, _ tilt: Vector2) -> Pad? {
    let (prior, usual) = (window.prior, window.usual)
    let length = borders.footLength
    let radius = length * prior.reach * (1 + prior.widening * ramp(Self.widening.from, Self.widening.to, noise))
    let low = window.lowMiddle(tilt)
    var center = low
    let rounds = 2
    for _ in 0..<rounds {
      guard let surface = QuadraticFit.fitted(to: sole, around: center, radius: radius) else { return nil }
      let moved = center - low + Self.step(on: surface, tilt, toward: low - center)
      center = low + moved * (Self.farthest / max(moved.length, Self.farthest))
    }
    let away = (low - usual).length / (Self.window * length)
    let range = Self.doubtful
    let doubt = prior.hasNeighbor ? ramp(range.lowerBound, range.upperBound, away) : 0
    let slopeEnd = center
    center = usual + (center - usual) * (1 - doubt)
    guard var found = QuadraticFit.fitted(to: sole, around: center, radius: radius) else { return nil }
    var pad = Pad(mark: Landmark(Vector3(center.x, center.y, found.height), confidence: 0.4), support: .zero)
    pad.support = pad.mark.position
    if doubt > 0 {
      let lowest = heightDownhill(from: slopeEnd, radius: radius, tilt)
      pad.drop = doubt * max(found.height - tilt.dot(center) - lowest, 0)
    }
    let trust = Self.trust(window.seen)
    if trust < 1 {
      let place = usual + Vector2(0, prior.behind * length)
      center = place + (center - place) * trust
      guard let there = QuadraticFit.fitted(to: sole, around: center, radius: radius) else { return nil }
      found = there
      pad.mark.position = Vector3(center.x, center.y, found.height)
    }
    guard doubt <= 0.5, trust >= 0.5 else { return pad }
    let roundness = (max(found.xx, 0) * max(found.yy, 0)).squareRoot()
    pad.mark.confidence += 0.55 * roundness / (roundness + 0.2 * Self.steadiness)
    return pad
  }

  /// The step to the lowest point of a fitted surface plus the bowl around a place.
  private static func step(
    on surface: QuadraticFit.Surface, _ tilt: Vector2, toward anchor: Vector2
  ) -> Vector2 {
    let xx = max(surface.xx, 0) + steadiness
    let yy = max(surface.yy, 0) + steadiness
    let limit = 0.9 * (xx * yy).squareRoot()
    let xy = min(max(surface.xy, -limit), limit)
    let gx = surface.slope.x - tilt.x - steadiness * anchor.x
    let gy = surface.slope.y - tilt.y - steadiness * anchor.y
    let determinant = xx * yy - xy * xy
    return Vector2(-(yy * gx - xy * gy) / determinant, -(xx * gy - xy * gx) / determinant)
  }

  /// How far a place is believed that was found where a share was seen, 0 to 1.
  static func trust(_ seen: Double) -> Double {
    ramp(trusted.lowerBound, trusted.upperBound, seen)
  }

  /// Mean height of the nodes around one.
  private func smoothHeight(_ column: Int, _ row: Int) -> Double? {
    let layout = sole.layout
    guard !sole[column, row].isNaN else { return nil }
    let reach = max(Int(Self.smoothing / layout.spacing), 1)
    var sum = 0.0
    var count = 0.0
    for j in max(row - reach, 0)...min(row + reach, layout.rows - 1) {
      for i in max(column - reach, 0)...min(column + reach, layout.columns - 1) {
        let height = sole[i, j]
        guard !height.isNaN else { continue }
        sum += height
        count += 1
      }
    }
    return sum / count
  }

  /// Height above the tilted ground of the lowest point that the sole falls to from a place, over at most a sixth of the
  /// foot's length.
  private func heightDownhill(from start: Vector2, radius: Double, _ tilt: Vector2) -> Double {
    var center = start
    var height = Double.infinity
    let rounds = 16
    for _ in 0..<rounds where (center - start).length < borders.footLength / 6 {
      guard let surface = QuadraticFit.fitted(to: sole, around: center, radius: radius) else { break }
      height = min(height, surface.height - tilt.dot(center))
      let slope = surface.slope - tilt
      let steepness = slope.length
      guard steepness > 1e-4 else { break }
      // To the lowest point along the slope, a quarter of the fit's radius at a time.
      let downhill = slope * (-1 / steepness)
      let bend =
        downhill.x * downhill.x * surface.xx + 2 * downhill.x * downhill.y * surface.xy
        + downhill.y * downhill.y * surface.yy
      center = center + downhill * min(bend > 0 ? steepness / bend : .infinity, radius / 4)
    }
    return height
  }
}

extension LandmarkFinder.Window {
  /// The middle of the low places above a tilted ground, heights falling off to `softness`.
  fileprivate func lowMiddle(_ tilt: Vector2) -> Vector2 {
    var lowest = Double.infinity
    for place in places { lowest = min(lowest, place.height - tilt.dot(place.offset)) }
    var sum = Vector2.zero
    var total = 0.0
    for place in places {
      let above = place.height - tilt.dot(place.offset) - lowest
      let weight = place.weight * exp(-above / LandmarkFinder.softness)
      sum = sum + place.offset * weight
      total += weight
    }
    return total > 0 ? usual + sum * (1 / total) : usual
  }
}
