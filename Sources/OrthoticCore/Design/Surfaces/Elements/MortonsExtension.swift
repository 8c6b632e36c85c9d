/// Morton's extension: a plate under the first ray from its head to the hallux, 56 × 18 mm.
struct MortonsExtension: InsoleElement {
  let patch: ForefootPatch

  /// How far behind the head it begins, mm, and its size.
  static let lead = 10.0
  static let length = 56.0
  static let width = 18.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.mortonsExtension != 0 else { return nil }
    patch = ForefootPatch(
      center: frame.head(1) + frame.firstRay * (Self.length / 2 - Self.lead), axis: frame.firstRay,
      length: Self.length, width: Self.width, height: prescription.mortonsExtension)
  }

  func shape(_ row: inout SurfaceRow) { patch.apply(to: &row) }
}

/// Reverse Morton's extension: a plate under the second to fifth head, 28 × 48 mm, that lets the first ray drop.
struct ReverseMortonsExtension: InsoleElement {
  let patch: ForefootPatch

  static let length = 28.0
  static let width = 48.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.reverseMortonsExtension != 0 else { return nil }
    // Across the heads, square to their line; it begins beside the first head whatever the foot's width, its blended
    // edge and all: what reaches under the first head lifts the ray that shall drop.
    let across = (frame.head(5) - frame.head(1)).normalized
    let start = frame.betweenHeads(FootProportions.firstHeadBorder)
    var patch = ForefootPatch(
      center: start, axis: across.perpendicular, length: Self.length, width: Self.width,
      height: prescription.reverseMortonsExtension)
    patch.center = start + across * ((Self.width + patch.blend) / 2)
    self.patch = patch
  }

  func shape(_ row: inout SurfaceRow) { patch.apply(to: &row) }
}
