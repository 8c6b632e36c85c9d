/// Cluffy wedge: a wedge of 22 × 14 mm under the hallux that holds it up.
struct CluffyWedge: InsoleElement {
  let center: Vector2
  let axis: Vector2
  /// Height at its front, mm.
  let height: Double

  static let length = 22.0
  static let width = 14.0
  /// Share of the length over which it rises; the rest is level.
  static let rise = 0.7
  /// Width of the blended edge, mm.
  static let blend = 4.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.cluffyWedge != 0 else { return nil }
    center = frame.hallux
    axis = frame.firstRay
    height = prescription.cluffyWedge
  }

  func shape(_ row: inout SurfaceRow) {
    let inner = Self.blend / 2
    row.add { place in
      let away = place - center
      let along = away.dot(axis) + Self.length / 2
      let across = abs(away.dot(Vector2(axis.y, -axis.x))) - Self.width / 2
      guard along > 0, along < Self.length + inner, across < inner else { return 0 }
      let wedge = min(along / (Self.rise * Self.length), 1)
      let front = 1 - smoothStep(Self.length - inner, Self.length + inner, along)
      return height * wedge * front * (1 - smoothStep(-inner, inner, across))
    }
  }
}
