/// A foot as the core works on it: a right foot in the canonical frame, with its landmarks and its sole.
///
/// ```
///        y toes
///        ↑            millimetres, z up from the ground;
///   med. │ lateral    heel's rearmost point at y = 0;
///        └──→ x       x = 0 on the heel-to-second-toe axis
/// ```
/// A left foot stands here as its mirror image; `side` says so.
public struct FootShape: Sendable {
  /// Which foot was scanned.
  public var side: Side
  /// Cleaned points in the canonical frame; placed there anew whenever they are asked for.
  public var points: [Vector3] {
    points { _ in true }
  }
  private let source: Source

  /// Where the points come from.
  private enum Source: Sendable {
    case placed([Vector3])
    /// A scan, of which a design needs no more than the sole.
    case scanned(CleanedScan, Similarity)
  }

  /// Facets over `points`, or none.
  public var triangles: [Triangle]
  /// Named places.
  public var landmarks: Landmarks
  /// Height of the sole above the ground, mm, holes filled; `nan` outside the foot.
  public var plantar: HeightGrid
  /// True where `plantar` was filled rather than seen; same order.
  public var filled: [Bool]
  /// Silhouette of the sole seen from above.
  public var outline: Outline
  /// Heel to longest toe along y, mm.
  public var length: Double
  /// How much of the sole the scan shows.
  public var coverage = SoleCoverage()
  /// What was decided for the user.
  public var assumptions: [Assumption]
  /// What the user should know.
  public var findings: [Finding]

  /// The points that are wanted, in order; of the many others no copy is made.
  func points(where isWanted: @Sendable (Vector3) -> Bool) -> [Vector3] {
    switch source {
    case .placed(let points): points.filter(isWanted)
    case .scanned(let scan, let placement):
      scan.points { point in
        let placed = placement.placed(point)
        return isWanted(placed) ? placed : nil
      }
    }
  }

  /// Where a point of the scan lies in the canonical frame.
  func place(of point: Vector3) -> Vector3 {
    switch source {
    case .placed: point
    case .scanned(_, let placement): placement.placed(point)
    }
  }

  /// Creates a foot from its parts.
  public init(
    side: Side, points: [Vector3], triangles: [Triangle], landmarks: Landmarks, plantar: HeightGrid, filled: [Bool],
    outline: Outline, length: Double, assumptions: [Assumption], findings: [Finding]
  ) {
    self.side = side
    source = .placed(points)
    self.triangles = triangles
    self.landmarks = landmarks
    self.plantar = plantar
    self.filled = filled
    self.outline = outline
    self.length = length
    self.assumptions = assumptions
    self.findings = findings
  }

  /// Creates a foot of a scan and what was found of its sole.
  init(
    side: Side, scan: CleanedScan, sole: PlantarSurface, assumptions: [Assumption], findings: [Finding]
  ) {
    self.side = side
    source = .scanned(scan, sole.placement)
    triangles = scan.triangles
    landmarks = sole.landmarks
    plantar = sole.heights
    filled = sole.filled
    outline = sole.outline
    length = sole.length
    coverage = sole.coverage
    self.assumptions = assumptions
    self.findings = findings
  }
}
