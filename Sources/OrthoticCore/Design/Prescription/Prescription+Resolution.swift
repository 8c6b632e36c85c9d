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
          override: "\(.heelLift)"))
    }
    if monofilament.isInsensate {
      if (offloadThreshold ?? .infinity) > Self.defaultOffloadThreshold {
        decided.offloadThreshold = Self.defaultOffloadThreshold
        assumptions.append(
          Assumption(
            what: "offload", value: "\(Lint.shown(Self.defaultOffloadThreshold)) kPa",
            why: "the target for an insensate foot", override: "\(.monofilament)"))
      }
      if edgeRadius == process.edgeRadius {
        decided.edgeRadius = max(edgeRadius, Lint.softEdge)
        assumptions.append(
          Assumption(
            what: "edge radius", value: "\(Lint.shown(decided.edgeRadius)) mm",
            why: "an insensate foot does not feel a hard rim", override: "\(.edgeRadius)"))
      }
    }
    return (decided, assumptions)
  }
}

/// What the scanned foot decides.
extension Prescription {
  /// Share of the loaded arch's height that a support fills unless told otherwise.
  public static let archContactUnderLoad = 0.8
  /// Width by which an unloaded heel's fat pad spreads when it is stood on, mm.
  public static let fatPadExpansion = 2.0

  /// The prescription with everything that it leaves open decided for a foot, and what was decided.
  public func resolved(for foot: FootShape) -> (prescription: Prescription, assumptions: [Assumption]) {
    var (resolved, assumptions) = decided(for: foot.side)
    let load: ScanLoad
    if let given = scanLoad {
      load = given
    } else {
      let (found, share) = ScanLoad.found(in: foot.plantar)
      load = found
      resolved.scanLoad = found
      assumptions.append(
        Assumption(
          what: "scan load", value: found.rawValue,
          why: "\(Int((share * 100).rounded())) % of the low sole lies flat", override: "\(.scanLoad)"))
    }
    if archContact == nil || archPressure != nil {
      let contact = Self.archContactUnderLoad * load.gapShare
      resolved.archContact = contact
      if archPressure == nil {
        assumptions.append(
          Assumption(
            what: "arch contact", value: "\(Int((contact * 100).rounded())) %",
            why: "80 % of the arch that is left under load", override: "\(.archContact)"))
      }
    }
    if cover > 0 {
      assumptions.append(
        Assumption(
          what: "cover", value: MaterialTable.cover.name,
          why: "\(Lint.shown(cover)) mm of soft foam lie between foot and device in the prediction",
          override: "\(.cover)"))
    }
    if heelExpansion == nil { resolved.heelExpansion = scanLoad == .some(.none) ? Self.fatPadExpansion : 0 }
    return (resolved, assumptions)
  }
}

/// Places that follow the pressure map.
extension Prescription {
  /// Pressure whose line a bar's or pad's front follows, share of the peak ahead of it.
  static let contourShare = 0.77
  /// Setbacks that a map may lead to, mm.
  static let padSetbacks = 3.0...25.0
  static let barSetbacks = 3.0...15.0

  /// The prescription with pads and bars placed behind the measured pressure.
  func placed(by loading: FootLoading, frame: DesignFrame) -> (prescription: Prescription, assumptions: [Assumption]) {
    var placed = self
    var assumptions: [Assumption] = []
    func note(_ what: String, _ setback: Double, _ found: Bool, _ override: Wording) {
      assumptions.append(
        Assumption(
          what: what, value: "\(Lint.shown(setback)) mm behind the heads",
          why: found
            ? "the line of 77 % of the peak pressure" : "no measured pressure shows a peak under the heads",
          override: override))
    }
    let measured = loading.source == .bodyWeight ? nil : loading.model.before
    if metatarsalPad > 0, metatarsalPadPlace == .contour {
      let shares = MetatarsalPad.acrossShare
      let x = frame.head(1).x + shares * (frame.head(5).x - frame.head(1).x)
      let found = measured.flatMap { Self.setback(in: $0, atX: x, halfWidth: metatarsalPadWidth / 2, frame: frame) }
      placed.metatarsalPadPlace = .behindHeads
      placed.metatarsalPadSetback =
        found.map { Self.clamped($0 + MetatarsalPad.distalShare * metatarsalPadLength, Self.padSetbacks) }
        ?? Prescription().metatarsalPadSetback
      note("metatarsal pad", placed.metatarsalPadSetback, found != nil, "\(.metatarsalPadPlace)")
    }
    if metatarsalBar > 0, metatarsalBarSetback == nil {
      let middle = (frame.head(1).x + frame.head(5).x) / 2
      let half = (frame.head(5).x - frame.head(1).x) / 2
      let found = measured.flatMap { Self.setback(in: $0, atX: middle, halfWidth: half, frame: frame) }
      placed.metatarsalBarSetback = found.map { Self.clamped($0, Self.barSetbacks) } ?? MetatarsalBar.usualSetback
      note("metatarsal bar", placed.metatarsalBarSetback ?? 0, found != nil, "\(.metatarsalBarPlace)")
    }
    return (placed, assumptions)
  }

  private static func clamped(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    min(max(value, range.lowerBound), range.upperBound)
  }

  /// How far behind the heads the pressure falls to its share of the peak in a strip along the foot, mm.
  private static func setback(
    in pressure: HeightGrid, atX middle: Double, halfWidth: Double, frame: DesignFrame
  ) -> Double? {
    let layout = pressure.layout
    var peak = 0.0
    var place: (column: Int, row: Int)?
    for row in 0..<layout.rows {
      for column in 0..<layout.columns where abs(layout.x(column) - middle) <= halfWidth {
        let ahead = layout.y(row) - frame.metatarsalLine(atX: layout.x(column))
        guard abs(ahead) < 0.1 * frame.length, pressure[column, row] > peak else { continue }
        peak = pressure[column, row]
        place = (column, row)
      }
    }
    guard let (column, start) = place else { return nil }
    let x = layout.x(column)
    var row = start
    while row > 0, pressure[column, row - 1] >= contourShare * peak { row -= 1 }
    guard row > 0 else { return nil }
    let (above, below) = (pressure[column, row], pressure[column, row - 1])
    let share = above > below ? (above - contourShare * peak) / (above - below) : 0
    return frame.metatarsalLine(atX: x) - (layout.y(row) - share * layout.spacing)
  }
}
