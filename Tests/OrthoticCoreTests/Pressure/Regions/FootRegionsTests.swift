import Testing

@testable import OrthoticCore

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

  @Test("gives a cell that a line crosses to both sides by its share") func crossedCells() throws {
    let regions = regions
    let parts: [FootRegion] = [.heel, .midfoot, .mt1, .mt2, .mt3, .mt4, .mt5, .hallux, .toes]
    var sums = [Double](repeating: 0, count: regions.layout.count)
    var cut = 0
    for name in parts {
      let part = try #require(regions.part(name))
      for (node, share) in zip(part.nodes, part.shares) {
        sums[node] += share
        if share < 1 { cut += 1 }
      }
    }
    #expect(cut > 50)
    #expect(sums.allSatisfy { abs($0 - 1) < 1e-12 })
    // The heel's end is a straight line: the cells' shares put it where it is, however the nodes lie.
    let even = [Double](repeating: 10, count: regions.layout.count)
    let layout = regions.layout
    let heel = try #require(regions.part(.heel)).metrics(of: even)
    let width = Double(layout.columns) * layout.spacing
    let height = 0.27 * foot.length - (layout.origin.y - layout.spacing / 2)
    #expect(abs(heel.area - width * height / 100) < 0.1 * layout.spacing * width / 100)
  }

  @Test("follows the map's valleys and is the same on another grid") func otherGrid() throws {
    let lines = ForefootFrame(landmarks: foot.landmarks, length: foot.length)
    let fine = FootRegions(lines: lines, layout: foot.plantar.layout, window: AreaPeak(sensorArea: 0))
    let box = foot.plantar.layout
    let coarse = FootRegions(
      lines: lines,
      layout: GridLayout(
        origin: box.origin, spacing: 3 * box.spacing, columns: box.columns / 3, rows: box.rows / 3),
      window: AreaPeak(sensorArea: 0))
    for region in [FootRegion.heel, .midfoot, .mt2, .mt3, .mt4] {
      let (a, b) = (try #require(fine.part(region)), try #require(coarse.part(region)))
      let areas = (a.shares.reduce(0, +), 9 * b.shares.reduce(0, +))
      #expect(abs(areas.0 / areas.1 - 1) < 0.03, "\(region)")
    }
  }

  @Test("what presses on a pad is the pad's alone") func padAlone() throws {
    let regions = regions
    let layout = regions.layout
    let mt2 = try #require(regions.part(.mt2))
    let middle = mt2.nodes[mt2.nodes.count / 2]
    let pad = (0..<layout.count).map { (layout.position($0) - layout.position(middle)).length < 12 ? 1.0 : 0 }
    let pressure = pad.map { $0 > 0 ? 300.0 : 50 }
    let cut = regions.leavingOut(pad: pad)
    #expect(cut.regions == FootRegion.allCases + [.metatarsalPad])
    let found = Dictionary(uniqueKeysWithValues: cut.metrics(of: pressure).map { ($0.region, $0.metrics) })
    #expect(abs((found[.metatarsalPad]?.peak ?? 0) - 300) < 1e-9)
    #expect(abs((found[.mt2]?.peak ?? 0) - 50) < 1e-9)
    #expect(abs((found[.forefoot]?.peak ?? 0) - 50) < 1e-9)
    #expect(abs((found[.whole]?.peak ?? 0) - 300) < 1e-9)
    #expect(cut.name(of: middle) == .metatarsalPad)
    #expect(regions.leavingOut(pad: pad.map { _ in 0 }).regions == FootRegion.allCases)
  }
}
