/// How much a region's peak differs on two devices under the same foot, with its band.
///
/// What the model does not know of the foot it does not know for both devices alike, so the band of the difference is read from the same
/// draws for both, and is far narrower than the bands of the two peaks taken by themselves.
public struct PeakDifference: Equatable, Sendable {
  /// Which region.
  public var region: FootRegion
  /// The peak on the first device, kPa.
  public var first: Double
  /// The other's peak less the first's, with nominal numbers, kPa.
  public var nominal: Double
  /// The same with its band, kPa.
  public var band: Band

  /// The difference as a share of the first device's peak, with nominal numbers.
  public var nominalShare: Double { nominal / first }
  /// The band as shares of the first device's peak.
  public var share: Band {
    Band(median: band.median / first, low: band.low / first, high: band.high / first)
  }

  /// Peaks below this count as this much where devices are told apart, kPa: half of the least target.
  static let leastPeak = 100.0

  /// The differences of two devices' regions, where both have bands; in the order of the first's.
  public static func between(_ first: [RegionOutcome], and other: [RegionOutcome]) -> [PeakDifference] {
    let pairs = first.compactMap { one in other.first { $0.region == one.region }.map { (one, $0) } }
    let contrast = pairs.reduce(0.0) { most, pair in
      guard pair.0.region != .metatarsalPad else { return most }
      return max(most, abs(pair.1.after.peak - pair.0.after.peak) / max(pair.0.after.peak, leastPeak))
    }
    return pairs.compactMap { one, two in
      guard let ours = one.change?.draws, let theirs = two.change?.draws, ours.count == theirs.count, one.after.peak > 0
      else { return nil }
      let set = SensitivityDraw.set(count: ours.count)
      var draws: [SensitivityDraw] = []
      var values: [Double] = []
      for (draw, (a, b)) in zip(set, zip(ours, theirs)) {
        guard let a, let b else { continue }
        draws.append(draw)
        values.append(b - a)
      }
      guard let band = Band(of: ResponseSurface(draws: draws)?.resampled(values) ?? values) else { return nil }
      let nominal = two.after.peak - one.after.peak
      return PeakDifference(
        region: one.region, first: one.after.peak, nominal: nominal,
        band: ModelError.widened(difference: band, first: one.after.peak, nominal: nominal, contrast: contrast))
    }
  }
}
