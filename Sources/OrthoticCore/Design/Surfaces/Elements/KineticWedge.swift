/// Kinetic wedge: a recess of 24 × 20 mm under the first metatarsal head that lets it drop at push-off.
struct KineticWedge: InsoleElement {
  let patch: ForefootPatch

  static let length = 24.0
  static let width = 20.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.kineticWedge != 0 else { return nil }
    patch = ForefootPatch(
      center: frame.head(1), axis: frame.firstRay, length: Self.length, width: Self.width,
      height: -prescription.kineticWedge)
  }

  func shape(_ row: inout SurfaceRow) { patch.apply(to: &row) }
}

/// First-ray relief: a shallow hollow under the first metatarsal's head and the end of its shaft.
struct FirstRayRelief: InsoleElement {
  let patch: ForefootPatch

  static let length = 42.0
  static let width = 22.0
  /// How far the hollow reaches ahead of the head, mm.
  static let lead = 12.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard case .relief(let depth) = prescription.firstRay else { return nil }
    patch = ForefootPatch(
      center: frame.head(1) + frame.firstRay * (Self.lead - Self.length / 2), axis: frame.firstRay,
      length: Self.length, width: Self.width, height: -depth, blend: 6)
  }

  func shape(_ row: inout SurfaceRow) { patch.apply(to: &row) }
}
