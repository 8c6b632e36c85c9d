/// How the surfaces of a design become a solid: nothing here changes the device beyond its tolerance.
public struct SolidOptions: Equatable, Sendable {
  /// Largest deviation of the facets from the surfaces, mm.
  public var tolerance: Double
  /// Whether zones are cut out as bodies of their own.
  public var cutsZones: Bool

  /// Creates options.
  public init(tolerance: Double = 0.04, cutsZones: Bool = false) {
    self.tolerance = tolerance
    self.cutsZones = cutsZones
  }

  /// Tolerances below which a grid of half a millimetre is itself too coarse, mm.
  ///
  /// Between nodes a grid is off by spacing² · curvature / 4: where a cup curves by 0.5 per mm, 0.03 mm at 0.5 mm.
  public static let fineTolerance = 0.04
}
