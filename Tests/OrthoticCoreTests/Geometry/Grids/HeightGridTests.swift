import OrthoticCore
import ParametricFoot
import Testing

@Suite struct HeightGridTests {
  private let layout = GridLayout(origin: Vector2(-3, 5), spacing: 0.5, columns: 9, rows: 7)

  private func grid(_ value: (Vector2) -> Double) -> HeightGrid {
    HeightGrid(layout: layout, values: (0..<layout.count).map { value(layout.position($0)) })
  }

  @Test("a saddle is interpolated exactly, in millimetres and in nodes") func saddleIsInterpolatedExactly() {
    func saddle(_ p: Vector2) -> Double { 2 + 3 * p.x - p.y + 0.5 * p.x * p.y }
    let grid = grid(saddle)
    var random = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let (u, v) = (random.uniform(0...8), random.uniform(0...6))
      let place = layout.origin + Vector2(u, v) * layout.spacing
      #expect(abs(grid.interpolated(at: place) - saddle(place)) < 1e-12)
      #expect(abs(grid.interpolated(column: u, row: v) - saddle(place)) < 1e-12)
    }
  }

  @Test("the last nodes belong to the grid and what is beyond them does not") func lastNodesBelong() {
    let grid = grid(\.x)
    #expect(grid.interpolated(column: 8, row: 6) == 1)
    #expect(grid.interpolated(column: 0, row: 6) == -3)
    for (u, v) in [(8.01, 3.0), (-0.01, 3), (4, 6.01), (4, -0.01), (.nan, 1), (1, .infinity)] {
      #expect(grid.interpolated(column: u, row: v).isNaN)
    }
  }

  @Test("a missing value is felt only beside it") func missingValueIsFelt() {
    var grid = grid { _ in 1 }
    grid[4, 3] = .nan
    #expect(grid.interpolated(column: 4, row: 3).isNaN)
    #expect(grid.interpolated(column: 3.5, row: 2.5).isNaN)
    // On the lines of its neighbours it has no weight.
    #expect(grid.interpolated(column: 5, row: 3) == 1)
    #expect(grid.interpolated(column: 3.5, row: 2) == 1)
    #expect(grid.interpolated(column: 3, row: 3.5) == 1)
  }

  @Test("a grid of one node is its value there") func gridOfOneNode() {
    let one = HeightGrid(
      layout: GridLayout(origin: .zero, spacing: 1, columns: 1, rows: 1), filledWith: 7)
    #expect(one.interpolated(at: .zero) == 7)
    #expect(one.interpolated(at: Vector2(0.1, 0)).isNaN)
  }
}
