import Testing

@testable import OrthoticCore

@Suite struct MembraneTests {
  @Test func `A hole in a tilted plane is filled with the plane`() {
    let layout = GridLayout(origin: .zero, spacing: 1, columns: 40, rows: 60)
    func plane(_ p: Vector2) -> Double { 3 + 0.2 * p.x - 0.1 * p.y }
    var values = (0..<layout.count).map { plane(layout.position($0)) }
    for node in values.indices where (layout.position(node) - Vector2(20, 30)).length < 12 { values[node] = .nan }
    Membrane.fill(
      &values, columns: layout.columns, rows: layout.rows, inside: [Bool](repeating: true, count: layout.count))
    for node in values.indices { #expect(abs(values[node] - plane(layout.position(node))) < 0.1) }
  }

  @Test func `Nodes outside the mask stay empty`() {
    var values = [1.0, .nan, .nan, 2.0]
    Membrane.fill(&values, columns: 4, rows: 1, inside: [true, true, false, true])
    #expect(!values[1].isNaN)
    #expect(values[2].isNaN)
  }
}
