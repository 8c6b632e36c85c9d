#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Metatarsal pad: a drop-shaped dome whose crest lies behind the second to fourth metatarsal heads.
///
/// Crest 8 mm proximal to the heads unless told otherwise (6 to 11 mm in use; Hastings 2007 found the relief largest
/// there). 30 × 24 mm unless told otherwise. The dome is steeper towards the toes than towards the heel.
struct MetatarsalPad: InsoleElement {
  /// Crest, mm.
  let crest: Vector2
  /// Height of the crest, mm.
  let height: Double

  /// Reach of the pad from the crest, mm: towards the toes, towards the heel, and to each side.
  let distalReach: Double
  let proximalReach: Double
  let halfWidth: Double

  /// Part of the pad's length that lies ahead of the crest: the dome is steeper towards the toes.
  static let distalShare = 1.0 / 3
  /// Place across the metatarsal line, share from the first to the fifth head: between the second and third ray.
  static let acrossShare = 0.45

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.metatarsalPad != 0 else { return nil }
    let mt1 = frame.landmarks.mt1.position
    let mt5 = frame.landmarks.mt5.position
    let x = mt1.x + Self.acrossShare * (mt5.x - mt1.x)
    let crestY =
      if case .share(let share) = prescription.metatarsalPadPlace {
        share * frame.length
      } else {
        frame.metatarsalLine(atX: x) - prescription.metatarsalPadSetback
      }
    crest = Vector2(x, crestY)
    height = prescription.metatarsalPad
    distalReach = Self.distalShare * prescription.metatarsalPadLength
    proximalReach = prescription.metatarsalPadLength - distalReach
    halfWidth = prescription.metatarsalPadWidth / 2
  }

  func shape(_ row: inout SurfaceRow) {
    let along = row.y - crest.y
    guard along < distalReach, along > -proximalReach else { return }
    row.add(height(at:))
  }

  /// Height that it adds at a place, mm.
  @Sendable func height(at place: Vector2) -> Double {
    let along = place.y - crest.y
    let v = along / (along > 0 ? distalReach : proximalReach)
    let u = (place.x - crest.x) / halfWidth
    let r = (u * u + v * v).squareRoot()
    return r < 1 ? height * (1 + cos(.pi * r)) / 2 : 0
  }
}
