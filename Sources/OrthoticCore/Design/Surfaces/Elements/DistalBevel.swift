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
  /// How far the edge stays above what the minimum wall and the bottom's chamfer ask for, mm: a surface that runs out to it
  /// swings by as much.
  static let spare = 0.3

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.length != .full else { return nil }
    self.frame = frame
    length = prescription.length
    lowest =
      prescription.minimumWall + InsoleSurfaces.bottomChamfer + InsoleSurfaces.rimSpare + Self.spare
      - prescription.thickness
  }

  /// How near a place is to the front edge: 1 there, 0 so far behind it.
  func nearness(of place: Vector2, within run: Double) -> Double {
    1 - smootherStep(0, run, frame.frontLine(of: length, atX: place.x) - place.y)
  }

  func shape(_ row: inout SurfaceRow) {
    for column in row.heights.indices {
      let distance = max(frame.frontLine(of: length, atX: row.x(column)) - row.y, 0)
      // The rounding apart, a surface that runs out to the edge by itself is left alone.
      let allowed = lowest + Self.rounding + Self.slope * distance + Self.curvature * distance * distance
      row.heights[column] = max(smoothMinimum(row.heights[column], allowed, radius: Self.rounding), lowest - Self.spare)
    }
  }
}

extension DesignFrame {
  /// How far a three-quarter device ends behind the metatarsal line, mm.
  static let threeQuarterSetback = 6.0

  /// y at which a device of some length ends at a given x, mm; endless for a full one.
  ///
  /// One straight line from border to border: at the heads' ends it does not turn, as the metatarsal line does.
  func frontLine(of length: DeviceLength, atX x: Double) -> Double {
    let (first, fifth) = (landmarks.mt1.position, landmarks.mt5.position)
    let across = max(fifth.x - first.x, 1)
    let heads = first.y + (x - first.x) / across * (fifth.y - first.y)
    return switch length {
    case .full: .infinity
    case .sulcus: heads + FootProportions.toeLine * self.length
    case .mets: heads
    case .threeQuarter: heads - Self.threeQuarterSetback
    }
  }
}
