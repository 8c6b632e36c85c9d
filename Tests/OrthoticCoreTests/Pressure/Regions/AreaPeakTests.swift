import Testing

@testable import OrthoticCore

@Suite("A peak is the highest mean over a square of one area")
struct AreaPeakTests {
  private func layout(_ spacing: Double) -> GridLayout {
    GridLayout(
      origin: Vector2(spacing / 2, spacing / 2), spacing: spacing, columns: Int(80 / spacing), rows: Int(80 / spacing))
  }

  private func part(_ layout: GridLayout, sensor: Double = 0, _ isInside: (Vector2) -> Bool = { _ in true }) -> SolePart
  {
    SolePart(
      nodes: (0..<layout.count).filter { isInside(layout.position($0)) }, layout: layout,
      window: AreaPeak(sensorArea: sensor))
  }

  @Test("The area is the sensor's and at least 1 cm²")
  func area() {
    #expect(AreaPeak(sensorArea: 25).area == 100)
    #expect(AreaPeak(sensorArea: 64.5).area == 100)
    #expect(AreaPeak(sensorArea: 180).area == 180)
    #expect(AreaPeak(sensorArea: .nan).area == 100)
  }

  @Test("Even pressure has its own value as peak, a spike the share of the square that it fills")
  func evenAndSpike() {
    let layout = layout(2)
    let even = [Double](repeating: 120, count: layout.count)
    #expect(abs(part(layout).peak(of: even) - 120) < 1e-9)
    var spike = [Double](repeating: 0, count: layout.count)
    spike[layout.index(20, 20)] = 500
    #expect(abs(part(layout).peak(of: spike) - 500 * 4 / 100) < 1e-9)
    #expect(abs(part(layout, sensor: 200).peak(of: spike) - 500 * 4 / 200) < 1e-9)
    #expect(part(layout).peak(of: spike.map { _ in 0 }) == 0)
    #expect(part(layout).peak(of: spike.map { _ in .nan }) == 0)
  }

  @Test(
    "A plateau of exactly the square's size is found whole, wherever it lies between the nodes", arguments: [1.0, 2, 4])
  func plateau(spacing: Double) {
    let layout = layout(spacing)
    // 10 × 10 mm at 33 … 43 mm: cells that its border cuts hold their share.
    func cover(_ middle: Double) -> Double {
      max(min(middle + spacing / 2, 43) - max(middle - spacing / 2, 33), 0) / spacing
    }
    let pressure = (0..<layout.count).map { node -> Double in
      let place = layout.position(node)
      return 200 * cover(place.x) * cover(place.y)
    }
    // The square is set on nodes, so that it can miss the plateau by half a node each way at most.
    let peak = part(layout).peak(of: pressure)
    #expect(peak <= 200 + 1e-9)
    #expect(peak >= 200 * (1 - spacing / 20) * (1 - spacing / 20) - 1e-9, "\(peak)")
  }

  @Test("The value of a smooth hill hardly depends on the grid, and equals the integral")
  func hill() {
    func hill(_ place: Vector2) -> Double {
      let away = place - Vector2(41.3, 38.7)
      return max(300 * (1 - (away.x * away.x + away.y * away.y) / 400), 0)
    }
    // ∫ over a square of side a: 1 − a²/6/400 of the top.
    let exact = 300 * (1 - 100 / 6.0 / 400)
    for (spacing, tolerance) in [(0.5, 0.001), (1, 0.002), (2, 0.005), (4, 0.015)] {
      let layout = layout(spacing)
      let pressure = (0..<layout.count).map { hill(layout.position($0)) }
      let peak = part(layout).peak(of: pressure)
      #expect(abs(peak / exact - 1) < tolerance, "\(spacing) mm: \(peak) against \(exact)")
    }
  }

  @Test("Only a part's own pressure counts, and its place is told")
  func ownPressure() throws {
    let layout = layout(2)
    let pressure = (0..<layout.count).map { layout.position($0).x < 40 ? 400.0 : 100 }
    let right = part(layout) { $0.x > 40 }
    #expect(abs(right.peak(of: pressure) - 100) < 1e-9)
    let place = try #require(right.peakPlace(of: pressure))
    #expect(place.x >= 45 && place.x < 80)
    let metrics = right.metrics(of: pressure)
    #expect(abs(metrics.area - 32) < 1e-9 && abs(metrics.mean - 100) < 1e-9 && abs(metrics.force - 320) < 1e-9)
  }

  @Test("In a part narrower than the square the mean is over what it can hold, down to half of the square")
  func narrow() {
    let layout = layout(2)
    let even = [Double](repeating: 100, count: layout.count)
    // 8 mm wide: four fifths of the square.
    #expect(abs(part(layout) { $0.x > 40 && $0.x < 48 }.peak(of: even) - 100) < 1e-9)
    // 4 mm wide: two fifths, of which half a square is made.
    #expect(abs(part(layout) { $0.x > 40 && $0.x < 44 }.peak(of: even) - 80) < 1e-9)
  }

  @Test("Of several instants a region's force is its largest at any one")
  func instants() throws {
    let foot = FootFixture.normal
    let regions = FootRegions(foot: foot, layout: foot.plantar.layout)
    let heel = regions[.heel].map { $0 ? 100.0 : 0 }
    let toes = regions[.heel].map { $0 ? 0.0 : 80 }
    let peak = zip(heel, toes).map { max($0, $1) }
    let once = Dictionary(uniqueKeysWithValues: regions.metrics(of: peak).map { ($0.region, $0.metrics) })
    let twice = Dictionary(
      uniqueKeysWithValues: regions.metrics(of: peak, instants: [heel, toes]).map { ($0.region, $0.metrics) })
    let whole = try #require(twice[.whole]).force
    #expect(whole < 0.9 * (try #require(once[.whole]).force))
    #expect(twice[.toes]?.force == once[.toes]?.force)
    #expect(twice[.whole]?.peak == once[.whole]?.peak)
  }
}
