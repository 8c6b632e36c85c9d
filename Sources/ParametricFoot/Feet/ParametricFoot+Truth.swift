import OrthoticCore

/// What is exactly true of a `ParametricFoot`, in the canonical frame.
public struct FootTruth: Equatable, Sendable {
  /// Which foot it is.
  public var side: Side
  /// Heel to longest toe along y, mm.
  public var length: Double
  /// Height of `landmarks.archApex` above the support plane, mm.
  public var archHeight: Double
  /// Every landmark, confidence 1.
  ///
  /// Heel and toe tip lie on a vertical wall and on a round end, so only their y is sharp; their z is the height of
  /// the rim.
  public var landmarks: Landmarks

  /// Creates a truth from its parts.
  public init(side: Side, length: Double, archHeight: Double, landmarks: Landmarks) {
    self.side = side
    self.length = length
    self.archHeight = archHeight
    self.landmarks = landmarks
  }
}

extension ParametricFoot {
  /// A pad with a lowest point of its own.
  enum Pad {
    case heel
    case metatarsal(Int)
    case toe(Int)
  }

  /// An end of the outline.
  enum End {
    case rear
    case front
  }

  /// Share of the foot's width, from the medial border, at which the medial arch is followed.
  public static let archLineFraction = 0.25

  /// Share of the foot's length between which the arch apex is sought.
  public static let archRange = 0.25...0.65

  /// Landmarks and measures, exact to better than 0.01 mm.
  ///
  /// - heel, toeTip: rearmost and foremost point of the outline.
  /// - heelCenter, mt1, mt5, hallux: lowest point of the pad, a local minimum of `plantarHeight`.
  /// - archApex: on every row y the medial arch line runs at `x = m + 0.25 · (l − m)`, where m and l are the medial
  ///   and lateral border of the outline on that row; the apex is its highest point between 25 and 65 % of the
  ///   length. Its height is the arch height.
  public var truth: FootTruth {
    let apex = archApex
    func sure(_ point: Vector3) -> Landmark { Landmark(point, confidence: 1) }
    return FootTruth(
      side: parameters.side, length: extremeOfOutline(.front).y - extremeOfOutline(.rear).y, archHeight: apex.z,
      landmarks: Landmarks(
        heel: sure(rimPoint(extremeOfOutline(.rear))),
        heelCenter: sure(lowestPoint(of: .heel)),
        mt1: sure(lowestPoint(of: .metatarsal(1))),
        mt5: sure(lowestPoint(of: .metatarsal(5))),
        hallux: sure(lowestPoint(of: .toe(1))),
        toeTip: sure(rimPoint(extremeOfOutline(.front))),
        archApex: sure(apex)))
  }

  /// Medial and lateral border of the outline on a row that crosses the body of the foot, mm.
  public func borders(atY y: Double) -> (medial: Double, lateral: Double) {
    let reach = parameters.ballWidth
    return (
      root(between: 0, and: -reach) { depth(x: $0, y: y) }, root(between: 0, and: reach) { depth(x: $0, y: y) }
    )
  }

  /// Lowest point of a pad, found by Newton's method from its nominal centre.
  func lowestPoint(of pad: Pad) -> Vector3 {
    let index =
      switch pad {
      case .heel: 0
      case .metatarsal(let ray): ray
      case .toe(let toe): 5 + toe
      }
    let center = relief.pads[index].center
    let start = Vector2(center.x, (center.y - rear) / stretch)
    let point = stationaryPoint(near: start) { plantarHeight(x: $0.x, y: $0.y) }
    return Vector3(point.x, point.y, plantarHeight(x: point.x, y: point.y))
  }

  /// Rearmost or foremost point of the outline.
  func extremeOfOutline(_ end: End) -> Vector2 {
    let length = parameters.length
    let width = parameters.ballWidth
    switch end {
    case .rear:
      let edge: (Double) -> Double = { x in
        root(between: 0.2 * length, and: -0.1 * length) { depth(x: x, y: $0) }
      }
      let x = minimum(between: -0.15 * width, and: 0.15 * width, of: edge)
      return Vector2(x, edge(x))
    case .front:
      // The tips of the first three toes compete.
      var best = Vector2(0, -.infinity)
      for toe in 0..<3 {
        let tip = plan.toes[toe]
        let start = (tip.y - rear) / stretch
        let edge: (Double) -> Double = { x in root(between: start, and: 1.1 * length) { depth(x: x, y: $0) } }
        let half = 0.4 * plan.toeRadii[toe]
        let x = minimum(between: tip.x - half, and: tip.x + half) { -edge($0) }
        if edge(x) > best.y { best = Vector2(x, edge(x)) }
      }
      return best
    }
  }

  private func rimPoint(_ point: Vector2) -> Vector3 {
    Vector3(point.x, point.y, column(point.x, point.y).rim)
  }

  private var archApex: Vector3 {
    let length = parameters.length
    let line: (Double) -> Vector2 = { y in
      let (medial, lateral) = borders(atY: y)
      return Vector2(medial + Self.archLineFraction * (lateral - medial), y)
    }
    let height: (Double) -> Double = { y in
      let point = line(y)
      return plantarHeight(x: point.x, y: point.y)
    }
    let range = Self.archRange
    let y = minimum(between: range.lowerBound * length, and: range.upperBound * length) { -height($0) }
    let point = line(y)
    return Vector3(point.x, point.y, height(y))
  }
}
