/// Widens the heel seat for a fat pad that spreads under load: each side of the cup moves outward by half the width.
struct HeelExpansion: InsoleElement {
  let frame: DesignFrame
  /// Width added, mm, both sides together.
  let width: Double

  /// Distance from the heel's middle over which the sideways shift builds up, mm; the lowest point stays in place.
  static let shiftReach = 15.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard let width = prescription.heelExpansion, width != 0 else { return nil }
    self.frame = frame
    self.width = width
  }

  func shape(_ row: inout SurfaceRow) {
    let share = 1 - smoothStep(0.22 * frame.length, 0.35 * frame.length, row.y)
    guard share > 0, let last = row.heights.indices.last else { return }
    let middle = frame.landmarks.heelCenter.position.x
    let copied = row.heights
    for column in row.heights.indices {
      let out = row.x(column) - middle
      let shift = share * width / 2 * smoothStep(0, Self.shiftReach, abs(out))
      let source = (out > 0 ? Double(column) - shift / row.spacing : Double(column) + shift / row.spacing)
      let clamped = min(max(source, 0), Double(last))
      let left = min(Int(clamped), max(last - 1, 0))
      let t = clamped - Double(left)
      row.heights[column] = copied[left] * (1 - t) + copied[min(left + 1, last)] * t
    }
  }
}
