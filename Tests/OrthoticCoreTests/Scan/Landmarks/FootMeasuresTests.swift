import Testing

@testable import OrthoticCore

@Suite struct FootMeasuresTests {
  /// A box of a foot, 240 × 90 mm; `print` says how high the sole is at a place.
  private func foot(print: (Double, Double) -> Double) -> FootShape {
    let layout = GridLayout(origin: Vector2(-50, 0), spacing: 1, columns: 101, rows: 241)
    var plantar = HeightGrid(layout: layout)
    for node in 0..<layout.count {
      let place = layout.position(node)
      if abs(place.x) <= 45 { plantar.values[node] = print(place.x, place.y) }
    }
    func landmark(_ x: Double, _ y: Double, _ z: Double) -> Landmark { Landmark(Vector3(x, y, z), confidence: 1) }
    var points = stride(from: 0.0, through: 240, by: 1).map { Vector2(45, $0) }
    points += stride(from: 240.0, through: 0, by: -1).map { Vector2($0 > 100 ? -45 : -35, $0) }
    return FootShape(
      side: .right, points: [], triangles: [],
      landmarks: Landmarks(
        heel: landmark(0, 0, 10), heelCenter: landmark(0, 35, 0), mt1: landmark(-30, 162, 0), mt5: landmark(35, 162, 0),
        hallux: nil, toeTip: nil, archApex: landmark(-20, 100, 17)),
      plantar: plantar, filled: [Bool](repeating: false, count: layout.count), outline: Outline(points: points),
      length: 240, assumptions: [], findings: [])
  }

  @Test("measures widths between the landmarks and takes the arch's height from its apex")
  func widths() {
    let measures = FootMeasures(foot { _, _ in 0 })
    #expect(measures.footLength == 240 && measures.archHeight == 17)
    #expect(measures.ballWidth == 90)
    #expect(measures.heelWidth == 80)
  }

  @Test("gives an arch index of a third for a sole that is flat all along, and none for one that touches nowhere")
  func flatSole() throws {
    // The toeless print reaches from 0 to 162 + 0.075 · 240 = 180: 181 rows, of which 60 are its middle third.
    let index = try #require(FootMeasures(foot { _, _ in 0 }).archIndex)
    #expect(abs(index - 60.0 / 181) < 1e-12)
    #expect(FootMeasures(foot { _, _ in 20 }).archIndex == nil)
  }

  @Test("counts only what is low enough in the middle third")
  func highArch() throws {
    // Between y 60 and 120 only the lateral 10 of 91 columns touch.
    let index = try #require(FootMeasures(foot { x, y in y > 60 && y < 121 && x < 36 ? 15 : 0 }).archIndex)
    let middle = 60.0 * 10
    #expect(abs(index - middle / (middle + 121 * 91)) < 0.01)
  }
}
