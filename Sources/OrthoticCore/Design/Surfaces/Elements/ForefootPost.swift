#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Forefoot post: tilts the device under the metatarsal heads about the foot's long axis; varus raises the medial side.
struct ForefootPost: InsoleElement {
  let frame: DesignFrame
  /// Rise towards medial, mm per mm.
  let slope: Double
  /// Raise that keeps the lowered side at the minimum wall, mm.
  let raise: Double
  /// x about which it tilts: the middle of the heads, mm.
  let pivot: Double

  /// How far behind the heads the full tilt begins, mm, and over what length it builds up.
  static let lead = 10.0
  static let buildUp = 45.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.forefootPost != 0 else { return nil }
    self.frame = frame
    slope = tan(prescription.forefootPost * .pi / 180)
    let mt1 = frame.landmarks.mt1.position
    let mt5 = frame.landmarks.mt5.position
    pivot = (mt1.x + mt5.x) / 2
    let half = abs(mt5.x - mt1.x) / 2 + 8
    raise = max(abs(slope) * half - (prescription.thickness - prescription.minimumWall), 0)
  }

  func shape(_ row: inout SurfaceRow) {
    row.add { place in
      let line = frame.metatarsalLine(atX: place.x) - Self.lead
      return smoothStep(line - Self.buildUp, line, place.y) * (raise + slope * (pivot - place.x))
    }
  }
}
