import ParametricFoot
import Testing

@testable import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct FourierPlanTests {
  @Test(
    "every length of small primes gives the sum it stands for, and back again",
    arguments: [
      1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 25, 27, 30, 32, 36, 40, 45, 48, 60, 64, 75, 120, 125, 128,
    ])
  func definition(length: Int) {
    let plan = FourierPlan(length: length)
    var random = SplitMix64(seed: UInt64(length))
    var real = (0..<length).map { _ in FourierLane((0..<4).map { _ in random.uniform(-1...1) }) }
    var imaginary = (0..<length).map { _ in FourierLane((0..<4).map { _ in random.uniform(-1...1) }) }
    let (startReal, startImaginary) = (real, imaginary)
    plan.forward(&real, &imaginary)
    for k in 0..<length {
      var sumReal = FourierLane.zero
      var sumImaginary = FourierLane.zero
      for j in 0..<length {
        let angle = -2 * Double.pi * Double(j * k % length) / Double(length)
        sumReal += startReal[j] * cos(angle) - startImaginary[j] * sin(angle)
        sumImaginary += startReal[j] * sin(angle) + startImaginary[j] * cos(angle)
      }
      let place = plan.position[k]
      #expect(plan.frequency[place] == k)
      #expect(distance(real[place], sumReal) < 1e-13 * Double(length))
      #expect(distance(imaginary[place], sumImaginary) < 1e-13 * Double(length))
    }
    plan.backward(&real, &imaginary)
    for j in 0..<length {
      #expect(distance(real[j], startReal[j] * Double(length)) < 1e-12 * Double(length))
      #expect(distance(imaginary[j], startImaginary[j] * Double(length)) < 1e-12 * Double(length))
    }
  }

  @Test("suitable lengths are the next ones made of 2, 3 and 5")
  func suitable() {
    #expect([0, 1, 11, 13, 97, 121, 1021].map(FourierPlan.suitableLength) == [1, 1, 12, 15, 100, 125, 1024])
  }

  private func distance(_ a: FourierLane, _ b: FourierLane) -> Double {
    let gap = a - b
    return (gap * gap).sum().squareRoot()
  }
}

@Suite struct SymmetricConvolutionTests {
  @Test(
    "padded, it is the plain double sum, for odd and even sizes", arguments: [1, 2, 3, 4, 5, 7, 8, 9, 13],
    [1, 2, 5, 8, 11])
  func plainSum(columns: Int, rows: Int) {
    var random = SplitMix64(seed: UInt64(columns * 100 + rows))
    let kernel = (0..<400).map { _ in random.uniform(-1...1) }
    func value(_ dx: Int, _ dy: Int) -> Double { kernel[abs(dx) + 20 * abs(dy)] }
    var convolution = SymmetricConvolution(
      columns: columns, rows: rows, leastWidth: 2 * columns, leastHeight: 2 * rows)
    convolution.setKernel { dx, dy in dx < columns && dy < rows ? value(dx, dy) : 0 }
    var space = convolution.makeWorkspace()
    for _ in 0..<2 {
      let field = (0..<columns * rows).map { _ in random.uniform(-1...1) }
      var result = field
      convolution.convolve(field, into: &result, &space)
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = 0.0
          for r in 0..<rows {
            for c in 0..<columns { sum += field[r * columns + c] * value(column - c, row - r) }
          }
          #expect(abs(result[row * columns + column] - sum) < 1e-12)
        }
      }
    }
  }

  @Test("a spectrum of ones gives the field back, one of a single wave picks it")
  func spectrum() {
    let columns = 12
    let rows = 10
    var convolution = SymmetricConvolution(columns: columns, rows: rows, leastWidth: columns, leastHeight: rows)
    #expect(convolution.periodWidth == 12 && convolution.periodHeight == 10)
    var random = SplitMix64(seed: 4)
    let field = (0..<columns * rows).map { _ in random.uniform(-1...1) }
    var result = field
    var space = convolution.makeWorkspace()
    convolution.setSpectrum { _, _ in 1 }
    convolution.convolve(field, into: &result, &space)
    #expect(zip(field, result).allSatisfy { abs($0 - $1) < 1e-13 })
    convolution.setSpectrum { kx, ky in kx == 2 && ky == 3 ? 1 : 0 }
    let wave = (0..<columns * rows).map { index in
      cos(2 * Double.pi * 2 * Double(index % columns) / 12) * sin(2 * Double.pi * 3 * Double(index / columns) / 10)
    }
    let mixed = zip(wave, 0..<columns * rows).map { $0 + 3 + cos(2 * Double.pi * Double($1 % columns) / 12) }
    convolution.convolve(mixed, into: &result, &space)
    #expect(zip(wave, result).allSatisfy { abs($0 - $1) < 1e-12 })
  }
}
