/// A named place on the foot, in the canonical frame.
public struct Landmark: Equatable, Sendable {
  /// Position, mm.
  public var position: Vector3
  /// How sure the finder is, 0 to 1; below 0.5 the place rests on a prior more than on the shape.
  public var confidence: Double

  /// Creates a landmark.
  public init(_ position: Vector3, confidence: Double) {
    self.position = position
    self.confidence = confidence
  }
}

/// The landmarks that design and prediction lean on.
///
/// A place that the scan does not show is `nil`.
///
/// ```
///        toes  y ↑
///   hallux o  . toeTip
///  mt1 o        o mt5          (right foot from above:
///   arch o                      medial left, lateral right)
///  Apex
///          o heelCenter
///          o heel              → x
/// ```
public struct Landmarks: Equatable, Sendable {
  /// Rearmost point of the foot (pternion), y = 0.
  public var heel: Landmark
  /// Lowest point of the heel pad, under the calcaneus.
  public var heelCenter: Landmark
  /// First metatarsal head on the sole: the lowest point of its pad.
  public var mt1: Landmark
  /// Fifth metatarsal head on the sole.
  public var mt5: Landmark
  /// Lowest point of the hallux pad.
  public var hallux: Landmark?
  /// Foremost point of the longest toe.
  public var toeTip: Landmark?
  /// Highest point of the medial longitudinal arch on the sole.
  public var archApex: Landmark

  /// Creates the set.
  public init(
    heel: Landmark, heelCenter: Landmark, mt1: Landmark, mt5: Landmark, hallux: Landmark?, toeTip: Landmark?,
    archApex: Landmark
  ) {
    self.heel = heel
    self.heelCenter = heelCenter
    self.mt1 = mt1
    self.mt5 = mt5
    self.hallux = hallux
    self.toeTip = toeTip
    self.archApex = archApex
  }

  /// y at which the metatarsal line (MT1 to MT5) crosses a given x, mm; held constant beyond its ends.
  public func metatarsalLine(atX x: Double) -> Double {
    let a = mt1.position
    let b = mt5.position
    guard b.x > a.x else { return (a.y + b.y) / 2 }
    let t = min(max((x - a.x) / (b.x - a.x), 0), 1)
    return a.y + t * (b.y - a.y)
  }

  /// y of the arc of the metatarsal heads at a given x, mm: the second to fourth lie ahead of the straight line.
  ///
  /// - Parameter length: Length of the foot, mm.
  public func headArc(atX x: Double, length: Double) -> Double {
    let (a, b) = (mt1.position, mt5.position)
    guard b.x > a.x else { return metatarsalLine(atX: x) }
    return metatarsalLine(atX: x) + FootProportions.headArc(atShare: (x - a.x) / (b.x - a.x), length: length)
  }
}
