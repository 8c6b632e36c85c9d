#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is left open under the heel: a hole right through the device, or a horseshoe-shaped seat around a hollow.
struct HeelOpening: InsoleElement {
  let center: Vector2
  /// Radius of the hollow, mm.
  let radius: Double
  /// How far the hollow reaches towards the arch, mm.
  let frontY: Double
  /// Height of the hollow's floor: the minimum wall, mm.
  let floor: Double

  /// Width of the blended edge, mm.
  static let blend = 5.0

  /// The hollow of a horseshoe; `nil` where none is asked for.
  init?(frame: DesignFrame, prescription: Prescription) {
    guard prescription.heelAperture == .horseshoe else { return nil }
    let heel = frame.landmarks.heelCenter.position
    center = Vector2(heel.x, heel.y)
    radius = prescription.heelApertureSize / 2
    frontY = frame.heelEnd
    floor = prescription.minimumWall - prescription.thickness
  }

  func shape(_ row: inout SurfaceRow) {
    let along = min(max(row.y, center.y), frontY)
    for column in row.heights.indices {
      let away = (Vector2(row.x(column), row.y) - Vector2(center.x, along)).length
      let share = 1 - smoothStep(radius - Self.blend / 2, radius + Self.blend / 2, away)
      row.heights[column] += share * (min(row.heights[column], floor) - row.heights[column])
    }
  }

  /// Width of the device that stays around a hole, mm, and the smallest hole worth cutting.
  static let collar = 10.0
  static let smallestRadius = 4.0

  /// The line of the hole, mm; `nil` where none is asked for or the heel is too narrow for one.
  static func hole(frame: DesignFrame, prescription: Prescription, distanceToTrim: HeightGrid) -> Outline? {
    guard prescription.heelAperture == .hole else { return nil }
    let heel = frame.landmarks.heelCenter.position
    let center = Vector2(heel.x, heel.y)
    // The distance is cut off at the guarded band; farther in there is room for any hole.
    let layout = distanceToTrim.layout
    var radius = prescription.heelApertureSize / 2
    for index in distanceToTrim.values.indices where distanceToTrim.values[index] < collar {
      radius = min(radius, (layout.position(index) - center).length)
    }
    guard radius >= smallestRadius else { return nil }
    return Outline(
      points: (0..<96).map { step in
        let angle = Double(step) * 2 * .pi / 96
        return Vector2(center.x + radius * cos(angle), center.y + radius * sin(angle))
      })
  }
}
