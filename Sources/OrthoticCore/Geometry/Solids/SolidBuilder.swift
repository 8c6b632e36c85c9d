#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns two height surfaces and a trim line into a watertight solid.
///
/// Knows no feet.
///
/// ```
///         ____________
///       .´  top       `.        rounded over `edgeRadius`
///       │               │       side wall, upright or leaning in below the rim (`lean`)
///       `──_ bottom _──´        small chamfer of an upright wall against a squashed first layer
/// ```
/// Both surfaces share one triangulation of the plan: the grid clipped at the trim line's inset, then rings outward to
/// the trim line. A leaning wall belongs to the lower surface, which rises along it from the bottom to the rim. Top above bottom at every plan vertex is then top above bottom everywhere, which `SolidProof` checks.
public struct SolidBuilder: Sendable {
  /// Line along which the device is cut: a smooth closed curve through its points, about 1 mm apart.
  public var trim: Outline
  /// Closed curves inside `trim` that are left out, right through the device.
  public var apertures: [Outline]
  /// Closed curves inside `trim`, each the outline of a zone that can become a body of its own.
  public var zones: [Outline]
  /// Plan width of the rounded top edge, mm; the radius where the top is level.
  public var edgeRadius: Double
  /// Width and height of the bottom chamfer, mm; 0 for none; below `edgeRadius`.
  public var bottomChamfer: Double
  /// Least height of the vertical wall, mm; a thinner rim flattens the rounding instead.
  public var minimumRim: Double
  /// Largest vertical deviation from the surfaces, and from the trim line, mm; 0 keeps every node of the grid.
  public var tolerance: Double
  /// Number of steps in the rounding.
  public var edgeRings: Int
  /// Whether the top edge is an arc or falls straight.
  public var edge: EdgeStyle
  /// How the outer wall leans; `nil` leaves it upright.
  public var lean: WallLean?

  /// Creates a builder; without `edgeRings` the rounding takes as many steps as the tolerance asks for.
  public init(
    trim: Outline, apertures: [Outline] = [], zones: [Outline] = [], edgeRadius: Double = 1,
    bottomChamfer: Double = 0.3, minimumRim: Double = 0.3, tolerance: Double = 0.04, edgeRings: Int? = nil,
    edge: EdgeStyle = .rounded, lean: WallLean? = nil
  ) {
    precondition(edgeRadius > 0 && edgeRings ?? 1 > 0, "an edge has a width and steps")
    precondition(bottomChamfer >= 0 && bottomChamfer < edgeRadius, "the chamfer is narrower than the rounding")
    precondition(zones.count < 255, "zones are numbered by a byte")
    precondition(minimumRim > 0 && tolerance >= 0, "a wall has a height, and no deviation is below none")
    self.trim = trim
    self.apertures = apertures
    self.zones = zones
    self.edgeRadius = edgeRadius
    self.bottomChamfer = bottomChamfer
    self.minimumRim = minimumRim
    self.tolerance = tolerance
    self.edge = edge
    self.lean = lean
    // A straight fall needs no steps for its shape: one a millimetre keeps its triangles from becoming splinters.
    let steps =
      edge == .feathered
      ? min(max(Int(edgeRadius.rounded()), 1), 8) : Self.rings(radius: edgeRadius, tolerance: tolerance)
    self.edgeRings = edgeRings ?? steps
  }

  /// Share of the tolerance that is used: facets are compared with the surfaces at the nodes, and between them by second
  /// differences, which miss up to a quarter where a curvature jumps (measured: `OrthoticBenchmarks chord`).
  static let usedShare = 0.7

  /// Standard deviation along the trim line over which a leaning wall's foot is smoothed, mm.
  static let footSmoothing = 3.0

  /// Steps over a quarter circle whose chords stay within a tolerance: each turns by 2 · acos(1 − tolerance / radius).
  static func rings(radius: Double, tolerance: Double) -> Int {
    guard tolerance > 0 else { return 5 }
    let turn = 2 * acos(max(1 - tolerance / radius, 0))
    return min(max(Int((.pi / 2 / turn).rounded(.up)), 2), 8)
  }

