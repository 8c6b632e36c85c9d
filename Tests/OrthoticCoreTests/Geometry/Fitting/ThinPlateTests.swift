import Testing

@testable import OrthoticCore

@Suite struct ThinPlateTests {
  private func errors(
    holeRadius: Double, at center: Vector2 = .zero, inside: (Vector2) -> Bool = { _ in true },
    spacing: Double = 1, _ surface: (Vector2) -> Double
  ) -> [Double] {
    let nodes = Int(80 / spacing) + 1
    let layout = GridLayout(origin: Vector2(-40, -40), spacing: spacing, columns: nodes, rows: nodes)
    let mask = (0..<layout.count).map { inside(layout.position($0)) }
    let isHole = (0..<layout.count).map { mask[$0] && (layout.position($0) - center).length < holeRadius }
    var values = (0..<layout.count).map { mask[$0] && !isHole[$0] ? surface(layout.position($0)) : .nan }
    ThinPlate.fill(&values, layout: layout, inside: mask)
    return isHole.indices.filter { isHole[$0] }.map { abs(values[$0] - surface(layout.position($0))) }
  }

  @Test("a hole in a tilted plane is filled with the plane") func holeInATilted() {
    #expect((errors(holeRadius: 14) { 3 + 0.2 * $0.x - 0.1 * $0.y }.max() ?? 1) < 0.01)
  }

  @Test("a hole 50 mm wide in a sphere of 50 mm radius is filled within 0.2 mm on average") func hole50MmWide() {
    // On the grid of the product: a coarser one sees a wider hole.
    let errors = errors(holeRadius: 25, spacing: 0.5) { 60 - (3600 - 1100 - $0.dot($0)).squareRoot() }
    #expect(errors.reduce(0, +) / Double(errors.count) < 0.2)
    #expect(errors.count > 7600)
  }

  @Test("a strip along the border goes on level, not steeply") func stripAlongTheBorder() {
    let errors = errors(holeRadius: 20, at: Vector2(-40, 0), inside: { $0.x >= -38 }) { 0.5 * $0.x }
    // A straight continuation would be right here; level from the rim on is at most its fall away.
    #expect((errors.max() ?? 99) < 10)
  }

  @Test("nodes outside the mask stay empty, known ones stay as they are") func nodesOutsideTheMask() {
    let row = GridLayout(origin: .zero, spacing: 1, columns: 4, rows: 1)
    var values = [1.0, .nan, .nan, 2.0]
    ThinPlate.fill(&values, layout: row, inside: [true, true, false, true])
    #expect(values[0] == 1 && values[3] == 2)
    #expect(!values[1].isNaN)
    #expect(values[2].isNaN)
  }

  @Test("a field without any known node stays as it is") func fieldWithoutAnyKnown() {
    let row = GridLayout(origin: .zero, spacing: 1, columns: 3, rows: 1)
    var values = [Double](repeating: .nan, count: 3)
    ThinPlate.fill(&values, layout: row, inside: [true, true, true])
    #expect(values.allSatisfy { $0.isNaN })
  }
}
