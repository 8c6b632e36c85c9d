/// Arch contact, cast fill and arch raise: how much of the scanned arch the insole keeps.
///
/// Between the heel and the metatarsal line the copied sole is first scaled to the share of `contact`, then lowered
/// by the plaster of `castFill` where the arch is high enough to take it, then raised by `raise` along the medial
/// arch. With contact 1, fill 0 and raise 0 the scan passes through unchanged.
struct ArchSupport: InsoleElement {
  let frame: DesignFrame
  /// Share of the scanned height kept, 0 to 1.1.
  let contact: Double
  /// Plaster added on the cast, mm; lowers the arch.
  let castFill: Double
  /// Height added at the apex, mm.
  let raise: Double
  /// Apex of the raise along the foot, mm, and where it begins and ends.
  let apexY: Double
  let startY: Double
  let endY: Double

  /// Over this height plaster runs out to nothing, mm, so that no step forms at the arch's foot.
  static let fillFeather = 6.0
  /// Shortest slope of the raise along the foot, mm.
  static let shortestSlope = 20.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard (prescription.archContact ?? 1) != 1 || prescription.castFill != 0 || prescription.archHeight != 0 else {
      return nil
    }
    self.frame = frame
    contact = prescription.archContact ?? 1
    castFill = prescription.castFill
    raise = prescription.archHeight
    apexY = prescription.archApex.map { $0 * frame.length } ?? frame.landmarks.archApex.position.y
    startY = min(prescription.archStart.map { $0 * frame.length } ?? frame.heelEnd, apexY - Self.shortestSlope)
    endY = max(
      prescription.archEnd.map { $0 * frame.length } ?? frame.landmarks.mt1.position.y, apexY + Self.shortestSlope)
  }

  func shape(_ row: inout SurfaceRow) {
    let window = frame.archWindow(y: row.y)
    let lift = raise * ridge(row.y)
    guard window > 0 || lift != 0 else { return }
    let borders = frame.borders(atY: row.y)
    for column in row.heights.indices {
      var height = row.heights[column]
      height *= 1 - (1 - contact) * window
      height = max(height - castFill * window * smoothStep(0, Self.fillFeather, height), min(height, 0))
      if lift != 0 {
        let across = (row.x(column) - borders.medial) / max(borders.lateral - borders.medial, 1)
        height += lift * (1 - smoothStep(0.15, 0.65, across))
      }
      row.heights[column] = height
    }
  }

  /// Share of the raise along the foot: 0 at the heel's end and at the first metatarsal head, 1 at the apex.
  private func ridge(_ y: Double) -> Double {
    y <= apexY ? smoothStep(startY, apexY, y) : 1 - smoothStep(apexY, endY, y)
  }
}
