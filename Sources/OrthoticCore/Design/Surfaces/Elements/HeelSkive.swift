#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Medial and lateral heel skive (Kirby 1992): a flat wedge in one side of the heel seat.
///
/// The laboratory cuts plaster off the heel of the cast: a depth at a line a third of the heel's width from its border,
/// in a plane tilted by 15°. On the device that plane stands that high above the seat at the line.
///
/// ```
///   medial border          │ line, a third in
///     ╲   ___ plane 15°    │
///      ╲_´   `·.__         ↕ depth
///        ╲_________`·.____________ seat
/// ```
struct HeelSkive: InsoleElement {
  let frame: DesignFrame
  /// Which side the plane rises to: −1 medial, 1 lateral.
  let side: Double
  /// Height of the plane above the seat at the line, mm.
  let depth: Double
  /// Rise of the plane towards its side, mm per mm.
  let slope: Double
  /// x of the line, mm: straight along the foot.
  let lineX: Double

  /// Place of the line, share of the heel's width from the border.
  static let lineShare = 1.0 / 3
  /// Rounding where the plane meets the seat, mm.
  static let rounding = 0.8

  static func medial(frame: DesignFrame, prescription: Prescription) -> HeelSkive? {
    HeelSkive(frame: frame, depth: prescription.medialSkive, plane: prescription.skivePlane, side: -1)
  }

  static func lateral(frame: DesignFrame, prescription: Prescription) -> HeelSkive? {
    HeelSkive(frame: frame, depth: prescription.lateralSkive, plane: prescription.skivePlane, side: 1)
  }

  private init?(frame: DesignFrame, depth: Double, plane: Double, side: Double) {
    guard depth != 0 else { return nil }
    self.frame = frame
    self.side = side
    self.depth = depth
    slope = tan(plane * .pi / 180)
    let borders = frame.borders(atY: frame.landmarks.heelCenter.position.y)
    let inward = Self.lineShare * (borders.lateral - borders.medial)
    lineX = side < 0 ? borders.medial + inward : borders.lateral - inward
  }

  func shape(_ row: inout SurfaceRow) {
    let heel = frame.landmarks.heelCenter.position.y
    // Full from a little behind the heel's lowest point to the seat's end, run out before the arch.
    let share = plateau(0.6 * heel, 0.2 * frame.length, feather: 0.09 * frame.length, row.y)
    guard share > 0 else { return }
    let seat = row.height(atX: lineX)
    for column in row.heights.indices {
      let plane = seat + depth + side * slope * (row.x(column) - lineX)
      let rise = positivePart(plane - row.heights[column], radius: min(Self.rounding, depth / 2))
      row.heights[column] += share * rise
    }
  }
}
