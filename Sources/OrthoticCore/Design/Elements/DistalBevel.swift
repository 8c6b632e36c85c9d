/// Front edge of a device that ends behind the toes: its thickness runs out to the minimum wall, so that no step is felt.
struct DistalBevel: InsoleElement {
  let frame: DesignFrame
  let length: DeviceLength
  /// Height of the top at the front edge, mm above the foot's rest.
  let lowest: Double

  /// Length over which the thickness runs out, mm.
  static let runOut = 12.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.length != .full, prescription.thickness > prescription.minimumWall else { return nil }
    self.frame = frame
    length = prescription.length
    lowest = prescription.minimumWall - prescription.thickness
  }

  func shape(_ row: inout SurfaceRow) {
    for column in row.heights.indices {
      let end = frame.frontLine(of: length, atX: row.x(column))
      let share = smoothStep(end - Self.runOut, end, row.y)
      row.heights[column] += share * (min(lowest, row.heights[column]) - row.heights[column])
    }
  }
}

extension DesignFrame {
  /// How far a three-quarter device ends behind the metatarsal line, mm.
  static let threeQuarterSetback = 6.0

  /// y at which a device of some length ends at a given x, mm; endless for a full one.
  func frontLine(of length: DeviceLength, atX x: Double) -> Double {
    switch length {
    case .full: .infinity
    case .sulcus: sulcusLine(atX: x)
    case .mets: metatarsalLine(atX: x)
    case .threeQuarter: metatarsalLine(atX: x) - Self.threeQuarterSetback
    }
  }
}
