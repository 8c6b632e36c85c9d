import Testing

@testable import OrthoticCore

/// What a print can be: each limit is hit, and just missed.
@Suite struct PlausibleFootprintTests {
  private static let usual = PlausibleFootprint(length: 245, width: 92, area: 120, force: 900, peak: 350)

  @Test("a usual print is nothing to speak of") func usual() {
    #expect(Self.usual.sizeRefusal(in: "map") == nil)
    #expect(Self.usual.findings(isUnitFound: true).isEmpty)
  }

  @Test("lengths", arguments: [(59.0, false), (61, true), (344, true), (346, false)]) func lengths(
    length: Double, isFoot: Bool
  ) {
    var print = Self.usual
    (print.length, print.width) = (length, 0.4 * length)
    #expect((print.sizeRefusal(in: "map") == nil) == isFoot)
    if let refusal = print.sizeRefusal(in: "map") { #expect(refusal.remedy.settings == [.pressureCell]) }
  }

  @Test("widths", arguments: [(159.0, true), (161, false)]) func widths(width: Double, isFoot: Bool) {
    var print = Self.usual
    print.width = width
    #expect((print.sizeRefusal(in: "map") == nil) == isFoot)
  }

  @Test("unusual lengths are said", arguments: [(94.0, true), (96, false), (309, false), (311, true)])
  func unusualLengths(length: Double, isSaid: Bool) {
    // A child's print bears a child's force.
    let share = length / 245
    let print = PlausibleFootprint(
      length: length, width: 92 * share, area: 120 * share * share, force: 600 * share * share, peak: 250)
    #expect(print.findings(isUnitFound: false).map(\.code).contains("pressure-print-length") == isSaid)
  }

  @Test("mean, peak and force have limits") func loads() {
    func isPossible(mean: Double, peak: Double) -> Bool {
      PlausibleFootprint(length: 245, width: 92, area: 120, force: 12 * mean, peak: peak).isPossiblyLoaded
    }
    #expect(isPossible(mean: 16.5, peak: 100) && !isPossible(mean: 15.5, peak: 100))
    #expect(isPossible(mean: 390, peak: 900) && !isPossible(mean: 410, peak: 900))
    #expect(isPossible(mean: 50, peak: 31) && !isPossible(mean: 50, peak: 29))
    #expect(isPossible(mean: 50, peak: 2990) && !isPossible(mean: 50, peak: 3010))
    let forces = Self.usual.possibleForces
    for (factor, isPossible) in [(1.01, true), (0.99, false)] {
      // Two per cent of a gram more or less, on an area that leaves the mean alone.
      let low = forces.lowerBound * factor
      let print = PlausibleFootprint(length: 245, width: 92, area: low / 5, force: low, peak: 200)
      #expect(print.isPossiblyLoaded == isPossible)
    }
  }

  @Test("force is held against body weight", arguments: [(0.24, false), (0.26, true), (2.9, true), (3.1, false)])
  func weight(share: Double, isMade: Bool) {
    var print = Self.usual
    print.force = share * 80 * PlausibleFootprint.gravity
    #expect(print.isMade(by: 80) == isMade)
  }

  @Test(
    "a unit that nobody said is refused where it cannot be, with those that fit",
    arguments: [
      (PressureUnit.newtonPerSquareCentimetre, "N/cm2"), (.millimetreOfMercury, "mmHg"), (.poundPerSquareInch, "psi"),
      (.megapascal, "MPa"), (.kilogramPerSquareCentimetre, "kg/cm2"), (.gramPerSquareCentimetre, "g/cm2"),
      (.pascal, "Pa"),
    ]) func units(unit: PressureUnit, name: String) throws
  {
    let factor = 1 / unit.kilopascals(cellArea: 25)
    let text = PrintFixture.text(PrintFixture.rows.map { $0.map { $0 * factor } })
    let error = try #require(PrintFixture.problem(text))
    #expect(error.remedy.settings == [.pressureUnit] && error.remedy.description.contains(name))
    // The remedy leads on.
    #expect(PrintFixture.problem(text, PressureOptions(unit: unit)) == nil)
  }

  @Test("a wrong cell size is refused or said", arguments: [(1.0, true), (1.5, true), (7.5, true), (5, false)])
  func cells(cell: Double, isWrong: Bool) throws {
    let text = PrintFixture.text()
    let options = PressureOptions(cellWidth: cell, unit: .kilopascal)
    if let error = PrintFixture.problem(text, options) {
      #expect(isWrong && error.remedy.settings.contains(.pressureCell))
    } else {
      #expect(try PrintFixture.codes(PrintFixture.rows, options).isEmpty != isWrong)
    }
  }
}
