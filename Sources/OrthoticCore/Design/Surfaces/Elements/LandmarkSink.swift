/// Sweet spots: hollows of a stated depth and size under landmarks.
///
/// A hollow under a metatarsal head goes to the map's own peak there, where a map shows one: it shall relieve the pressure,
/// not the bone (Actis 2008).
struct LandmarkSink: InsoleElement {
  let center: Vector2
  /// Depth, mm.
  let depth: Double
  /// Half of length and width, at the outer edge, mm.
  let halfLength: Double
  let halfWidth: Double

  /// Share of the half axes that is at full depth; the rest is slope.
  static let floor = 0.45

  /// All hollows of a prescription.
  static func all(frame: DesignFrame, prescription: Prescription) -> [any InsoleElement] {
    prescription.sinks.all.filter { $0.depth > 0 }.map { sink in
      let usual = sink.place.size
      return LandmarkSink(
        center: prescription.measuredHeads[sink.place] ?? sink.place.position(in: frame), depth: sink.depth,
        halfLength: sink.length / 2,
        halfWidth: sink.length / usual.length * usual.width / 2)
    }
  }

  func shape(_ row: inout SurfaceRow) {
    let v = (row.y - center.y) / halfLength
    guard abs(v) < 1 else { return }
    row.add { place in
      let u = (place.x - center.x) / halfWidth
      return -depth * (1 - smoothStep(Self.floor, 1, (u * u + v * v).squareRoot()))
    }
  }
}

extension Sinks.Place {
  /// Where the landmark is on a foot, mm.
  func position(in frame: DesignFrame) -> Vector2 {
    func beside(_ y: Double, _ across: Double) -> Vector2 {
      let borders = frame.borders(atY: y)
      return Vector2(borders.medial + across * (borders.lateral - borders.medial), y)
    }
    switch self {
    case .heel: return Vector2(frame.landmarks.heelCenter.position.x, frame.landmarks.heelCenter.position.y)
    case .navicular: return beside(frame.landmarks.archApex.position.y, 0.22)
    case .cuboid: return beside(0.36 * frame.length, 0.72)
    case .styloid: return beside(0.4 * frame.length, 0.86)
    case .mt1: return frame.head(1)
    case .mt2: return frame.head(2)
    case .mt3: return frame.head(3)
    case .mt4: return frame.head(4)
    case .mt5: return frame.head(5)
    case .hallux: return frame.hallux
    }
  }
}
