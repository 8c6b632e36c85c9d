import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SeriesColumnTests {
  @Test("two linear columns are two springs in series")
  func springs() {
    let column = SeriesColumn(
      tissue: TissueColumn(thickness: 10, stiffness: 200, exponent: 0), insole: InsoleColumn(thickness: 5, modulus: 300)
    )
    let state = column.state(at: 2)
    let stiffness = 1 / (10.0 / 200 + 5.0 / 300)
    #expect(abs(state.pressure - 2 * stiffness) < 1e-12)
    #expect(abs(state.stiffness - stiffness) < 1e-12)
    #expect(column.state(at: 0).pressure == 0)
    #expect(column.state(at: -3).stiffness == 0)
    #expect(column.state(at: .nan).pressure == 0)
  }

  @Test("overclosure is shared without a remainder over seeded columns, and the stiffness is its derivative")
  func shared() {
    var random = SplitMix64(seed: 1)
    for trial in 0..<3000 {
      let tissue = TissueColumn(
        thickness: random.uniform(3...25), stiffness: random.uniform(20...900), exponent: random.uniform(0...8))
      let insole = InsoleColumn(
        thickness: trial % 7 == 0 ? 0 : random.uniform(0.01...30), modulus: random.uniform(20...20000),
        densificationStrain: trial % 3 == 0 ? random.uniform(0.5...1) : .infinity)
      let column = SeriesColumn(tissue: tissue, insole: insole)
      let overclosure = random.uniform(0...20)
      let state = column.state(at: overclosure, guess: trial % 2 == 0 ? 0 : random.uniform(0...3))
      let sum =
        tissue.thickness * tissue.strain(atPressure: state.pressure)
        + insole.thickness * insole.strain(atPressure: state.pressure)
      #expect(abs(sum - overclosure) < 1e-10 * overclosure, "trial \(trial)")
      let step = 1e-5 * overclosure
      let difference =
        (column.state(at: overclosure + step).pressure - column.state(at: overclosure - step).pressure) / (2 * step)
      #expect(abs(difference / state.stiffness - 1) < 1e-5, "trial \(trial)")
    }
  }

  @Test("a densifying foam never strains beyond its densification")
  func densifies() {
    let insole = InsoleColumn(thickness: 6, modulus: 400, densificationStrain: 0.8)
    #expect(insole.strain(atPressure: 1e9) < 0.8)
    // p = E·e/(1 − e/eD) at e = 0.4: 400·0.4/0.5.
    #expect(abs(insole.strain(atPressure: 320) - 0.4) < 1e-12)
  }
}
