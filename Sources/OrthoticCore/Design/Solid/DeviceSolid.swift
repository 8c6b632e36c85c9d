/// The surfaces of a design as a solid, with the zones that became bodies in it, and what had to give way.
struct DeviceSolid {
  /// The solid in the canonical frame.
  var solid: Solid
  /// The zones by label, from 1.
  var zones: [DeviceZone] = []
  /// What had to give way.
  var findings: [Finding] = []

  /// How often an edge's width is halved where the trim line turns too sharply for it.
  private static let halvings = 4

  /// Builds the solid of surfaces into which offloading zones were sunk.
  ///
  /// - Parameter layout: The grid of the zones' nodes.
  static func built(
    _ surfaces: InsoleSurfaces, prescription: Prescription, offloading zones: [OffloadingZone], on layout: GridLayout,
    options: SolidOptions
  ) throws(SolidError) -> DeviceSolid {
    var bodies: [DeviceZone] = []
    if options.cutsZones, !zones.isEmpty,
      let limit = try? SolidBuilder(surfaces: surfaces, prescription: prescription, options: options)
        .zoneLimit(top: surfaces.top, bottom: surfaces.bottom)
    {
      bodies = DeviceZone.offloading(
        zones, mode: prescription.offloadMode, layout: layout, surfaces: surfaces, within: limit)
    }
    return try built(surfaces, prescription: prescription, zones: bodies, options: options)
  }

  /// Builds the solid of surfaces with their softer parts, and further zones, as bodies.
  ///
  /// Where the trim line turns too sharply for a leaning wall, the wall stands upright; where it does so for the edge that is
  /// asked for, the edge is made smaller; a zone whose line cannot be cut is left out. The last two are said.
  static func built(
    _ surfaces: InsoleSurfaces, prescription: Prescription, zones: [DeviceZone] = [],
    options: SolidOptions = SolidOptions()
  ) throws(SolidError) -> DeviceSolid {
    let all = surfaces.softParts.map(DeviceZone.init) + zones
    var builder = SolidBuilder(surfaces: surfaces, prescription: prescription, options: options)
    func attempt(_ zones: [DeviceZone]) throws(SolidError) -> Solid {
      builder.zones = zones.map(\.outline)
      return try builder.solid(top: surfaces.top, bottom: surfaces.bottom)
    }
    if let solid = try? attempt(all) { return DeviceSolid(solid: solid, zones: all) }

    var findings: [Finding] = []
    var device: DeviceSolid?
    var halved = 0
    while device == nil {
      do throws(SolidError) {
        device = DeviceSolid(solid: try attempt([]))
      } catch {
        switch error.problem {
        case .outlineTooSharp where builder.lean != nil, .outlineTooNarrow where builder.lean != nil:
          builder.lean = nil
        case .outlineTooSharp where halved < halvings, .outlineTooNarrow where halved < halvings:
          halved += 1
          builder.halveEdge()
          findings = [edgeMadeSmaller(builder.edgeRadius)]
        default: throw error
        }
      }
    }
    guard var device else { preconditionFailure("the loop ends with a device or throws") }
    if let solid = try? attempt(all) { return DeviceSolid(solid: solid, zones: all, findings: findings) }
    for zone in all {
      if let solid = try? attempt(device.zones + [zone]) {
        device.solid = solid
        device.zones.append(zone)
      } else {
        findings.append(notABody(zone))
      }
    }
    device.findings = findings
    return device
  }

  private static func edgeMadeSmaller(_ width: Double) -> Finding {
    Finding(
      .warning, code: "edge-made-smaller",
      message: "the trim line turns too sharply for the edge: it is \(Lint.shown(width)) mm wide",
      remedy: "lower \(.edgeRadius) or raise \(.width)")
  }

  private static func notABody(_ zone: DeviceZone) -> Finding {
    Finding(
      .warning, code: "zone-not-a-body",
      message: "the part \(zone.name) lies too near the rim or another part to become a body of its own",
      remedy: "make it smaller or leave it out, or raise \(.width)")
  }

  /// Width of the edge that a prescription asks for, mm.
  static func edgeWidth(_ prescription: Prescription) -> Double {
    prescription.edge == .feathered ? SolidBuilder.featherWidth : max(prescription.edgeRadius, SolidBuilder.sharpEdge)
  }
}
