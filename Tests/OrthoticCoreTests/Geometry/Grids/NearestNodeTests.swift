import OrthoticCore
import ParametricFoot
import Testing

@Suite struct NearestNodeTests {
  @Test("every node finds its nearest mark within a third of the spacing") func everyNodeFinds() {
    var random = SplitMix64(seed: 7)
    let layout = GridLayout(origin: Vector2(-3, 5), spacing: 2, columns: 31, rows: 23)
    for _ in 0..<20 {
      var marks = [Bool](repeating: false, count: layout.count)
      for _ in 0..<(1 + Int(random.next() % 12)) { marks[Int(random.next() % UInt64(layout.count))] = true }
      let nearest = NearestNode(of: marks, layout: layout)
      let sources = marks.indices.filter { marks[$0] }
      for index in marks.indices {
        let truth = sources.map { (layout.position($0) - layout.position(index)).length }.min() ?? .nan
        let found = nearest.source(of: index)?.distance ?? .nan
        #expect(found >= truth - 1e-12)
        #expect(found <= truth + layout.spacing / 3)
      }
    }
  }

  @Test("a grid without marks has no nearest node") func gridWithoutMarks() {
    let layout = GridLayout(origin: .zero, spacing: 1, columns: 4, rows: 3)
    let nearest = NearestNode(of: [Bool](repeating: false, count: layout.count), layout: layout)
    #expect(nearest.source(of: 5) == nil)
  }
}
