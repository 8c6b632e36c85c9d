import Testing

@testable import OrthoticCore

@Suite struct TissueColumnTests {
  @Test("the law is its formula, and the linear column where the exponent is 0")
  func formula() {
    let heel = TissueColumn(thickness: 18, stiffness: 309, exponent: 2)
    // 309/2 · (e − 1) at e·b = 1.
    #expect(abs(heel.pressure(atStrain: 0.5) - 154.5 * 1.718281828459045) < 1e-9)
    #expect(heel.pressure(atStrain: -0.1) == 0)
    let linear = TissueColumn(thickness: 18, stiffness: 309, exponent: 0)
    #expect(linear.pressure(atStrain: 0.25) == 77.25)
    let almost = TissueColumn(thickness: 18, stiffness: 309, exponent: 1e-9)
    #expect(abs(almost.pressure(atStrain: 0.25) - 77.25) < 1e-6)
  }

  @Test("the inverse undoes the law over ten decades of pressure", arguments: [0, 1e-13, 1e-6, 0.5, 2, 3.7, 8])
  func inverse(exponent: Double) {
    let column = TissueColumn(thickness: 12, stiffness: 300, exponent: exponent)
    for power in -5...5 {
      var pressure = 1.0
      for _ in 0..<abs(power) { pressure *= power > 0 ? 10 : 0.1 }
      let back = column.pressure(atStrain: column.strain(atPressure: pressure))
      #expect(abs(back - pressure) < 1e-12 * pressure)
    }
    #expect(column.strain(atPressure: 0) == 0)
  }

  @Test("the slope is the derivative", arguments: [0, 0.01, 2, 3.7])
  func slope(exponent: Double) {
    let column = TissueColumn(thickness: 12, stiffness: 300, exponent: exponent)
    for strain in [0.05, 0.3, 0.6] {
      let difference = (column.pressure(atStrain: strain + 1e-6) - column.pressure(atStrain: strain - 1e-6)) / 2e-6
      #expect(abs(difference / column.slope(atStrain: strain) - 1) < 1e-7)
    }
  }

  @Test("a strain far beyond any tissue stays finite and growing")
  func farBeyond() {
    let column = TissueColumn(thickness: 12, stiffness: 300, exponent: 3.7)
    #expect(column.pressure(atStrain: 1e6).isFinite)
    #expect(column.pressure(atStrain: 100) > column.pressure(atStrain: 20))
    let deep = column.pressure(atStrain: 100)
    #expect(abs(column.strain(atPressure: deep) - 100) < 1e-9)
  }
}
