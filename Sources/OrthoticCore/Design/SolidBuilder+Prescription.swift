extension SolidBuilder {
  /// Rounding of an edge that is to be sharp, mm: below what a printer shows.
  private static let sharpEdge = 0.1
  /// How often an edge's radius is halved where the trim line turns too sharply for it.
  private static let halvings = 4

  /// The edges that a prescription asks for; the rounding stops where the rim would fall under the minimum wall.
  init(surfaces: InsoleSurfaces, prescription: Prescription) {
    let radius = max(prescription.edgeRadius, Self.sharpEdge)
    self.init(
      trim: surfaces.trim, apertures: surfaces.apertures, zones: surfaces.softParts.map(\.outline),
      edgeRadius: radius, bottomChamfer: min(InsoleSurfaces.bottomChamfer, radius / 2),
      minimumRim: prescription.minimumWall)
  }

  /// The solid of a device's surfaces, and what had to give way for it.
  ///
  /// Where the trim line turns too sharply for the edge that is asked for, the edge is made smaller; where a softer part
  /// comes too near the rim, the device is made of one material. Both are said.
  ///
  /// - Parameter tolerance: Deviation allowed for a solid that is only looked at, mm; `nil` for one that is printed.
  package static func solid(
    of surfaces: InsoleSurfaces, prescription: Prescription, tolerance: Double? = nil
  ) throws(SolidError) -> (solid: Solid, findings: [Finding]) {
    var builder = SolidBuilder(surfaces: surfaces, prescription: prescription)
    if let tolerance {
      builder.tolerance = tolerance
      builder.edgeRings = 3
    }
    var findings: [Finding] = []
    var halvings = 0
    while true {
      do throws(SolidError) {
        return (try builder.solid(top: surfaces.top, bottom: surfaces.bottom), findings)
      } catch {
        switch error.problem {
        case .zoneAtRim where !builder.zones.isEmpty:
          builder.zones = []
          findings.append(
            Finding(
              .warning, code: "one-material",
              message: "a part of another hardness comes too near the rim: the solid is one body",
              remedy: "leave --zone out, or raise --width"))
        case .outlineTooSharp where halvings < Self.halvings, .outlineTooNarrow where halvings < Self.halvings:
          halvings += 1
          builder.edgeRadius /= 2
          builder.bottomChamfer = min(builder.bottomChamfer, builder.edgeRadius / 2)
          findings.removeAll { $0.code == "edge-made-smaller" }
          findings.append(
            Finding(
              .warning, code: "edge-made-smaller",
              message: "the trim line turns too sharply for the rounded edge: its radius is "
                + "\(Lint.shown(builder.edgeRadius)) mm",
              remedy: "lower --edge-radius or raise --width"))
        default: throw error
        }
      }
    }
  }
}

extension DesignPipeline {
  /// A device that the prescription alone makes: no map, no zones, no prediction.
  public struct Blank: Sendable {
    /// The prescription as it was carried out.
    public var prescription: Prescription
    /// The surfaces in the canonical frame.
    public var surfaces: InsoleSurfaces
    /// The solid in the canonical frame.
    public var solid: Solid
    /// What the user should know.
    public var findings: [Finding]
  }

  /// Makes a device by the prescription alone: what previews, property tests and campaigns need.
  public static func blank(for foot: FootShape, prescription: Prescription) throws(SolidError) -> Blank {
    let resolved = prescription.resolved(for: foot).prescription
    let trim = TrimLine.outline(foot: foot, prescription: resolved)
    let surfaces = InsoleSurfaces(foot: foot, trim: trim, prescription: resolved)
    let (solid, softened) = try SolidBuilder.solid(of: surfaces, prescription: resolved)
    return Blank(
      prescription: resolved, surfaces: surfaces, solid: solid,
      findings: Lint.findings(of: resolved) + Lint.deviceFindings(resolved, foot: foot, surfaces: surfaces) + softened)
  }
}
