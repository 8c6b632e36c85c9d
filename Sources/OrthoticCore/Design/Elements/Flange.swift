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

  /// Rise of the inner face, mm per mm.
  static let innerSlope = 4.0
  /// Length over which a flange rises and falls along the foot, share of the foot's length.
  static let runOut = 0.1

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.medialFlange != 0 || prescription.lateralFlange != 0 else { return nil }
    self.frame = frame
    medial = prescription.medialFlange
    lateral = prescription.lateralFlange
  }

  /// Height of the flange above the rim at a point of the trim line, mm.
  func height(at point: Vector2) -> Double {
    let length = frame.length
    let borders = frame.borders(atY: point.y)
    let isMedial = point.x < (borders.medial + borders.lateral) / 2
    let head = isMedial ? frame.landmarks.mt1.position.y : frame.landmarks.mt5.position.y
    let start = 0.3 * length
    let end = max(head - Self.runOut * length, start)
    return (isMedial ? medial : lateral) * plateau(start, end, feather: Self.runOut * length, point.y)
  }

  /// How far the trim line moves outward there, mm, so that the inner face does not lean on the foot.
  func outset(at point: Vector2) -> Double { height(at: point) / Self.innerSlope }
}
