/// What a recording, or a single picture, shows in one region.
public struct RegionRecord: Equatable, Sendable {
  /// Which region.
  public var region: FootRegion
  /// Highest pressure of any cell at any time, kPa: the sensor's own.
  public var peak: Double
  /// Highest mean of the peak picture over the area of `AreaPeak`, kPa.
  public var areaPeak: Double
  /// Mean of the peak picture over its loaded cells, kPa.
  public var mean: Double
  /// Cells loaded at any time, cm².
  public var area: Double
  /// Largest force of any frame, N; of a peak picture, its sum.
  public var maximumForce: Double
  /// Σ over frames of the region's highest pressure × time, kPa·s; `nil` without frames.
  public var pressureTimeIntegral: Double?
  /// Integral of the region's force over time, N·s; `nil` without frames.
  public var forceTimeIntegral: Double?
}
