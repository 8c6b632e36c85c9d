#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Plantar fascial groove: a channel under the fascia's medial band, from the heel to behind the first two heads.
struct FascialGroove: InsoleElement {
  /// Ends of the channel's middle line, mm.
  let rear: Vector2
  let front: Vector2
  /// Depth, mm.
  let depth: Double

  /// Half the width of the channel, mm: a taut band is about a centimetre wide.
  static let halfWidth = 8.0
  /// Length over which it begins and ends, mm.
  static let runOut = 12.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.fascialGroove != 0 else { return nil }
    depth = prescription.fascialGroove
    let heel = frame.landmarks.heelCenter.position
    let end = frame.betweenHeads(1.4)
    rear = Vector2(heel.x - 6, frame.heelEnd)
    front = Vector2(end.x, end.y - 14)
  }

  func shape(_ row: inout SurfaceRow) {
    guard row.y > rear.y - Self.runOut, row.y < front.y + Self.runOut else { return }
    let along = plateau(rear.y, front.y, feather: Self.runOut, row.y)
    let t = (row.y - rear.y) / max(front.y - rear.y, 1)
    let middle = rear.x + t * (front.x - rear.x)
    row.add { place in
      let u = abs(place.x - middle) / Self.halfWidth
      return u < 1 ? -depth * along * (1 + cos(.pi * u)) / 2 : 0
    }
  }
}
