/// Lets the copied sole run out to a flat forefoot ahead of the metatarsal line.
///
/// Toes leave ridges of 7 to 9 mm in a scan; copied into a device they hurt as soon as the foot slides. Always on.
struct ForefootSmoothing: InsoleElement {
  let frame: DesignFrame

  /// Length over which the copy runs out, mm.
  static let runOut = 15.0

  func shape(_ row: inout SurfaceRow) {
    for column in row.heights.indices {
      let line = frame.metatarsalLine(atX: row.x(column))
      guard row.y > line else { continue }
      row.heights[column] *= 1 - smoothStep(line, line + Self.runOut, row.y)
    }
  }
}
