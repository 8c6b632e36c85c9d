import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct DimensionTests {
  @Test(
    "reads numbers with and without units",
    arguments: [
      (.length, "3", 3), (.length, "3mm", 3), (.length, " 3.5 mm ", 3.5), (.length, "0.3cm", 3),
      (.length, "0.003 m", 3),
      (.length, "1/8 in", 3.175), (.length, "1/8in", 3.175), (.length, "1/8\"", 3.175), (.length, "1 1/8 in", 28.575),
      (.length, "1-1/8 in", 28.575), (.length, "1 inch", 25.4), (.length, "-2", -2), (.length, "−2 mm", -2),
      (.length, "+2", 2), (.length, ".5", 0.5), (.length, "5.", 5), (.length, "1e-1mm", 0.1), (.length, "3 MM", 3),
      (.tilt, "4", 4), (.tilt, "-4", -4), (.tilt, "4varus", 4), (.tilt, "4 valgus", -4), (.tilt, "4 deg varus", 4),
      (.tilt, "4° valgus", -4), (.tilt, "0", 0), (.angle, "15deg", 15), (.pressure, "200", 200),
      (.pressure, "200kPa", 200), (.pressure, "0.2 MPa", 200), (.pressure, "20N/cm2", 200), (.share, "80", 0.8),
      (.share, "80%", 0.8), (.share, "80 percent", 0.8), (.share, "0.8 share", 0.8), (.share, "0.8 %", 0.008),
      (.share, "0", 0), (.mass, "75", 75), (.mass, "100lb", 45.359237), (.number, "7", 7),
    ] as [(Dimension, String, Double)])
  func readsUnits(dimension: Dimension, text: String, expected: Double) throws {
    let value = try #require(dimension.value(of: text))
    #expect(abs(value - expected) <= 1e-12 * max(1, abs(expected)))
  }

  @Test(
    "refuses what is no such value",
    arguments: [
      (.length, ""), (.length, " "), (.length, "mm"), (.length, "3 kg"), (.length, "1/0 in"), (.length, "1 9/8 in"),
      (.length, "1.5 1/8 in"), (.length, "0x10"), (.length, "inf"), (.length, "nan"), (.length, "1e999"),
      (.length, "1e308 m"), (.length, "3,5"), (.length, "3 mm mm"), (.length, "--3"), (.length, "."),
      (.length, "1/"), (.length, "/8"), (.tilt, "-4valgus"), (.tilt, "-4 varus"), (.tilt, "4/4"), (.share, "0.8"),
      (.share, "1"), (.number, "3 mm"), (.pressure, "200 hPa"),
      (.length, String(repeating: "1", count: 100_000)),
    ] as [(Dimension, String)])
  func refuses(dimension: Dimension, text: String) {
    // "4/4" on an order form is post and motion; as a fraction it would silently be a tilt of 1.
    #expect(dimension.value(of: text) == nil)
  }

  @Test("writes any value so that reading gives the same number", arguments: Dimension.allCases)
  func roundTrip(dimension: Dimension) {
    var random = SplitMix64(seed: 42)
    for _ in 0..<2000 {
      let fraction = random.unit()
      for value in [fraction * 30 - 15, (fraction * 300).rounded() / 10, (fraction * 110).rounded() / 100] {
        #expect(dimension.value(of: dimension.text(value)) == value, "\(dimension.text(value))")
      }
    }
  }

  @Test("writes the way a person would")
  func writing() {
    #expect(Dimension.length.text(12) == "12 mm")
    #expect(Dimension.share.text(0.57) == "57 %")
    #expect(Dimension.tilt.text(-4) == "4 deg valgus")
    #expect(Dimension.tilt.text(4) == "4 deg varus")
    #expect(Dimension.tilt.text(0) == "0 deg")
    #expect(Dimension.pressure.text(200) == "200 kPa")
  }
}
