/// The foot as the design elements see it: shares of length, the metatarsal line and the borders of the sole.
///
/// Elements are written in these terms, so that a prescription means the same on every foot.
public struct DesignFrame: Sendable {
  /// Heel to longest toe, mm.
  public let length: Double
  /// Named places.
  public let landmarks: Landmarks
  /// Rows of `borders` start at this y, mm, and follow every millimetre.
  private let firstBorderY: Double
  /// Medial and lateral x of the sole's silhouette for every millimetre of y.
  private let borders: [(medial: Double, lateral: Double)]

  /// Reads the frame from a foot.
  public init(foot: FootShape) {
    self.init(length: foot.length, landmarks: foot.landmarks, outline: foot.outline)
  }

  /// Builds the frame from a length, landmarks and the silhouette of the sole.
  public init(length: Double, landmarks: Landmarks, outline: Outline) {
    self.length = length
    self.landmarks = landmarks
    let low = outline.points.map(\.y).min() ?? 0
    let high = outline.points.map(\.y).max() ?? length
    firstBorderY = low.rounded(.up)
    let rows = max(Int((high - firstBorderY).rounded(.down)) + 1, 1)
    let fallback = (medial: -length / 6, lateral: length / 6)
    var found = [(medial: Double, lateral: Double)](repeating: (.infinity, -.infinity), count: rows)
    guard var previous = outline.points.last else {
      borders = [fallback]
      return
    }
    for point in outline.points {
      let lower = min(previous.y, point.y)
      let upper = max(previous.y, point.y)
      var row = max(Int((lower - firstBorderY).rounded(.up)), 0)
      while row < rows, firstBorderY + Double(row) <= upper {
        let y = firstBorderY + Double(row)
        let t = upper > lower ? (y - previous.y) / (point.y - previous.y) : 0
        let x = previous.x + t * (point.x - previous.x)
        found[row].medial = min(found[row].medial, x)
        found[row].lateral = max(found[row].lateral, x)
        row += 1
      }
      previous = point
    }
    borders = found.map { $0.medial <= $0.lateral ? $0 : fallback }
  }

  /// Medial and lateral border of the sole at a given y, mm; held constant beyond heel and toes.
  public func borders(atY y: Double) -> (medial: Double, lateral: Double) {
    let place = min(max(y - firstBorderY, 0), Double(borders.count - 1))
    let row = min(Int(place), max(borders.count - 2, 0))
    let next = min(row + 1, borders.count - 1)
    let t = place - Double(row)
    return (
      borders[row].medial + t * (borders[next].medial - borders[row].medial),
      borders[row].lateral + t * (borders[next].lateral - borders[row].lateral)
    )
  }

  /// y at which the metatarsal line crosses a given x, mm.
  @inlinable public func metatarsalLine(atX x: Double) -> Double { landmarks.metatarsalLine(atX: x) }

  /// y of the arc of the metatarsal heads at a given x, mm.
  public func headArc(atX x: Double) -> Double { landmarks.headArc(atX: x, length: length) }

  /// Length over which the arch begins ahead of the heel, share of length.
  static let archFeather = 0.07

  /// How much a row belongs to the arch and the ball: 0 under the heel, 1 ahead of it, smooth.
  ///
  /// It does not close towards the metatarsal heads: the transverse arch between them flattens under load as the long
  /// one does, and the heads themselves stand on the ground, where a share of the height changes nothing.
  public func archWindow(y: Double) -> Double {
    let feather = Self.archFeather * length
    return smoothStep(heelEnd - feather, heelEnd + feather / 2, y)
  }

  /// Where the heel ends and the arch may begin, mm.
  public var heelEnd: Double { FootProportions.heelEnd * length }
}

extension DesignFrame {
  /// A metatarsal head on the arc of the heads, numbered from 1, mm.
  public func head(_ number: Int) -> Vector2 { betweenHeads(Double(number)) }

  /// A place on the arc of the heads: 3.5 is half-way between the third and the fourth.
  func betweenHeads(_ number: Double) -> Vector2 {
    let place = min(max(number - 1, 0), 4)
    let left = min(Int(place), 3)
    let part = place - Double(left)
    let shares = FootProportions.headShares
    let share = shares[left] * (1 - part) + shares[left + 1] * part
    let mt1 = landmarks.mt1.position
    let mt5 = landmarks.mt5.position
    return Vector2(
      mt1.x + share * (mt5.x - mt1.x),
      mt1.y + share * (mt5.y - mt1.y) + FootProportions.headArc(atShare: share, length: length))
  }

  /// y of the crease under the toes at a given x, mm.
  func sulcusLine(atX x: Double) -> Double { metatarsalLine(atX: x) + FootProportions.toeLine * length }

  /// Middle of the hallux pad, mm; where the scan shows none, a fifth of the length ahead of the first head.
  var hallux: Vector2 {
    if let found = landmarks.hallux?.position { return Vector2(found.x, found.y) }
    return Vector2(landmarks.mt1.position.x, min(landmarks.mt1.position.y + 0.2 * length, 0.93 * length))
  }

  /// Direction of the first ray, from its head to the hallux.
  var firstRay: Vector2 {
    let direction = (hallux - head(1)).normalized
    // A hallux landmark that went astray must not lay extensions across the foot.
    return direction.y > 0.8 ? direction : Vector2(0, 1)
  }
}

/// Smooth step from 0 at `edge0` to 1 at `edge1` with zero slope at both (Hermite polynomial 3t² − 2t³).
@inlinable
public func smoothStep(_ edge0: Double, _ edge1: Double, _ x: Double) -> Double {
  let t = min(max((x - edge0) / (edge1 - edge0), 0), 1)
  return t * t * (3 - 2 * t)
}

/// 1 between two bounds, falling smoothly to 0 over `feather` outside them.
func plateau(_ low: Double, _ high: Double, feather: Double, _ x: Double) -> Double {
  let outside = max(low - x, x - high)
  return outside <= 0 ? 1 : 1 - smoothStep(0, feather, outside)
}

/// The part of a value above zero, the corner rounded over ± `radius`; exact for values beyond the radius.
func positivePart(_ value: Double, radius: Double) -> Double {
  if value >= radius { return value }
  guard value > -radius, radius > 0 else { return max(value, 0) }
  return (value + radius) * (value + radius) / (4 * radius)
}

/// The smaller of two values, the crease between them rounded over ± `radius` (quadratic blend).
@inlinable
public func smoothMinimum(_ a: Double, _ b: Double, radius: Double) -> Double {
  let gap = abs(a - b)
  guard gap < radius else { return min(a, b) }
  let overlap = radius - gap
  return min(a, b) - overlap * overlap / (4 * radius)
}
