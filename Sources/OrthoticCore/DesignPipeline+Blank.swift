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
    let device = try DeviceSolid.built(surfaces, prescription: resolved)
    return Blank(
      prescription: resolved, surfaces: surfaces, solid: device.solid,
      findings: Lint.findings(of: resolved) + Lint.deviceFindings(resolved, foot: foot, surfaces: surfaces)
        + device.findings)
  }
}
