import OrthoticCore
import OrthoticExport

/// A design as it goes to the printer: its bodies with their settings, and what the print will be.
struct PrintJob: Sendable {
  /// The device's own body first, then its zones.
  let bodies: [DevicePackage.Body]
  /// Settings of the whole.
  let settings: PrintSettings
  /// What the material becomes in print.
  let material: PrintMaterial
  let estimate: PrintEstimate
  /// The pose to print in; `nil` where none fits the bed.
  let placement: PrintPlacement?
  let plan: PrintPlan

  /// How far volumes that change settings reach beyond the device, mm.
  private static let modifierReach = 1.0

  init(_ design: DesignResult, plan: PrintPlan, holdsBodies: Bool) {
    let isMolten = design.prescription.process == .fdm
    var plan = plan
    var material = PrintMaterial(design.prescription.material)
    if let infill = plan.device.infill { material.infill = infill }
    if !isMolten {
      // Powder and resin are printed solid, and powder carries what hangs over.
      material.infill = 1
      if design.prescription.process != .resin { plan.printer.overhangLimit = 90 }
    }
    self.material = material
    self.plan = plan
    var settings = plan.device
    if settings.infill == nil, material.infill < 1 { settings.infill = material.infill }
    self.settings = settings

    let zones = design.zones.map { zone in
      var own = plan.zone
      if own.infill == nil, zone.stiffness != 1 {
        own.infill = PrintMaterial.infill(material.infill, stiffness: zone.stiffness)
      }
      return own
    }
    let wants = plan.zoneBodies
    let splits = holdsBodies && (wants == .auto ? zones.contains { !$0.isEmpty } : wants != .off) && !zones.isEmpty
    func named(_ meshes: [Mesh], isModifier: Bool) -> [DevicePackage.Body] {
      zip(meshes, design.zones).enumerated().map { index, pair in
        DevicePackage.Body(name: pair.1.name, mesh: pair.0, settings: zones[index], isModifier: isModifier)
      }
    }
    var volumes: [(volume: Double, infill: Double)] = []
    if splits {
      let tiles = design.bodies
      volumes = zip(tiles.dropFirst(), zones).map { ($0.signedVolume, $1.infill ?? material.infill) }
      bodies =
        wants == .modifiers
        ? [.init(name: "insole", mesh: design.solid)]
          + named(design.modifiers(reach: Self.modifierReach), isModifier: true)
        : [.init(name: "insole", mesh: tiles[0])] + named(Array(tiles.dropFirst()), isModifier: false)
    } else {
      bodies = [.init(name: "insole", mesh: design.solid)]
    }
    estimate = PrintEstimate(design.solid, density: material.density, infill: material.infill, zones: volumes)
    placement = PrintPlacement.best(design.solid, printer: plan.printer)
  }

  /// The job as a device of a 3MF file.
  func device(of design: DesignResult) -> DevicePackage.Device {
    DevicePackage.Device(
      name: "insole \(design.foot.side.rawValue)", material: design.prescription.material.name, bodies: bodies,
      settings: settings)
  }

  /// The 3MF file of some designs with their jobs, on one plate.
  static func package(_ jobs: [(design: DesignResult, job: PrintJob)]) -> DevicePackage {
    let plan = jobs.first?.job.plan ?? PrintPlan()
    let picture = jobs.first.map { MeshPicture($0.design.solid, width: 256).drawn().png } ?? []
    return DevicePackage(
      jobs.map { $0.job.device(of: $0.design) }, dialect: plan.dialect,
      printer: plan.dialect == .none && jobs.count == 1 ? nil : plan.printer, thumbnail: picture)
  }
}
