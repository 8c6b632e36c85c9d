/// What one picture shows in one region; `SolePart` measures it.
public struct RegionMetrics: Equatable, Sendable {
  /// Highest mean over the area of `AreaPeak`, kPa.
  public var peak: Double
  /// Mean over the loaded nodes, kPa; 0 where none is loaded.
  public var mean: Double
  /// Loaded area, cm².
  public var area: Double
  /// Force, N; of several instants the largest at any one.
  public var force: Double

  /// Creates metrics from numbers.
  public init(peak: Double, mean: Double, area: Double, force: Double) {
    self.peak = peak
    self.mean = mean
    self.area = area
    self.force = force
  }

  /// Pressure from which a node counts as loaded, kPa.
  ///
  /// Below the resolution of every system read (0.5 to 2.5 kPa steps); what interpolation leaves beside the print.
  public static let contactThreshold = 1.0
}
