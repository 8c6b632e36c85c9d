#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Metatarsal bar: a ridge across the device behind all metatarsal heads, along their arc.
struct MetatarsalBar: InsoleElement {
  let frame: DesignFrame
  /// Height of the crest, mm.
  let height: Double
  /// Length along the foot, mm.
  let length: Double
  /// Distance of its front edge behind the heads, mm.
  let setback: Double

  /// Part of the length that lies ahead of the crest: steeper towards the toes.
  static let distalShare = 0.4
  /// Setback where the map gives none, mm.
  static let usualSetback = 8.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.metatarsalBar != 0 else { return nil }
    self.frame = frame
    height = prescription.metatarsalBar
    length = prescription.metatarsalBarLength
    setback = prescription.metatarsalBarSetback ?? Self.usualSetback
  }

  /// y of the crest at a given x, mm.
  func crest(atX x: Double) -> Double { frame.headArc(atX: x) - setback - Self.distalShare * length }

  func shape(_ row: inout SurfaceRow) {
    let borders = frame.borders(atY: row.y)
    row.add { place in height(at: place, between: borders) }
  }

  /// Height that it adds at a place, mm.
  @Sendable func height(at place: Vector2) -> Double { height(at: place, between: frame.borders(atY: place.y)) }

  private func height(at place: Vector2, between borders: (medial: Double, lateral: Double)) -> Double {
    let along = place.y - crest(atX: place.x)
    let v = along / (length * (along > 0 ? Self.distalShare : 1 - Self.distalShare))
    guard abs(v) < 1 else { return 0 }
    let across = plateau(borders.medial + 8, borders.lateral - 8, feather: 8, place.x)
    return height * across * (1 + cos(.pi * v)) / 2
  }
}
