/// The surfaces of a design as a solid, with the zones that became bodies in it.
struct DeviceSolid {
  /// The solid in the canonical frame.
  var solid: Solid
  /// The zones by label, from 1.
  var zones: [DeviceZone] = []
  /// Zones that could not be cut.
  var findings: [Finding] = []

  /// Builds it; a zone whose line cannot be cut is left out with a finding rather than failing the device.
  static func built(_ shaped: ShapedDesign, options: SolidOptions) throws(SolidError) -> DeviceSolid {
    let (surfaces, prescription) = (shaped.surfaces, shaped.prescription)
    let zones = options.cutsZones ? shaped.prediction.deviceZones(surfaces, prescription) : []
    func attempt(_ zones: [DeviceZone]) throws(SolidError) -> Solid {
      try SolidBuilder(trim: surfaces.trim, zones: zones, prescription: prescription, options: options)
        .solid(top: surfaces.top, bottom: surfaces.bottom)
    }
    if let solid = try? attempt(zones) { return DeviceSolid(solid: solid, zones: zones) }
    var device = DeviceSolid(solid: try attempt([]))
    for zone in zones {
      if let solid = try? attempt(device.zones + [zone]) {
        device.solid = solid
        device.zones.append(zone)
      } else {
        device.findings.append(
          Finding(
            .warning, code: "zone-not-a-body",
            message: "the zone \(zone.name) lies too near another line to become a body of its own",
            remedy: "its shape is in the device; only its print settings are left out"))
      }
    }
    return device
  }

  /// Width of the edge that a prescription asks for, mm.
  static func edgeWidth(_ prescription: Prescription) -> Double {
    prescription.edge == .feathered ? SolidBuilder.featherWidth : max(prescription.edgeRadius, SolidBuilder.sharpEdge)
  }
}

extension SolidBuilder {
  /// Rounding of an edge that is to be sharp, mm: below what a printer shows.
  static let sharpEdge = 0.1
  /// Width over which a feathered edge falls, mm.
  static let featherWidth = 4.0
  /// Height of the wall that a feathered edge ends in, mm: two layers of 0.2 mm.
  static let featherRim = 0.4

  /// The edges that a prescription asks for; the rounding stops where the rim would fall under the minimum wall.
  init(trim: Outline, zones: [DeviceZone], prescription: Prescription, options: SolidOptions) {
    let width = DeviceSolid.edgeWidth(prescription)
    let isFeathered = prescription.edge == .feathered
    self.init(
      trim: trim, zones: zones.map(\.outline), edgeRadius: width,
      bottomChamfer: isFeathered ? 0 : min(InsoleSurfaces.bottomChamfer, width / 2),
      minimumRim: isFeathered ? Self.featherRim : prescription.minimumWall, tolerance: options.tolerance,
      edge: prescription.edge)
  }
}
