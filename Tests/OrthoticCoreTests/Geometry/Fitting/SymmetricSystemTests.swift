import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SymmetricSystemTests {
  @Test("the solution fulfils the equations", arguments: [1, 2, 3, 6, 9])
  func solutionFulfilsTheEquations(n: Int) throws {
    var random = SplitMix64(seed: UInt64(n))
    // B·Bᵀ + 1 is positive definite.
    let b = (0..<n * n).map { _ in random.uniform(-1...1) }
    func entry(_ i: Int, _ j: Int) -> Double {
      (0..<n).reduce(i == j ? 1 : 0) { $0 + b[i * n + $1] * b[j * n + $1] }
    }
    var lower = (0..<n * n).map { $0 % n <= $0 / n ? entry($0 / n, $0 % n) : .nan }
    let wanted = (0..<n).map { _ in random.uniform(-1...1) }
    var right = wanted
    let solution = try #require(SymmetricSystem.solved(&lower, &right))
    for i in 0..<n {
      let sum = (0..<n).reduce(0) { $0 + entry(i, $1) * solution[$1] }
      #expect(abs(sum - wanted[i]) < 1e-12)
    }
  }

  @Test("equations that say the same twice have no unique solution") func equationsThatSay() {
    var matrix = [1.0, 0, 1, 1]
    var right = [1.0, 1]
    #expect(SymmetricSystem.solved(&matrix, &right) == nil)
  }
}
