import Testing

@testable import OrthoticCore

@Suite struct PeakDifferenceTests {
  private static let draws = SensitivityDraw.set(count: 64)

  /// A region with a peak that follows the tissue's stiffness, and `shift` beside.
  private static func outcome(_ region: FootRegion = .mt2, peak: Double, shift: Double = 0) -> RegionOutcome {
    let metrics = RegionMetrics(peak: peak, mean: peak / 2, area: 8, force: 100)
    var outcome = RegionOutcome(region: region, before: metrics, after: metrics)
    let band = Band(median: 0, low: -0.1, high: 0.1)
    outcome.change = RegionChange(
      peak: band, mean: band, area: band, force: band, peakAfter: Band(median: peak, low: peak, high: peak),
      verdicts: [], draws: draws.map { peak * $0.tissueStiffness + shift })
    return outcome
  }

  @Test("two devices that are alike do not differ, however wide their bands are")
  func alike() throws {
    let one = Self.outcome(peak: 300)
    let difference = try #require(PeakDifference.between([one], and: [one]).first)
    #expect(difference.nominal == 0)
    #expect(abs(difference.band.low) < 1e-9 && abs(difference.band.high) < 1e-9)
  }

  @Test("draws are common to both devices: what both share leaves the difference, the error of differences stays")
  func common() throws {
    var other = Self.outcome(peak: 300, shift: -30)
    other.after.peak = 270
    let difference = try #require(PeakDifference.between([Self.outcome(peak: 300)], and: [other]).first)
    #expect(abs(difference.nominal + 30) < 1e-9 && abs(difference.nominalShare + 0.1) < 1e-9)
    // A tenth of a region's peak is 0.1 of the 0.234 that the studies' devices change.
    let reach = ModelError.halfWidth * 300 * 0.1 / ModelError.studiedChange
    #expect(abs(difference.band.low - (-30 - reach)) < 0.01 && abs(difference.band.high - (-30 + reach)) < 0.01)
    // Each by itself spreads by far more.
    let alone = try #require(Band(of: Self.draws.map { 300 * $0.tissueStiffness }))
    #expect(alone.high - alone.low > 2 * (difference.band.high - difference.band.low))
  }

  @Test("devices that differ as much as the studies' have the whole error of the studies")
  func whole() throws {
    var heel = Self.outcome(.heel, peak: 200)
    heel.after.peak = 100
    let pair = PeakDifference.between(
      [Self.outcome(peak: 300), Self.outcome(.heel, peak: 200)], and: [Self.outcome(peak: 300), heel])
    #expect(abs(try #require(pair.first).band.high - ModelError.halfWidth * 300) < 0.01)
  }

  @Test("a draw that one of the two cannot balance counts for neither")
  func unbalanced() throws {
    var other = Self.outcome(peak: 300, shift: -30)
    other.after.peak = 270
    other.change?.draws[7] = nil
    let difference = try #require(PeakDifference.between([Self.outcome(peak: 300)], and: [other]).first)
    #expect(abs(difference.band.median + 30) < 0.01)
  }
}
