/// The sensor layout of a pedar insole: 99 quadrilaterals, sensor 1 at the heel, 99 at the toes.
struct PedarInsole {
  /// Sensors per insole.
  static let sensorCount = 99
  /// Length of an insole whose area is one unit, √(length² / area).
  ///
  /// The drawing says shapes, not sizes: lengths of usual feet for the areas of the sizes (230 mm for 139 cm², 270 for
  /// 191), estimates.
  private static let lengthOverRootArea = 1.953

  /// The types with known areas.
  static var types: [String] { sensorAreas.map(\.type) }

  /// Letters that name size and width.
  let type: String
  /// Area of each sensor, mm².
  let areas: [Double]

  /// The insole of a type, or `nil` where its areas are not known.
  init?(type: String) {
    guard let entry = Self.sensorAreas.first(where: { $0.type == type }) else { return nil }
    self.type = type
    areas = entry.areas.map(Double.init)
  }

  /// Total area, mm².
  var area: Double { areas.reduce(0, +) }

  /// Estimated length from the rear border of the first sensors to the front border of the last, mm.
  var length: Double { Self.lengthOverRootArea * area.squareRoot() }

  /// The sensors on a grid of small cells, heel first, seen from above.
  func field(_ side: Side) -> SensorField {
    let quads = (0..<Self.sensorCount).map { sensor in
      (0..<4).map { corner -> Vector2 in
        let index = sensor * 8 + corner * 2
        return Vector2(Double(Self.corners[index]), Double(Self.corners[index + 1]))
      }
    }
    let box = Bounds2(quads.joined()) ?? Bounds2(.zero)
    let (low, high) = (box.minimum.y, box.maximum.y)
    let (left, right) = (box.minimum.x, box.maximum.x)
    let drawn = quads.reduce(0) { $0 + abs(Outline(points: $1).signedArea) }
    let scaleY = length / (high - low)
    let scaleX = area / (drawn * scaleY)
    let placed = quads.map { quad in
      quad.map { corner in
        let x = (corner.x - left) * scaleX
        return Vector2(side == .left ? (right - left) * scaleX - x : x, (corner.y - low) * scaleY)
      }
    }
    return SensorField(quads: placed, areas: areas)
  }
}
