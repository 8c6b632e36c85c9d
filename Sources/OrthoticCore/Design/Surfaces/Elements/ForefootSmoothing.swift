/// Lets the copied sole run out to a flat forefoot ahead of the metatarsal line.
///
/// Toes leave ridges of 7 to 9 mm in a scan; copied into a device they hurt as soon as the foot slides. Always on.
struct ForefootSmoothing: InsoleElement {
  let frame: DesignFrame

  /// Length over which the copy runs out, mm.
  static let runOut = 20.0

  /// How much of the sole has run out at a place: 0 behind the metatarsal line, 1 where the device is flat.
  static func share(at place: Vector2, frame: DesignFrame) -> Double {
    let line = frame.metatarsalLine(atX: place.x)
    return smoothStep(line, line + runOut, place.y)
  }

  func shape(_ row: inout SurfaceRow) {
    for column in row.heights.indices {
      row.heights[column] *= 1 - Self.share(at: Vector2(row.x(column), row.y), frame: frame)
    }
  }
}
