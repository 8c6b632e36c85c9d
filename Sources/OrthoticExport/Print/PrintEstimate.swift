import OrthoticCore

/// Mass of a printed device, from volume, surface and infill.
public struct PrintEstimate: Equatable, Sendable, Encodable {
  /// Solid material used, mm³, without supports.
  public var material: Double
  /// Mass, g.
  public var mass: Double
  /// Share of the enclosed volume that is filled, 0 to 1.
  public var fill: Double

  /// Thickness of walls, bottom and top that slicers print solid unless told otherwise, mm: three perimeters of
  /// 0.45 mm at the sides, four printed layers of 0.2 mm below and above, of which an insole is mostly made.
  public static let usualSkin = 0.9

  /// Estimates a closed mesh.
  ///
  /// A skin of walls, bottom and top is solid, the rest is filled to the infill's share. The skin's volume is surface
  /// times thickness, and at most the whole: exact for sheets thicker than two skins, a few per cent high at edges.
  ///
  /// - Parameters:
  ///   - mesh: Closed, mm.
  ///   - density: Density of the solid material, g/cm³.
  ///   - infill: Share of the inside that is filled, 0 to 1; 1 for powder and resin.
  ///   - zones: Bodies within the mesh that are filled otherwise: volume in mm³ and infill of each, 0 to 1. Their share of
  ///     the skin is that of their volume.
  ///   - skin: Thickness of walls, bottom and top, mm.
  public init(
    _ mesh: Mesh, density: Double, infill: Double, zones: [(volume: Double, infill: Double)] = [],
    skin: Double = usualSkin
  ) {
    let volume = max(mesh.signedVolume, 0)
    let skinVolume = min(mesh.area * max(skin, 0), volume)
    let inside = volume > 0 ? (volume - skinVolume) / volume : 0
    func share(_ infill: Double) -> Double { min(max(infill, 0), 1) }
    let zoned = zones.reduce(0) { $0 + $1.volume }
    let filled = zones.reduce(max(volume - zoned, 0) * share(infill)) { $0 + $1.volume * share($1.infill) }
    material = skinVolume + inside * filled
    mass = material * density / 1000
    fill = volume > 0 ? material / volume : 0
  }
}