  /// Builds the solid and proves it sound.
  ///
  /// Both grids have one layout and a height at every node within 2 mm of the region.
  public func solid(top: HeightGrid, bottom: HeightGrid) throws(SolidError) -> Solid {
    precondition(top.layout == bottom.layout, "both surfaces lie on one grid")
    let rim = try rim(top: top, bottom: bottom)
    let clipped = try clipped(rim: rim, top: top, bottom: bottom)
    var assembly = try SolidAssembly(builder: self, rim: rim, clipped: clipped, top: top, bottom: bottom)
    let solid = try assembly.solid()
    try SolidProof(solid).demand()
    return solid
  }

  /// The line inside the trim line up to which zones may reach: beyond it lie the rounded edge and a leaning wall.
  public func zoneLimit(top: HeightGrid, bottom: HeightGrid) throws(SolidError) -> Outline {
    let inset = try rim(top: top, bottom: bottom).inset
    return Outline(points: Array(inset.points[..<inset.starts[1]]))
  }

  /// The strip between the trim lines and their inset: as wide as the rounded edge, or as a leaning wall's run.
  private func rim(top: HeightGrid, bottom: HeightGrid) throws(SolidError) -> TrimRim {
    try TrimRim(
      trim: trim, apertures: apertures, spacing: top.layout.spacing
    ) { line, normals, isAperture in
      guard let lean else { return [Double](repeating: edgeRadius, count: line.points.count) }
      let least = edgeRadius + WallLean.margin.foot + WallLean.margin.strip
      guard !isAperture else { return [Double](repeating: least, count: line.points.count) }
      let feet = zip(line.points, normals).map { point, outward -> Double in
        let place = point - outward * edgeRadius
        let height = top.interpolated(at: place) - bottom.interpolated(at: place)
        return lean.foot(underEdge: height.isFinite ? height : 0, edgeRadius: edgeRadius)
      }
      return line.smoothed(feet, deviation: Self.footSmoothing).map { $0 + WallLean.margin.strip }
    }
  }

  /// The plan's triangles: as few as the tolerance allows, or all of the grid, cut at the zones' lines.
  private func clipped(rim: TrimRim, top: HeightGrid, bottom: HeightGrid) throws(SolidError) -> ClippedGrid {
    try ClippedGrid.requireMargin(top.layout, rim.inset)
    let zoneLines = zones.map { zone -> BoundaryLines in
      let line = zone.splined(spacing: top.layout.spacing).points
      return BoundaryLines([zone.signedArea > 0 ? line : line.reversed()])
    }
    for line in zoneLines { try ClippedGrid.requireMargin(top.layout, line) }
    var plan = try plan(rim: rim, zoneLines: zoneLines, top: top, bottom: bottom)
    for (index, line) in zoneLines.enumerated() {
      try plan.cutZone(line, label: UInt8(truncatingIfNeeded: index + 1), on: top.layout)
    }
    return plan
  }

  private func plan(rim: TrimRim, zoneLines: [BoundaryLines], top: HeightGrid, bottom: HeightGrid) throws(SolidError)
    -> ClippedGrid
  {
    guard tolerance > 0 else { return try ClippedGrid(top.layout, inside: rim.inset) }
    let flat = FlatTriangles(
      top: top, bottom: bottom, inside: LineField.inside(top.layout, rim.inset), tolerance: tolerance * Self.usedShare,
      keptWall: minimumRim)
    let chord = tolerance * Self.usedShare
    let refinement = GridRefinement(
      flat, lines: [rim.inset] + zoneLines,
      allowances: [rim.allowances(tolerance: chord)] + zoneLines.map { $0.allowances(tolerance: chord) })
    do throws(SolidError) {
      return try ClippedGrid(refinement, inside: rim.inset)
    } catch {
      // Where large triangles cannot follow a sharp turn, the grid's own cells may.
      return try ClippedGrid(top.layout, inside: rim.inset)
    }
  }
}
