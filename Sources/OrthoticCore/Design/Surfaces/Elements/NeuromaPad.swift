#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Neuroma pad: a small drop between two rays that spreads them, its crest just behind the heads.
struct NeuromaPad: InsoleElement {
  /// Crest, mm.
  let crest: Vector2
  /// Height of the crest, mm.
  let height: Double

  /// Crest behind the heads, and reach from it, mm: towards the toes, towards the heel, to each side.
  static let setback = 8.0
  static let distalReach = 8.0
  static let proximalReach = 16.0
  static let halfWidth = 7.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard let ray = prescription.neuromaPad.medialRay else { return nil }
    let between = frame.betweenHeads(Double(ray) + 0.5)
    crest = Vector2(between.x, between.y - Self.setback)
    height = prescription.neuromaPadHeight
  }

  func shape(_ row: inout SurfaceRow) {
    let along = row.y - crest.y
    guard along < Self.distalReach, along > -Self.proximalReach else { return }
    row.add(height(at:))
  }

  /// Height that it adds at a place, mm.
  @Sendable func height(at place: Vector2) -> Double {
    let along = place.y - crest.y
    let v = along / (along > 0 ? Self.distalReach : Self.proximalReach)
    let u = (place.x - crest.x) / Self.halfWidth
    let r = (u * u + v * v).squareRoot()
    return r < 1 ? height * (1 + cos(.pi * r)) / 2 : 0
  }
}
