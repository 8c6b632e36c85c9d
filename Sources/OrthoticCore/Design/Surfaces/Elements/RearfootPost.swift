#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Rearfoot post: tilts the heel seat about the foot's long axis; varus raises the medial side.
struct RearfootPost: InsoleElement {
  let frame: DesignFrame
  /// Rise towards medial, mm per mm.
  let slope: Double
  /// Raise of the whole heel seat that keeps the lowered side at the minimum wall, mm.
  let raise: Double

  /// Half the width of the loaded heel, mm: the post pivots in its middle and must keep the wall out to here.
  static let heelHalfWidth = 30.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.rearfootPost != 0 else { return nil }
    self.frame = frame
    slope = tan(prescription.rearfootPost * .pi / 180)
    raise = max(abs(slope) * Self.heelHalfWidth - (prescription.thickness - prescription.minimumWall), 0)
  }

  func shape(_ row: inout SurfaceRow) {
    // Full angle under the whole heel seat, run out before the midfoot joints.
    let share = 1 - smoothStep(0.24 * frame.length, 0.42 * frame.length, row.y)
    guard share > 0 else { return }
    let pivot = frame.landmarks.heelCenter.position.x
    for column in row.heights.indices {
      row.heights[column] += share * (raise + slope * (pivot - row.x(column)))
    }
  }
}
