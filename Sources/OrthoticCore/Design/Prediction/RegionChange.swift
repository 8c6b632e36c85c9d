/// What a device changes in a region of the sole, as shares of before (−0.3 is 30 % lower), each with its band.
public struct RegionChange: Equatable, Sendable {
  /// Change of the highest pressure.
  public var peak: Band
  /// Change of the mean pressure over the loaded part.
  public var mean: Band
  /// Change of the loaded area.
  public var area: Band
  /// Change of the force.
  public var force: Band
  /// The highest pressure itself on the device, kPa.
  public var peakAfter: Band
  /// Whether the peak is below the threshold, and lower by 30 %; none for what presses on a pad: on the floor there was no pad that
  /// it could be lower than.
  public var verdicts: [Verdict]
  /// The highest pressure in each draw of the sensitivity set, kPa; `nil` for a draw that found no balance.
  ///
  /// The set is the same for every device, so that two devices differ draw by draw.
  var draws: [Double?] = []
}

/// The bands of a zone's peaks on the device.
public struct ZoneChange: Equatable, Sendable {
  /// Highest pressure in the zone, kPa.
  public var peakAfter: Band
  /// Highest pressure in the ring around it, kPa.
  public var ringAfter: Band
  /// Whether the zone's peak is below the threshold, and lower by 30 %.
  public var verdicts: [Verdict]
}
