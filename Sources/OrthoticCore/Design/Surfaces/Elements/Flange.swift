/// Medial and lateral flange: a wall on the rim beside the arch, as thick as the rim's shelf.
///
/// ```
///        │▔│  height above the rim
///       ╱  │
///   ___╱   │ trim line, moved out where the flange stands
/// ```
struct Flange {
  let frame: DesignFrame
  /// Height above the rim beside the medial arch and beside the lateral border, mm.
  let medial: Double
  let lateral: Double
  /// How far forward the device reaches.
  let length: DeviceLength

  /// Rise of the inner face, mm per mm.
  static let innerSlope = 4.0
  /// Length over which a flange rises and falls along the foot, share of the foot's length.
  static let runOut = 0.2
  /// How far in from the border a flange has run out, share of the sole's width: the front of a short device has none.
  static let reachAcross = 0.0...0.25

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.medialFlange != 0 || prescription.lateralFlange != 0 else { return nil }
    self.frame = frame
    medial = prescription.medialFlange
    lateral = prescription.lateralFlange
    length = prescription.length
  }

  /// Height of the flange above the rim at a point of the trim line, mm.
  func height(at point: Vector2) -> Double {
    let borders = frame.borders(atY: point.y)
    let isMedial = point.x < (borders.medial + borders.lateral) / 2
    let head = isMedial ? frame.landmarks.mt1.position : frame.landmarks.mt5.position
    let front = min(head.y, frame.frontLine(of: length, atX: head.x))
    let runOut = Self.runOut * frame.length
    let start = 0.3 * frame.length
    let end = max(front - runOut, start)
    let inward = isMedial ? point.x - borders.medial : borders.lateral - point.x
    let across = inward / max(borders.lateral - borders.medial, 1)
    return (isMedial ? medial : lateral) * plateau(start, end, feather: runOut, point.y)
      * (1 - smoothStep(Self.reachAcross.lowerBound, Self.reachAcross.upperBound, across))
  }

  /// How far the trim line moves outward there, mm, so that the inner face does not lean on the foot.
  func outset(at point: Vector2) -> Double { height(at: point) / Self.innerSlope }
}
