/// Turns two height surfaces and a trim line into a watertight solid.
///
/// Knows no feet.
///
/// ```
///         ____________
///       .´  top       `.        rounded over `edgeRadius`
///       │               │       vertical side wall on the trim line
///       `──_ bottom _──´        small chamfer against a squashed first layer
/// ```
/// Both surfaces share one triangulation of the plan: the grid clipped at the trim line's inset, then rings outward to
/// the trim line. Top above bottom at every plan vertex is then top above bottom everywhere, which `SolidProof` checks.
public struct SolidBuilder: Sendable {
  /// Line along which the device is cut: a smooth closed curve through its points, about 1 mm apart.
  public var trim: Outline
  /// Closed curves inside `trim` that are left out, right through the device.
  public var apertures: [Outline]
  /// Plan width of the rounded top edge, mm; the radius where the top is level.
  public var edgeRadius: Double
  /// Width and height of the bottom chamfer, mm; 0 for none; below `edgeRadius`.
  public var bottomChamfer: Double
  /// Least height of the vertical wall, mm; a thinner rim flattens the rounding instead.
  public var minimumRim: Double
  /// Number of steps in the rounding.
  public var edgeRings: Int

  /// Creates a builder.
  public init(
    trim: Outline, apertures: [Outline] = [], edgeRadius: Double = 1, bottomChamfer: Double = 0.3,
    minimumRim: Double = 0.3, edgeRings: Int = 5
  ) {
    precondition(edgeRadius > 0 && edgeRings > 0, "an edge has a width and steps")
    precondition(bottomChamfer >= 0 && bottomChamfer < edgeRadius, "the chamfer is narrower than the rounding")
    precondition(minimumRim > 0, "a wall has a height")
    self.trim = trim
    self.apertures = apertures
    self.edgeRadius = edgeRadius
    self.bottomChamfer = bottomChamfer
    self.minimumRim = minimumRim
    self.edgeRings = edgeRings
  }

  /// Builds the solid and proves it sound.
  ///
  /// Both grids have one layout and a height at every node within 2 mm of the region.
  public func solid(top: HeightGrid, bottom: HeightGrid) throws(SolidError) -> Solid {
    precondition(top.layout == bottom.layout, "both surfaces lie on one grid")
    let rim = try TrimRim(trim: trim, apertures: apertures, width: edgeRadius, spacing: top.layout.spacing)
    let clipped = try ClippedGrid(top.layout, inside: rim.inset)
    var assembly = try SolidAssembly(builder: self, rim: rim, clipped: clipped, top: top, bottom: bottom)
    let solid = try assembly.solid()
    try SolidProof(solid).demand()
    return solid
  }
}
