import OrthoticCore

extension DesignRecord {
  /// One offloading zone before and after.
  public struct Zone: Codable, Equatable, Sendable {
    /// Name from the region of its peak.
    public var name: String
    /// What was done, as in `--offload-mode`: `off` where it had no room.
    public var mode: String
    /// Area, cm².
    public var area: Double
    /// Depth of the pocket, mm.
    public var depth: Double
    /// Where the highest pressure was measured, mm.
    public var peakAt: [Double]
    /// Highest pressure before, kPa.
    public var peakBefore: Double
    /// Highest pressure on the device, kPa.
    public var peakAfter: Double
    /// Highest pressure in the ring around the zone before, kPa.
    public var ringBefore: Double
    /// Highest pressure in the ring on the device, kPa.
    public var ringAfter: Double
    /// Highest pressure on the device with its band, kPa; absent without bands.
    public var peakAfterBand: Pressures.Range?
    /// Highest pressure in the ring on the device with its band, kPa.
    public var ringAfterBand: Pressures.Range?
    /// Whether goals are met across the band.
    public var verdicts: [Pressures.Judgement]?

    init(_ outcome: ZoneOutcome) {
      name = outcome.name
      mode = outcome.mode
      area = (outcome.area / 100).rounded(decimals: 2) ?? 0
      depth = outcome.depth.rounded(decimals: 2) ?? 0
      peakAt = [outcome.zone.peakAt.x, outcome.zone.peakAt.y].map { $0.rounded(decimals: 2) ?? 0 }
      peakBefore = outcome.peakBefore.rounded(decimals: 1) ?? 0
      peakAfter = outcome.peakAfter.rounded(decimals: 1) ?? 0
      ringBefore = outcome.ringBefore.rounded(decimals: 1) ?? 0
      ringAfter = outcome.ringAfter.rounded(decimals: 1) ?? 0
      peakAfterBand = Pressures.Range(outcome.change?.peakAfter)
      ringAfterBand = Pressures.Range(outcome.change?.ringAfter)
      verdicts = outcome.change?.verdicts.map(Pressures.Judgement.init)
    }
  }
}
