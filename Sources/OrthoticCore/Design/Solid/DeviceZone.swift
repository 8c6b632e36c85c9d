/// A part of the device that is to be printed otherwise than the rest, as a line in the plan.
public struct DeviceZone: Equatable, Sendable {
  /// Name that a slicer shows, such as `mt2`.
  public var name: String
  /// What the zone does, as in `Prescription.OffloadMode`.
  public var mode: String
  /// Stiffness as a share of the device's material; 1 where only the shape differs.
  public var stiffness: Double
  /// Its line in the canonical frame, inside the trim line.
  public var outline: Outline

  /// Creates a zone.
  public init(name: String, mode: String, stiffness: Double = 1, outline: Outline) {
    self.name = name
    self.mode = mode
    self.stiffness = stiffness
    self.outline = outline
  }

  /// The zone of a part of another hardness.
  init(_ part: SoftPart) {
    self.init(name: part.name, mode: "stiffness", stiffness: part.factor, outline: part.outline)
  }

  /// Distance that a zone keeps from the rounded edge and the wall, mm: the rim stays one piece around it.
  static let rimMargin = 2.0
  /// Waviness of a zone's line that is taken out, mm: zones come from sensor cells, not from anatomy.
  static let smoothing = 5.0
  /// Zones smaller than this are left to the rest, mm²: a nozzle's width has nothing to fill in them.
  static let smallestArea = 30.0

  /// The zones that a prediction found, where they leave room for a line within the device.
  static func offloading(
    _ zones: [OffloadingZone], mode: Prescription.OffloadMode, layout: GridLayout, surfaces: InsoleSurfaces,
    within limit: Outline
  ) -> [DeviceZone] {
    // Other modes leave no pocket: they are parts of the surfaces already.
    guard mode == .pocket else { return [] }
    let room = limit.signedDistance(on: surfaces.top.layout, band: DeviceBlank.guardedBand)
    return zones.compactMap { zone in
      let shares = OffloadingPocket.depthShare(of: zone, zoneLayout: layout, on: surfaces.top.layout)
      // A zone ends half a node outside its outermost nodes.
      let reach = OffloadingPocket.rimBlend + layout.spacing / 2
      let level = 1 - smoothStep(0, reach, layout.spacing / 2)
      var field = shares
      for index in field.values.indices {
        let free = min(surfaces.distanceToTrim.values[index], room.values[index]) - rimMargin
        field.values[index] = min((shares.values[index] - level) * reach, free)
      }
      return line(of: field).map { DeviceZone(name: zone.name, mode: mode.rawValue, outline: $0) }
    }
  }

  /// The smooth line around the largest part of a field above 0.
  static func line(of field: HeightGrid) -> Outline? {
    let lines = field.contours(at: 0).filter { $0.signedArea >= smallestArea }
    guard let largest = lines.max(by: { $0.signedArea < $1.signedArea }) else { return nil }
    let smooth = largest.smoothed(over: smoothing).resampled(spacing: 1)
    return smooth.signedArea >= smallestArea ? smooth : nil
  }
}
