/// What a prescription leaves open and the person, the foot or the map decides.
extension Prescription {
  /// Leg-length differences under this get no lift, mm.
  static let smallestLegDifference = 5.0
  /// Share of the measured difference that a first lift takes.
  static let firstLiftShare = 0.5
  /// Most that a lift in a shoe may be, mm.
  static let inShoeLift = 10.0

  /// The lift that a leg-length difference asks for on one side, mm.
  static func lift(for legs: LegDifference, side: Side) -> Double {
    guard legs.shortSide == side, legs.difference >= smallestLegDifference else { return 0 }
    return min(legs.difference * firstLiftShare, inShoeLift)
  }

  /// The prescription with what the person's findings decide: the lift, and the rules for insensate feet.
  public func decided(for side: Side) -> (prescription: Prescription, assumptions: [Assumption]) {
    var decided = self
    var assumptions: [Assumption] = []
    if let legs = legDifference, heelLift == 0, legs.shortSide == side {
      decided.heelLift = Self.lift(for: legs, side: side)
      assumptions.append(
        Assumption(
          what: "heel lift", value: "\(Lint.shown(decided.heelLift)) mm",
          why: decided.heelLift > 0
            ? "half of the leg-length difference to begin with, at most \(Lint.shown(Self.inShoeLift)) mm in a shoe"
            : "a difference under \(Lint.shown(Self.smallestLegDifference)) mm wants none",
          override: "--heel-lift"))
    }
    if monofilament.isInsensate {
      if (offloadThreshold ?? .infinity) > Self.defaultOffloadThreshold {
        decided.offloadThreshold = Self.defaultOffloadThreshold
        assumptions.append(
          Assumption(
            what: "offload", value: "\(Lint.shown(Self.defaultOffloadThreshold)) kPa",
            why: "the target for an insensate foot", override: "--monofilament"))
      }
      if edgeRadius == process.edgeRadius {
        decided.edgeRadius = max(edgeRadius, Lint.softEdge)
        assumptions.append(
          Assumption(
            what: "edge radius", value: "\(Lint.shown(decided.edgeRadius)) mm",
            why: "an insensate foot does not feel a hard rim", override: "--edge-radius"))
      }
    }
    return (decided, assumptions)
  }
}

/// Places that follow the pressure map.
extension Prescription {
  /// Pressure whose line a bar's or pad's front follows, share of the peak ahead of it.
  static let contourShare = 0.77

  /// The prescription with pads, bars and hollows placed by the measured pressure.
  func placed(by loading: FootLoading, frame: DesignFrame) -> (prescription: Prescription, assumptions: [Assumption]) {
    var placed = self
    var assumptions: [Assumption] = []
    func note(_ what: String, _ setback: Double, _ found: Bool, _ flag: String) {
      let side = setback < 0 ? "ahead of" : "behind"
      assumptions.append(
        Assumption(
          what: what, value: "front edge \(Lint.shown(abs(setback))) mm \(side) the heads",
          why: found
            ? "the line of 77 % of the peak pressure" : "no measured pressure shows a peak under the heads",
          override: flag))
    }
    let peaks = loading.source == .bodyWeight ? nil : HeadPeaks(of: loading.model.before, frame: frame)
    if metatarsalPad > 0, metatarsalPadPlace == .contour {
      let (first, last) = (frame.head(1).x, frame.head(5).x)
      let middle = first + MetatarsalPad.acrossShare * (last - first)
      let found = peaks?.contour(atShare: Self.contourShare, near: middle, halfWidth: padSize.width / 2)
      placed.metatarsalPadPlace = .front
      placed.metatarsalPadFront = found ?? Prescription().metatarsalPadFront
      note("metatarsal pad", placed.metatarsalPadFront, found != nil, "--met-pad-front")
    }
    if metatarsalBar > 0, metatarsalBarSetback == nil {
      let (first, last) = (frame.head(1).x, frame.head(5).x)
      let found = peaks?.contour(
        atShare: Self.contourShare, near: (first + last) / 2, halfWidth: (last - first) / 2)
      let setback = found ?? MetatarsalBar.usualSetback
      placed.metatarsalBarSetback = setback
      note("metatarsal bar", setback, found != nil, "--met-bar-at")
    }
    let heads: [Sinks.Place] = [.mt1, .mt2, .mt3, .mt4, .mt5]
    for (number, place) in heads.enumerated() where sinks.has(place) {
      guard let peak = peaks?.peak(ofHead: number + 1) else { continue }
      placed.measuredHeads[place] = peak
      let away = peak - frame.head(number + 1)
      assumptions.append(
        Assumption(
          what: "hollow \(place.rawValue)",
          value: "\(Lint.shown(away.length)) mm from the head, at x \(Lint.shown(peak.x)), y \(Lint.shown(peak.y)) mm",
          why: "the map's own peak within \(Lint.shown(HeadPeaks.reach)) mm of it", override: "--sink"))
    }
    return (placed, assumptions)
  }
}
