/// The offloading zones of a design with their pockets, dosed on the device as it stands.
public struct Offloading: Sendable {
  /// Zones in order of falling peak, their depths set.
  public var zones: [OffloadingZone]
  /// Pressure that a zone shall not exceed, kPa.
  public var target: Double
  /// What is done in each zone.
  public var mode = Prescription.OffloadMode.pocket
  private var contactLayout: GridLayout?

  /// No zones at all.
  public static func none(target: Double) -> Offloading { Offloading(zones: [], target: target, contactLayout: nil) }

  /// Finds the zones in the pressure before and doses their pockets on a device.
  ///
  /// Only a measured map makes zones: a map computed from shape and weight has no place to be believed to a few
  /// millimetres.
  package static func dosed(
    loading: FootLoading, surfaces: InsoleSurfaces, prescription: Prescription
  ) -> Offloading {
    let target = prescription.offloadThreshold ?? Prescription.defaultOffloadThreshold
    guard prescription.offloadMode != .off, loading.source != .bodyWeight else { return none(target: target) }
    let model = loading.model
    let finder = OffloadingZoneFinder(
      threshold: target, sensorWidth: loading.sensorWidth, window: loading.regions.window)
    let zones = finder.zones(
      in: model.before,
      name: { place in
        let column = Int(((place.x - model.layout.origin.x) / model.layout.spacing).rounded())
        let row = Int(((place.y - model.layout.origin.y) / model.layout.spacing).rounded())
        return loading.regions.name(of: model.layout.index(column, row)).rawValue
      })
    guard prescription.offloadMode == .pocket else {
      return Offloading(zones: zones, target: target, mode: prescription.offloadMode, contactLayout: model.layout)
    }
    let insole = InsoleOnGrid(
      surfaces: surfaces, layout: model.layout, prescription: prescription)
    let shares = zones.map {
      OffloadingPocket.depthShare(of: $0, zoneLayout: model.layout, on: model.layout)
    }
    let dosing = ZoneDosing(
      target: target, minimumWall: prescription.minimumWall, window: loading.regions.window)
    return Offloading(
      zones: dosing.dosed(zones, model: model, insole: insole, shares: shares), target: target,
      contactLayout: model.layout)
  }

  /// Carries the zones out: sinks every pocket into the top surface, or changes the material, or cuts it out.
  ///
  /// Marks each zone whose plug or opening has no room, and returns a finding for it.
  public mutating func sink(into surfaces: inout InsoleSurfaces, prescription: Prescription) -> [Finding] {
    guard let contactLayout else { return [] }
    var findings: [Finding] = []
    for index in zones.indices where mode != .pocket || zones[index].depth > 0 {
      let zone = zones[index]
      let shares = OffloadingPocket.depthShare(of: zone, zoneLayout: contactLayout, on: surfaces.top.layout)
      switch mode {
      case .pocket:
        OffloadingPocket.sink(&surfaces.top, shares: shares, depth: zone.depth, lowest: surfaces.lowestTop)
      case .soft:
        guard let outline = Self.outline(of: shares, in: surfaces), !surfaces.hasPart(crossing: outline) else {
          zones[index].hasRoom = false
          findings.append(Self.notMade("soft plug", zone))
          continue
        }
        surfaces.softParts.append(
          SoftPart(name: zone.name, outline: outline, factor: StiffnessZones.Hardness.extraSoft.factor))
      case .aperture:
        guard let outline = Self.outline(of: shares, in: surfaces) else {
          zones[index].hasRoom = false
          findings.append(Self.notMade("opening", zone))
          continue
        }
        surfaces.cutOut(outline, prescription: prescription)
      case .off: break
      }
    }
    return findings
  }

  private static func notMade(_ what: String, _ zone: OffloadingZone) -> Finding {
    Finding(
      .warning, code: "zone-not-made",
      message: "zone \(zone.name): no \(what) is made, it is too small or too near the rim or another part",
      remedy: "lower \(.offload), or use \(.offloadMode) pocket")
  }

  /// Radius of the corners of a plug or an opening, mm, and the smallest area worth making one, mm².
  private static let cornerRadius = 4.0
  private static let leastArea = 80.0

  /// The line around a zone, clear of trim line and openings; `nil` where too little is left.
  private static func outline(of shares: HeightGrid, in surfaces: InsoleSurfaces) -> Outline? {
    var field = shares
    for index in field.values.indices {
      field.values[index] = min(
        (shares.values[index] - 0.5) * 2 * OffloadingPocket.rimBlend,
        surfaces.distanceToTrim.values[index] - SoftPart.rimMargin)
    }
    guard let kept = field.largestContour(at: 0) else { return nil }
    let rounded = kept.offset(by: -cornerRadius).offset(by: 2 * cornerRadius).offset(by: -cornerRadius)
    guard rounded.points.count > 8, rounded.signedArea > leastArea else { return nil }
    return rounded.resampled(spacing: 1).smoothed(over: 4)
  }
}
