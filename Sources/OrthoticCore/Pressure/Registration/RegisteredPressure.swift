/// A pressure picture laid onto the foot: sampled on a grid of the canonical frame.
public struct RegisteredPressure: Sendable {
  /// Pressure, kPa, at every node of a canonical grid; 0 where nothing was measured.
  public var pressure: HeightGrid
  /// The map as measured, heel first and mirrored to a right foot: what `pose` places.
  public var map: PressureMap
  /// How the map lies on the foot.
  public var pose: PlanarPose
  /// Share of the loaded footprint that falls on the sole's contact area, 0 to 1.
  public var overlap: Double
  /// Normalised correlation of footprint and sole in the final pose, 0 to 1.
  public var agreement: Double
  /// Root mean square distance between the map's contact outline and the sole's, mm.
  public var residual: Double
  /// Length of the footprint minus that of the scanned sole's contact, mm.
  public var lengthMismatch: Double
  /// What was decided for the user.
  public var assumptions: [Assumption]
  /// What the user should know.
  public var findings: [Finding]

  /// Turn from the map's frame to the canonical one, degrees anticlockwise.
  public var rotation: Double { pose.rotation * 180 / .pi }
  /// Canonical position of the map's first cell centre (row 0, column 0; after mirroring a left map), mm.
  public var translation: Vector2 { pose.translation }

  /// Creates a registered picture from its parts.
  package init(
    pressure: HeightGrid, map: PressureMap, pose: PlanarPose, overlap: Double, agreement: Double, residual: Double,
    lengthMismatch: Double, assumptions: [Assumption] = [], findings: [Finding] = []
  ) {
    self.pressure = pressure
    self.map = map
    self.pose = pose
    self.overlap = overlap
    self.agreement = agreement
    self.residual = residual
    self.lengthMismatch = lengthMismatch
    self.assumptions = assumptions
    self.findings = findings
  }
}
