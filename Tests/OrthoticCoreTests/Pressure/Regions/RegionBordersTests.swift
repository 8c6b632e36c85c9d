import OrthoticCore
import ParametricFoot
import Testing

@Suite struct RegionBordersTests {
  private static let recording = ParametricFoot.normalRight.pressure.recordedStep(frames: 12).recording

  private func areas(_ borders: RegionBorders?) throws -> [FootRegion: Double] {
    let oriented = try Self.recording.oriented(options: PressureOptions(side: .right))
    let summary = RecordingSummary(oriented, borders: borders)
    return Dictionary(uniqueKeysWithValues: summary.regions.map { ($0.region, $0.area) })
  }

  @Test("changes nothing by itself") func changesNothingByItself() throws {
    #expect(try areas(nil) == areas(RegionBorders()))
  }

  @Test("moves area from one region to the next") func movesAreaFromOne() throws {
    let usual = try areas(nil)
    var borders = RegionBorders()
    borders.heel = 0.32
    let moved = try areas(borders)
    let (heel, midfoot) = (FootRegion.heel, FootRegion.midfoot)
    #expect((moved[heel] ?? 0) > (usual[heel] ?? 0) && (moved[midfoot] ?? 0) < (usual[midfoot] ?? 0))
    #expect((moved[heel] ?? 0) + (moved[midfoot] ?? 0) == (usual[heel] ?? 0) + (usual[midfoot] ?? 0))
    #expect(moved[.forefoot] == usual[.forefoot] && moved[.whole] == usual[.whole])
  }

  @Test("counts toes as forefoot where they begin in front of the foot") func countsToesAsForefoot() throws {
    var borders = RegionBorders()
    borders.toes = 0.29
    let moved = try areas(borders)
    #expect(moved[.hallux] == 0 && moved[.toes] == 0)
  }

  @Test("knows three parts without toes and without sensors on a border") func knowsThreeParts() throws {
    let usual = try areas(nil)
    let simple = try areas(.simple)
    let parts: [FootRegion] = [.heel, .midfoot, .forefoot]
    #expect(simple[.hallux] == 0 && simple[.toes] == 0)
    #expect((simple[.forefoot] ?? 0) > (usual[.forefoot] ?? 0))
    #expect(parts.reduce(0) { $0 + (simple[$1] ?? 0) } < (simple[.whole] ?? 0))
    #expect(RegionBorders.simple.areInOrder)
  }

  @Test("leaves out cells that a border crosses") func leavesOutCells() throws {
    let usual = try areas(nil)
    var borders = RegionBorders()
    borders.wholeCellsOnly = true
    let whole = try areas(borders)
    #expect(whole[.whole] == usual[.whole])
    #expect(FootRegion.allCases.allSatisfy { (whole[$0] ?? 0) <= (usual[$0] ?? 0) })
    #expect((whole[.mt2] ?? 0) < (usual[.mt2] ?? 0))
  }

  @Test("knows its names and its order") func knowsItsNames() {
    var borders = RegionBorders()
    for (number, name) in RegionBorders.names.enumerated() {
      let isKnown = borders.set(name, to: Double(number + 8) / 64)
      #expect(isKnown)
    }
    #expect(
      borders.metatarsals == [10, 11, 12, 13].map { $0 / 64 } && borders.hallux == 14.0 / 64
        && borders.toes == 15.0 / 64)
    let isAnkleKnown = borders.set("ankle", to: 0.1)
    #expect(!isAnkleKnown)
    #expect(borders.areInOrder)
    borders.midfoot = 0.05
    #expect(!borders.areInOrder)
  }
}
