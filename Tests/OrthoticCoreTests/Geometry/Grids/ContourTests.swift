import Testing

@testable import OrthoticCore

@Suite struct ContourTests {
  @Test("a cone's level line is a circle, anticlockwise") func conesLevelLine() {
    let layout = GridLayout(origin: Vector2(-20, -20), spacing: 1, columns: 41, rows: 41)
    let field = (0..<layout.count).map { 15 - layout.position($0).length }
    let lines = Contour.closedLines(of: field, on: layout, level: 5)
    #expect(lines.count == 1)
    #expect(abs((lines.first?.signedArea ?? 0) - .pi * 100) < 2)
    for point in lines.first?.points ?? [] { #expect(abs(point.length - 10) < 0.05) }
  }
}
