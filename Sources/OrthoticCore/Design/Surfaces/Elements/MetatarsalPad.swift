/// Metatarsal pad: a smooth dome behind the second to fourth metatarsal heads, in the shapes and sizes that are sold.
///
/// ```
///        arc of the heads
///      ──────────────────
///           ┌──┐           front edge: 2.5 mm behind them, unless told otherwise
///          /  x \          crest: a quarter of the width behind the front edge
///         |      |
///          \    /         oval 60 × 40 (S), 70 × 50 (M), 80 × 60 mm (L), its length along the foot
///           └──┘
/// ```
/// The dome rises from its edge without a crease, is highest a quarter of its width behind its front edge, so that the crest
/// of a pad as sold lies about 12, 15 or 18 mm behind the heads, and runs out towards the heel. A round pad is highest in its
/// middle. The heads are those of the arc, and the pad lies in the middle of the second to fourth.
struct MetatarsalPad: InsoleElement {
  /// Outline seen from above.
  let outline: PadShape
  /// Length along the foot and width across it, mm.
  let length: Double
  let width: Double
  /// Crest, mm.
  let crest: Vector2
  /// Height of the crest, mm.
  let height: Double
  /// Distance of the crest behind the foremost point, mm.
  let reach: Double

  /// Place across the line of the heads, share from the first to the fifth: the third, the middle of those under a pad.
  static let acrossShare = FootProportions.headShares[2]
  /// Distance of the crest behind the foremost point of a pad that is not round, share of its width.
  static let crestShare = 0.25

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.metatarsalPad != 0 else { return nil }
    let size = prescription.padSize
    outline = prescription.metatarsalPadShape
    (length, width) = size
    height = prescription.metatarsalPad
    reach = Self.reach(outline, length: size.length, width: size.width)
    let (mt1, mt5) = (frame.landmarks.mt1.position, frame.landmarks.mt5.position)
    let x = mt1.x + Self.acrossShare * (mt5.x - mt1.x)
    let y: Double
    switch prescription.metatarsalPadPlace {
    case .share(let share): y = share * frame.length
    case .behindHeads: y = frame.headArc(atX: x) - prescription.metatarsalPadSetback
    case .front, .contour: y = frame.headArc(atX: x) - prescription.metatarsalPadFront - reach
    }
    crest = Vector2(x, y)
  }

  /// Distance of the crest behind the foremost point, mm.
  static func reach(_ shape: PadShape, length: Double, width: Double) -> Double {
    shape == .round ? length / 2 : min(crestShare * width, length / 2)
  }

  func shape(_ row: inout SurfaceRow) {
    let behind = crest.y + reach - row.y
    guard behind > 0, behind < length else { return }
    row.add(height(at:))
  }

  /// Height that it adds at a place, mm.
  @Sendable func height(at place: Vector2) -> Double {
    let behind = crest.y + reach - place.y
    guard behind > 0, behind < length else { return 0 }
    let half = outline.halfWidth(behind: behind, length: length, width: width)
    let across = abs(place.x - crest.x)
    guard across < half else { return 0 }
    let along = behind < reach ? behind / reach : (length - behind) / (length - reach)
    return height * smoothStep(0, 1, along) * (1 - smoothStep(0, half, across))
  }
}

extension PadShape {
  /// Half of the width at a distance behind the foremost point, mm.
  func halfWidth(behind distance: Double, length: Double, width: Double) -> Double {
    let front = front(length: length, width: width)
    let v = (distance - front) / (distance < front ? front : length - front)
    let rest = max(1 - v * v, 0)
    // The rear of a drop tapers to a tip.
    return width / 2 * (self == .teardrop && distance > front ? rest : rest.squareRoot())
  }

  /// Distance of the widest place behind the foremost point, mm.
  private func front(length: Double, width: Double) -> Double {
    self == .teardrop ? min(width, length) / 2 : length / 2
  }
}
