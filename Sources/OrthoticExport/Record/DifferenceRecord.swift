import OrthoticCore

/// How a region's peak differs from that of the first of some devices: kPa, and per cent of the first's, to a tenth.
///
/// What `compare` prints and what a report's page shows are these numbers, rounded once.
public struct DifferenceRecord: Codable, Equatable, Sendable {
  /// A number with its band.
  public struct Banded: Codable, Equatable, Sendable {
    /// What the model says with its nominal numbers.
    public var nominal: Double?
    /// Middle of the draws.
    public var median: Double?
    /// 5 % of the draws lie below.
    public var low: Double?
    /// 5 % of the draws lie above.
    public var high: Double?

    init(_ nominal: Double, _ band: Band, scale: Double = 1) {
      self.nominal = (scale * nominal).rounded(decimals: 1)
      median = (scale * band.median).rounded(decimals: 1)
      low = (scale * band.low).rounded(decimals: 1)
      high = (scale * band.high).rounded(decimals: 1)
    }
  }

  /// The region's name.
  public var name: String
  /// This device's peak less the first's, kPa.
  public var peak: Banded
  /// The same, per cent of the first's.
  public var change: Banded

  /// Rounds a difference.
  public init(_ difference: PeakDifference) {
    name = difference.region.rawValue
    peak = Banded(difference.nominal, difference.band)
    change = Banded(difference.nominalShare, difference.share, scale: 100)
  }

  /// How each device's regions differ from the first device's; `nil` for the first, and where bands are missing.
  public static func toFirst(_ devices: [[RegionOutcome]]) -> [[DifferenceRecord]?] {
    devices.enumerated().map { number, regions in
      guard number > 0 else { return nil }
      let differences = PeakDifference.between(devices[0], and: regions).map(DifferenceRecord.init)
      return differences.isEmpty ? nil : differences
    }
  }
}
