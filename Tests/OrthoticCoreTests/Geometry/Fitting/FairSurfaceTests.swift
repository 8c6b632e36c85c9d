import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct BandedMatrixTests {
  @Test("the solution fulfils the equations", arguments: [(1, 0), (5, 2), (8, 8), (40, 7), (61, 13)])
  func solutionFulfilsTheEquations(size: Int, band: Int) {
    var random = SplitMix64(seed: UInt64(100 * size + band))
    var matrix = BandedMatrix(size: size, band: band)
    var dense = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for row in 0..<size {
      for column in row...min(row + band, size - 1) {
        // The diagonal outweighs its row, so the matrix is positive definite.
        let value = row == column ? 2 * Double(band) + 1 : random.uniform(-1...1)
        matrix.add(value, column, row)
        dense[row][column] = value
        dense[column][row] = value
      }
    }
    let wanted = (0..<size).map { _ in random.uniform(-1...1) }
    let solution = matrix.factored().solution(wanted)
    for row in 0..<size {
      let sum = (0..<size).reduce(0) { $0 + dense[row][$1] * solution[$1] }
      #expect(abs(sum - wanted[row]) < 1e-12)
    }
  }

  @Test("a matrix that is not definite gives finite values") func indefinite() {
    var matrix = BandedMatrix(size: 3, band: 1)
    matrix.add(-1, 0, 0)
    matrix.add(2, 1, 1)
    let solution = matrix.factored().solution([1, 1, 1])
    #expect(solution.allSatisfy { $0.isFinite })
  }
}

@Suite struct FairSurfaceTests {
  private static let layout = GridLayout(origin: Vector2(-40, -10), spacing: 1, columns: 81, rows: 101)
  private static let center = Vector2(0, 40)
  private static let line = Outline(
    points: (0..<240).map { step in
      let angle = Double(step) * .pi / 120
      return center + Vector2(35 * cosine(angle), 45 * sine(angle))
    })

  private func surface(weight: Double, stiffness: Double, lineWeight: Double, of height: (Vector2) -> Double)
    -> HeightGrid
  {
    let layout = Self.layout
    let weights = [Double](repeating: weight, count: layout.count)
    let fair = FairSurface(
      layout: layout, weights: weights, line: Self.line, lineWeight: lineWeight, nodesPerKnot: 4, stiffness: stiffness)
    return fair.surface(
      heights: (0..<layout.count).map { height(layout.position($0)) }, line: Self.line.points.map(height))
  }

  @Test("a tilted plane stays one, however stiff the surface, even from its border alone") func plane() {
    for (weight, stiffness) in [(1.0, 6.0), (1, 600), (0, 6)] {
      let made = surface(weight: weight, stiffness: stiffness, lineWeight: 30) { 3 + 0.1 * $0.x - 0.05 * $0.y }
      for node in 0..<Self.layout.count {
        let place = Self.layout.position(node)
        #expect(abs(made.values[node] - (3 + 0.1 * place.x - 0.05 * place.y)) < 1e-3)
      }
    }
  }

  /// A thin plate on springs passes a wave of length λ by 1 / (1 + stiffness · (2π/λ)⁴).
  @Test("waves pass as through a thin plate on springs", arguments: [20.0, 30, 40]) func waves(length: Double) {
    let number = 2 * Double.pi / length
    let stiffness = 60.0
    let made = surface(weight: 1, stiffness: stiffness, lineWeight: 0) { cosine(number * ($0.y - 40)) }
    let passed = 1 / (1 + stiffness * number * number * number * number)
    let middle = made.interpolated(at: Self.center)
    #expect(abs(middle - passed) < 0.03, "\(middle), \(passed)")
  }

  @Test("the line is met where nothing else speaks, and the surface between has no edge") func rimIsMet() {
    let layout = Self.layout
    let distance = Self.line.signedDistance(on: layout, band: 20)
    let weights = distance.values.map { smoothStep(9, 14, $0) }
    let fair = FairSurface(
      layout: layout, weights: weights, line: Self.line, lineWeight: 30, nodesPerKnot: 4, stiffness: 6)
    let made = fair.surface(
      heights: [Double](repeating: 0, count: layout.count),
      line: [Double](repeating: 12, count: Self.line.points.count))
    for point in Self.line.points { #expect(abs(made.interpolated(at: point) - 12) < 0.15) }
    #expect(abs(made.interpolated(at: Self.center)) < 0.02)
    var sharpest = 0.0
    for column in 8..<layout.columns - 8 {
      for row in 8..<layout.rows - 8 where distance[column, row] > 1 {
        sharpest = max(sharpest, abs(made[column + 1, row] - 2 * made[column, row] + made[column - 1, row]))
      }
    }
    #expect(sharpest < 0.2, "\(sharpest) per mm")
  }

  @Test("the same preparation serves any heights") func linear() {
    let one = surface(weight: 1, stiffness: 6, lineWeight: 30) { $0.x * $0.x / 100 }
    let other = surface(weight: 1, stiffness: 6, lineWeight: 30) { 5 - $0.y }
    let sum = surface(weight: 1, stiffness: 6, lineWeight: 30) { $0.x * $0.x / 100 + 5 - $0.y }
    for node in 0..<Self.layout.count {
      #expect(abs(one.values[node] + other.values[node] - sum.values[node]) < 1e-9)
    }
  }
}
