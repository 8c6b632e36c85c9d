import OrthoticCore

/// Mass of a printed device, from volume, surface and infill.
public struct PrintEstimate: Equatable, Sendable, Encodable {
  /// Solid material used, mm³, without supports.
  public var material: Double
  /// Mass, g.
  public var mass: Double
  /// Share of the enclosed volume that is filled, 0 to 1.
  public var fill: Double

  /// Estimates a closed mesh.
  ///
  /// A skin of walls, bottom and top is solid, the rest is filled to the infill's share. The skin's volume is surface
  /// times thickness, and at most the whole: exact for sheets thicker than two skins, a few per cent high at edges.
  ///
  /// - Parameters:
  ///   - mesh: Closed, mm.
  ///   - density: Density of the solid material, g/cm³.
  ///   - infill: Share of the inside that is filled, 0 to 1; 1 for powder and resin.
  ///   - skin: Thickness of walls, bottom and top, mm.
  public init(_ mesh: Mesh, density: Double, infill: Double, skin: Double) {
    let volume = max(mesh.signedVolume, 0)
    let shell = min(mesh.area * max(skin, 0), volume)
    material = shell + (volume - shell) * min(max(infill, 0), 1)
    mass = material * density / 1000
    fill = volume > 0 ? material / volume : 0
  }
}
