#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Toe crest: a ridge under the crease of the second to fifth toe that takes load off their tips.
struct ToeCrest: InsoleElement {
  let frame: DesignFrame
  /// Height of the ridge, mm.
  let height: Double
  /// x from which the ridge runs laterally: the web beside the hallux, mm.
  let medialX: Double

  /// Reach of the ridge to each side of the crease, mm.
  static let reach = 9.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.toeCrest != 0 else { return nil }
    self.frame = frame
    height = prescription.toeCrest
    medialX = frame.betweenHeads(1.6).x
  }

  func shape(_ row: inout SurfaceRow) {
    let borders = frame.borders(atY: row.y)
    row.add { place in
      let v = (place.y - frame.sulcusLine(atX: place.x)) / Self.reach
      guard abs(v) < 1 else { return 0 }
      return height * plateau(medialX, borders.lateral - 6, feather: 6, place.x) * (1 + cos(.pi * v)) / 2
    }
  }
}

/// Toe filler: a block in place of toes that are not there, so that the shoe does not fold.
struct ToeFiller: InsoleElement {
  let frame: DesignFrame
  /// Height of the block, mm.
  let height: Double

  /// Where the block begins ahead of the toe crease, and the length of its slope, mm.
  static let lead = 6.0
  static let rise = 14.0

  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.toeFiller != 0 else { return nil }
    self.frame = frame
    height = prescription.toeFiller
  }

  func shape(_ row: inout SurfaceRow) {
    row.add { place in
      let start = frame.sulcusLine(atX: place.x) + Self.lead
      return height * smoothStep(start, start + Self.rise, place.y)
    }
  }
}
