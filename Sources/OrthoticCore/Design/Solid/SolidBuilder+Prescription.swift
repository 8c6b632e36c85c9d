extension SolidBuilder {
  /// Rounding of an edge that is to be sharp, mm: below what a printer shows.
  static let sharpEdge = 0.1
  /// Width over which a feathered edge falls, mm.
  static let featherWidth = 4.0
  /// Height of the wall that a feathered edge ends in, mm: two layers of 0.2 mm.
  static let featherRim = 0.4
  /// How the wall of a device leans: by 15°, as the walls of a laboratory's insoles do (4 to 7 mm beside the arch, 2 to 4.5
  /// round the heel), below an upright rim that is as thick as a wall; a border as low as an insole's forefoot is upright.
  static let wallLean = WallLean(slope: 0.268, upright: 1.5, heights: 4...8, widest: 5.5)

  /// The edges that a prescription asks for; the rounding stops where the rim would fall under the minimum wall.
  init(surfaces: InsoleSurfaces, prescription: Prescription, options: SolidOptions) {
    let width = DeviceSolid.edgeWidth(prescription)
    let isFeathered = prescription.edge == .feathered
    self.init(
      trim: surfaces.trim, apertures: surfaces.apertures, edgeRadius: width,
      bottomChamfer: isFeathered ? 0 : min(InsoleSurfaces.bottomChamfer, width / 2),
      minimumRim: isFeathered ? Self.featherRim : prescription.minimumWall, tolerance: options.tolerance,
      edge: prescription.edge, lean: isFeathered ? nil : Self.wallLean)
  }

  /// A solid that is only looked at: one body, as few facets as the tolerance allows; `nil` where none can be built.
  package static func shown(_ surfaces: InsoleSurfaces, prescription: Prescription, tolerance: Double) -> Solid? {
    var plain = surfaces
    plain.softParts = []
    return try? DeviceSolid.built(plain, prescription: prescription, options: SolidOptions(tolerance: tolerance)).solid
  }

  /// Makes the edge half as wide.
  mutating func halveEdge() {
    edgeRadius /= 2
    bottomChamfer = min(bottomChamfer, edgeRadius / 2)
  }
}
