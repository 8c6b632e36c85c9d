import Testing

@testable import OrthoticCore

@Suite struct BandsTests {
  @Test("the set is even: every tenth of every axis holds its share, and all factors stay in their ranges")
  func even() {
    for seed in [0, 1, 99] as [UInt64] {
      let draws = SensitivityDraw.set(count: 200, seed: seed)
      let axes: [(SensitivityDraw) -> Double] = [
        { ($0.tissueThickness - 0.8) / 0.4 }, { ($0.load - 0.9) / 0.2 }, { ($0.shiftX + 0.1) / 0.2 },
        { ($0.shiftY + 0.1) / 0.2 },
      ]
      for axis in axes {
        var counts = [Int](repeating: 0, count: 10)
        for draw in draws {
          let value = axis(draw)
          #expect(value >= -1e-12 && value <= 1 + 1e-12)
          counts[min(Int(value * 10), 9)] += 1
        }
        #expect(counts.allSatisfy { abs($0 - 20) <= 6 })
      }
      #expect(draws.allSatisfy { $0.tissueStiffness >= 1 / 1.6 && $0.tissueStiffness <= 1.6 })
      #expect(draws.allSatisfy { $0.insoleModulus >= 1 / 1.5 && $0.insoleModulus <= 1.5 })
    }
    #expect(SensitivityDraw.set() == SensitivityDraw.set())
    #expect(SensitivityDraw.set(seed: 1) != SensitivityDraw.set(seed: 2))
  }

  @Test("a band's quantiles are those of an even ramp")
  func quantiles() throws {
    let band = try #require(Band(of: (1...99).reversed().map(Double.init)))
    #expect(abs(band.median - 50) < 1e-12 && abs(band.low - 5) < 1e-12 && abs(band.high - 95) < 1e-12)
    #expect(Band(of: []) == nil)
    #expect(Band(of: [.nan, 3]) == Band(median: 3, low: 3, high: 3))
  }

  @Test("peaks of new draws fall into the band of the standard set nine times in ten")
  func coverage() throws {
    let (problem, nominal, recalibrated) = Self.device()
    let bands = problem.bands(from: nominal, recalibrated: recalibrated)
    #expect(bands.unbalanced == 0 && bands.pressures.count == 64)
    let peak: ([Double]) -> Double = { $0.max() ?? 0 }
    let band = try #require(bands.band(of: peak))
    #expect(band.low < peak(nominal.pressure) && peak(nominal.pressure) < band.high)
    let fresh = problem.bands(
      over: SensitivityDraw.set(count: 400, seed: 5), from: nominal, recalibrated: recalibrated)
    let inside = fresh.share { band.contains(peak($0)) }
    #expect(abs(inside - 0.9) < 0.03)
  }

  @Test("bands are the same bytes on one thread and on many")
  func threads() {
    let (problem, nominal, recalibrated) = Self.device()
    let many = problem.bands(from: nominal, recalibrated: recalibrated)
    Parallel.threads = 1
    let one = problem.bands(from: nominal, recalibrated: recalibrated)
    Parallel.threads = 0
    #expect(one.pressures == many.pressures)
  }

  /// A sole calibrated on its own map, on a 6 mm foam.
  static func device() -> (ContactProblem, ContactSolution, @Sendable (TissueField) -> [Double]) {
    let (sole, pressure, height, _) = CalibrationTests.synthetic()
    let layout = sole.layout
    let recalibrated: @Sendable (TissueField) -> [Double] = { tissue in
      Calibration(layout: layout, pressure: pressure, plantarHeight: height, tissue: tissue).overclosure
    }
    var problem = sole
    problem.overclosure = recalibrated(
      TissueField(thickness: sole.tissueThickness, stiffness: sole.tissueStiffness, exponent: sole.tissueExponent))
    (problem.force, problem.centerOfPressure) = Calibration.resultant(layout, pressure)
    problem.insoleThickness = problem.insoleThickness.map { _ in 6 }
    problem.insoleModulus = problem.insoleModulus.map { _ in 700 }
    return (problem, problem.solved(), recalibrated)
  }
}

@Suite struct ResponseSurfaceTests {
  @Test("parabolas are met exactly, so their band is that of the whole box")
  func exact() throws {
    let number: (SensitivityDraw) -> Double = { 100 + 3 * $0.place[0] - 2 * $0.place[3] * $0.place[3] }
    let draws = SensitivityDraw.set()
    let values = draws.map(number)
    let read = try #require(ResponseSurface(draws: draws)?.resampled(values))
    let fine = SensitivityDraw.set(count: read.count).map(number)
    #expect(zip(read, fine).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("too few draws, or draws all alike, give no surface")
  func tooFew() {
    #expect(ResponseSurface(draws: SensitivityDraw.set(count: 20)) == nil)
    #expect(ResponseSurface(draws: [SensitivityDraw](repeating: SensitivityDraw(), count: 64)) == nil)
    let draws = SensitivityDraw.set()
    #expect(ResponseSurface(draws: draws)?.resampled(draws.map { _ in .nan }) == nil)
  }
}
