/// Heel lift: full height under the heel, tapering in a straight line to nothing at the metatarsal line.
struct HeelLift: InsoleElement {
  let frame: DesignFrame
  /// Height under the heel, mm.
  let height: Double

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.heelLift != 0 else { return nil }
    self.frame = frame
    height = prescription.heelLift
  }

  func shape(_ row: inout SurfaceRow) {
    let start = frame.landmarks.heelCenter.position.y
    for column in row.heights.indices {
      let end = frame.metatarsalLine(atX: row.x(column))
      row.heights[column] += height * min(max((end - row.y) / max(end - start, 1), 0), 1)
    }
  }
}
