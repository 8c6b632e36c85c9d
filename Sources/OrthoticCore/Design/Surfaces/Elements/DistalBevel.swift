/// Front edge of a device that ends behind the toes: its thickness runs out to the minimum wall, so that no step is felt.
struct DistalBevel: InsoleElement {
  let frame: DesignFrame
  let length: DeviceLength
  /// Height of the top at the front edge, mm above the foot's rest.
  let lowest: Double

  /// Height that the top may have above its lowest, by the distance to the front edge: gentle there, steeper behind, so
  /// that a base of 3 mm runs out over about 8 mm and a high arch does not end in a cliff.
  static let slope = 0.15
  static let curvature = 0.03
  /// Rounding where the bevel begins, mm.
  static let rounding = 1.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.length != .full, prescription.thickness > prescription.minimumWall else { return nil }
    self.frame = frame
    length = prescription.length
    lowest = prescription.minimumWall - prescription.thickness
  }

  func shape(_ row: inout SurfaceRow) {
    for column in row.heights.indices {
      let distance = max(frame.frontLine(of: length, atX: row.x(column)) - row.y, 0)
      let allowed = lowest + Self.slope * distance + Self.curvature * distance * distance
      row.heights[column] = max(smoothMinimum(row.heights[column], allowed, radius: Self.rounding), lowest)
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
