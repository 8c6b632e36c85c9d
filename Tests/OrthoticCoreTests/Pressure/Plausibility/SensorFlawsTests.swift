import Testing

@testable import OrthoticCore

/// Broken sensors: each found, and what only looks like one left alone.
@Suite struct SensorFlawsTests {
  private static let rows = PrintFixture.rows

  private func changed(_ change: (inout [[Double]]) -> Void) -> [[Double]] {
    var rows = Self.rows
    change(&rows)
    return rows
  }

  @Test("the print itself has nothing wrong") func whole() throws {
    #expect(try PrintFixture.codes(Self.rows).isEmpty)
  }

  @Test("a lone hot sensor is unloaded and said", arguments: [(1, 1), (58, 24), (1, 24)]) func hot(
    row: Int, column: Int
  ) throws {
    let rows = changed { $0[row][column] = 900 }
    #expect(try PrintFixture.codes(rows) == ["pressure-hot-sensor"])
    let picture = try PrintFixture.read(PrintFixture.text(rows)).peakPicture
    #expect(picture.values == Self.rows.flatMap { $0 }.map { Double(Float($0)) })
    // As much beside the print is a toe.
    let toe = changed {
      $0[row][column] = 40
      $0[row + (row < 30 ? 1 : -1)][column] = 30
    }
    #expect(try !PrintFixture.codes(toe).contains("pressure-hot-sensor"))
  }

  @Test("a dead sensor under the peak is said, a light one is not") func dead() throws {
    let place = PrintFixture.peakPlace
    #expect(try PrintFixture.codes(changed { $0[place.row][place.column] = 0 }).contains("pressure-dead-sensor"))
    #expect(try !PrintFixture.codes(changed { $0[place.row][place.column] *= 0.7 }).contains("pressure-dead-sensor"))
  }

  @Test("a dead row and a dead column are said") func deadLines() throws {
    let place = PrintFixture.peakPlace
    let row = changed { $0[place.row] = [Double](repeating: 0, count: 26) }
    #expect(try PrintFixture.codes(row).contains("pressure-dead-row"))
    let column = changed { for row in $0.indices { $0[row][place.column] = 0 } }
    #expect(try PrintFixture.codes(column).contains("pressure-dead-row"))
  }

  @Test("a stuck row is said") func stuck() throws {
    #expect(
      try PrintFixture.codes(changed { $0[4] = [Double](repeating: 80, count: 26) }).contains("pressure-stuck-row"))
  }

  @Test("an offset everywhere is taken away", arguments: [5.0, 20, 60]) func offset(low: Double) throws {
    let rows = Self.rows.map { $0.map { $0 + low } }
    #expect(try PrintFixture.codes(rows) == ["pressure-offset"])
    let values = try PrintFixture.read(PrintFixture.text(rows)).peakPicture.values
    #expect(zip(values, Self.rows.flatMap { $0 }).allSatisfy { abs($0 - $1) < 1e-3 })
  }

  @Test("a plateau at the maximum is said, a single peak is not", arguments: [0.3, 0.5, 0.7]) func saturated(
    share: Double
  ) throws {
    let top = share * (Self.rows.joined().max() ?? 0)
    #expect(try PrintFixture.codes(Self.rows.map { $0.map { min($0, top) } }).contains("pressure-saturated"))
  }

  @Test("half a print is refused or said", arguments: [0.35, 0.5, 0.65, 0.8]) func half(share: Double) throws {
    let loaded = Self.rows.indices.filter { Self.rows[$0].contains { $0 > 0 } }
    let (low, high) = (loaded.first ?? 0, loaded.last ?? 0)
    let cut = low + Int(share * Double(high - low))
    for part in [Array(Self.rows[..<cut]), Array(Self.rows[cut...])] where part.count > 20 {
      if PrintFixture.problem(PrintFixture.text(part), PressureOptions(side: .right, heel: .first)) == nil {
        #expect(try !PrintFixture.codes(part).isEmpty, "\(share), \(part.count) rows")
      }
    }
  }
}
