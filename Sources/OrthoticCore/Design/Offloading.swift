/// The offloading zones of a design with their pockets, dosed on the device as it stands.
public struct Offloading: Sendable {
  /// Zones in order of falling peak, their depths set.
  public var zones: [OffloadingZone]
  /// Pressure that a zone shall not exceed, kPa.
  public var target: Double
  private var contactLayout: GridLayout?

  /// No zones at all.
  public static func none(target: Double) -> Offloading { Offloading(zones: [], target: target, contactLayout: nil) }

  /// Finds the zones in the pressure before and doses their pockets on a device.
  ///
  /// Only a measured map makes zones: a map computed from shape and weight has no place to be believed to a few
  /// millimetres.
  public static func dosed(
    loading: FootLoading, surfaces: InsoleSurfaces, prescription: Prescription
  ) -> Offloading {
    let target = prescription.offloadThreshold ?? Prescription.defaultOffloadThreshold
    guard prescription.offloadMode == .pocket, loading.source != .bodyWeight else { return none(target: target) }
    let model = loading.model
    let metatarsals = FootRegion.metatarsals
    let zones = OffloadingZoneFinder(threshold: target, sensorWidth: loading.sensorWidth).zones(
      in: model.before,
      name: { place in
        let column = Int(((place.x - model.layout.origin.x) / model.layout.spacing).rounded())
        let row = Int(((place.y - model.layout.origin.y) / model.layout.spacing).rounded())
        let node = model.layout.index(column, row)
        let regions: [FootRegion] = metatarsals + [.heel, .midfoot, .hallux, .toes]
        return regions.first { loading.regions[$0][node] }?.rawValue ?? "sole"
      })
    let insole = InsoleOnGrid(
      surfaces: surfaces, layout: model.layout, columnModulus: prescription.material.columnModulus)
    let shares = zones.map {
      OffloadingPocket.depthShare(of: $0, zoneLayout: model.layout, on: model.layout)
    }
    let dosing = ZoneDosing(target: target, minimumWall: prescription.minimumWall)
    return Offloading(
      zones: dosing.dosed(zones, model: model, insole: insole, shares: shares), target: target,
      contactLayout: model.layout)
  }

  /// Sinks every pocket into the top surface.
  public func sink(into surfaces: inout InsoleSurfaces) {
    guard let contactLayout else { return }
    for zone in zones where zone.depth > 0 {
      let shares = OffloadingPocket.depthShare(of: zone, zoneLayout: contactLayout, on: surfaces.top.layout)
      OffloadingPocket.sink(&surfaces.top, shares: shares, depth: zone.depth, lowest: surfaces.lowestTop)
    }
  }
}
