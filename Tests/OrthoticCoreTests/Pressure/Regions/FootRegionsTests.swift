import OrthoticCore
import Testing

@Suite struct FootRegionsTests {
  private let foot = FootFixture.normal
  private var regions: FootRegions { FootRegions(foot: foot, layout: foot.plantar.layout) }

  private func region(at point: Vector3) -> FootRegion? {
    let layout = foot.plantar.layout
    let regions = regions
    let column = Int((point.x - layout.origin.x) / layout.spacing + 0.5)
    let row = Int((point.y - layout.origin.y) / layout.spacing + 0.5)
    return FootRegion.allCases.first { $0 != .whole && $0 != .forefoot && regions[$0][layout.index(column, row)] }
  }

  @Test("has every landmark in the region of its name") func hasEveryLandmark() {
    #expect(region(at: foot.landmarks.heelCenter.position) == .heel)
    #expect(region(at: foot.landmarks.archApex.position) == .midfoot)
    #expect(region(at: foot.landmarks.mt1.position) == .mt1)
    #expect(region(at: foot.landmarks.mt5.position) == .mt5)
    #expect(foot.landmarks.hallux.map { region(at: $0.position) } == .hallux)
  }

  @Test("covers the plane once") func coversThePlaneOnce() {
    let regions = regions
    let parts: [FootRegion] = [.heel, .midfoot, .mt1, .mt2, .mt3, .mt4, .mt5, .hallux, .toes]
    for index in 0..<regions.layout.count {
      #expect(parts.count { regions[$0][index] } == 1)
      #expect(regions[.whole][index])
      #expect(regions[.forefoot][index] == FootRegion.metatarsals.contains { regions[$0][index] })
    }
  }

  @Test("measures peak, mean, area and force") func measuresPeakMeanArea() {
    let metrics = RegionMetrics(
      pressure: [100, 300, 0, .nan, 0.5, 700], mask: [true, true, true, true, true, false], cellArea: 25)
    #expect(metrics.peak == 300)
    #expect(metrics.mean == 200)
    #expect(metrics.area == 0.5)
    #expect(abs(metrics.force - 400.5 * 0.025) < 1e-12)
  }
}
