#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Blake inversion: the cast stands inverted, and the heel seat tilts towards varus by a fifth of that.
///
/// Five degrees of cast inversion change the heel by about one (Blake 1986); unlike a rearfoot post the tilt reaches
/// on under the arch.
struct Inversion: InsoleElement {
  let frame: DesignFrame
  /// Rise towards medial, mm per mm.
  let slope: Double
  /// Raise of the seat that keeps the lateral side at the minimum wall, mm.
  let raise: Double

  /// Degrees of heel tilt for each degree of cast inversion.
  static let share = 0.2

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.inversion != 0 else { return nil }
    self.frame = frame
    slope = tan(prescription.inversion * Self.share * .pi / 180)
    raise = max(
      abs(slope) * RearfootPost.heelHalfWidth - (prescription.thickness - prescription.minimumWall), 0)
  }

  func shape(_ row: inout SurfaceRow) {
    let share = 1 - smoothStep(0.3 * frame.length, 0.58 * frame.length, row.y)
    guard share > 0 else { return }
    let pivot = frame.landmarks.heelCenter.position.x
    row.add { share * (raise + slope * (pivot - $0.x)) }
  }
}
