/// Lateral arch support: gives the lateral border of the midfoot a stated height at its crest.
struct LateralArch: InsoleElement {
  let frame: DesignFrame
  /// Height at the crest, mm.
  let height: Double

  init?(frame: DesignFrame, prescription: Prescription) {
    guard let height = prescription.lateralArch else { return nil }
    self.frame = frame
    self.height = height
  }

  /// y of the crest: half-way from the heel's end to the fifth head.
  var crestY: Double { (frame.heelEnd + frame.landmarks.mt5.position.y) / 2 }

  func shape(_ row: inout SurfaceRow) {
    let reach = max((frame.landmarks.mt5.position.y - frame.heelEnd) / 2, 1)
    let away = abs(row.y - crestY) / reach
    guard away < 1 else { return }
    let along = 1 - smoothStep(0.5, 1, away)
    let crest = height * (1 - smoothStep(0, 1, away))
    let borders = frame.borders(atY: row.y)
    for column in row.heights.indices {
      let across = (row.x(column) - borders.medial) / max(borders.lateral - borders.medial, 1)
      let share = along * smoothStep(0.5, 0.8, across)
      row.heights[column] += share * (crest - row.heights[column])
    }
  }
}
