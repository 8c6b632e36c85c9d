import Testing

@testable import OrthoticExport

@Suite struct ColorLegendTests {
  @Test("legend ticks are round and few") func legendTicksAreRound() {
    for high in [1.0, 7, 25, 100, 370, 550, 2000] {
      let ticks = ColorLegend(colors: .plasma, range: 0...high, unit: "kPa").ticks
      #expect((2...9).contains(ticks.count))
      #expect(ticks.allSatisfy { $0 >= 0 && $0 <= high })
    }
  }
}
