import Testing

@testable import OrthoticCore

@Suite struct SoleCoverageTests {
  private let layout = GridLayout(origin: Vector2(-40, 0), spacing: 2, columns: 41, rows: 126)

  private func coverage(isFilled: (Vector2) -> Bool) -> SoleCoverage {
    let inside = (0..<layout.count).map { _ in true }
    let filled = (0..<layout.count).map { isFilled(layout.position($0)) }
    return SoleCoverage(layout: layout, inside: inside, filled: filled, rear: 0, length: 250)
  }

  @Test("a sole that was seen whole has no gaps and nothing to say") func soleThatWasSeen() {
    let coverage = coverage { _ in false }
    #expect(coverage.filledShare == 0 && coverage.gapsInWords.isEmpty && coverage.findings.isEmpty)
    #expect(!coverage.isTooLittle)
    #expect(coverage.map.count == 22 && coverage.map.allSatisfy { $0 == "############" })
  }

  @Test("half a heel missing is said with its share and shown on the map") func halfAHeelMissing() {
    let coverage = coverage { $0.y < 60 && $0.x < 0 }
    #expect(!coverage.isTooLittle)
    #expect(coverage.gapsInWords.hasPrefix("heel 4"))
    #expect(coverage.map.last == "......######")
    #expect(coverage.findings.first?.code == "sole-filled")
  }

  @Test("a missing heel, or a third of all, is too little") func missingHeel() {
    #expect(coverage { $0.y < 50 }.isTooLittle)
    #expect(coverage { $0.x < -8 }.isTooLittle)
  }

  @Test("missing toes alone are not too little") func missingToesAlone() {
    #expect(!coverage { $0.y > 201 }.isTooLittle)
  }
}
