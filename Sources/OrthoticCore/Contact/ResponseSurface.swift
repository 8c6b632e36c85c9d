/// A sum of parabolas in the six unknowns of the sensitivity set, fitted to one number by least squares.
///
/// Mixed terms are left out: 64 draws cannot tell them from scatter, and with them the bands come out too wide.
struct ResponseSurface {
  /// Constant, six linear and six square terms.
  static let termCount = 13
  /// Points at which the surface is read for each draw it rests on.
  static let readingsPerDraw = 16

  private let coefficients: [Double]
  private let residuals: [Double]

  /// Fits the surface; `nil` from fewer than three draws per term or from a value that is not finite.
  init?(draws: [SensitivityDraw], values: [Double]) {
    let count = draws.count
    guard count >= 3 * Self.termCount, values.count == count, values.allSatisfy(\.isFinite) else { return nil }
    let rows = draws.map { Self.terms($0.place) }
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: Self.termCount), count: Self.termCount)
    var right = [Double](repeating: 0, count: Self.termCount)
    for (row, value) in zip(rows, values) {
      for i in 0..<Self.termCount {
        right[i] += row[i] * value
        for j in 0...i { matrix[i][j] += row[i] * row[j] }
      }
    }
    guard let solution = Self.solved(matrix, right) else { return nil }
    coefficients = solution
    // The fit took up a degree of freedom of the scatter per term; give it back.
    let stretch = (Double(count) / Double(count - Self.termCount)).squareRoot()
    residuals = zip(rows, values).map { row, value in
      stretch * (value - zip(row, solution).reduce(0) { $0 + $1.0 * $1.1 })
    }
  }

  /// Values of the surface over a finer even set, with the scatter that the surface does not explain.
  func resampled(_ values: [Double]) -> [Double] {
    let places = SensitivityDraw.set(count: values.count * Self.readingsPerDraw)
    return places.enumerated().map { number, draw in
      var value = residuals[number % residuals.count]
      for (term, coefficient) in zip(Self.terms(draw.place), coefficients) { value += term * coefficient }
      return value
    }
  }

  private static func terms(_ place: [Double]) -> [Double] {
    var terms = [1.0]
    terms.reserveCapacity(termCount)
    for i in 0..<6 {
      terms.append(place[i])
      terms.append(place[i] * place[i])
    }
    return terms
  }

  /// Cholesky's solution of a symmetric system given by its lower half; `nil` where it is singular.
  private static func solved(_ lower: [[Double]], _ right: [Double]) -> [Double]? {
    var factor = lower
    var solution = right
    let count = right.count
    for i in 0..<count {
      for j in 0...i {
        var sum = factor[i][j]
        for k in 0..<j { sum -= factor[i][k] * factor[j][k] }
        if i == j {
          guard sum > 1e-12 * lower[i][i] else { return nil }
          factor[i][i] = sum.squareRoot()
        } else {
          factor[i][j] = sum / factor[j][j]
        }
      }
      for k in 0..<i { solution[i] -= factor[i][k] * solution[k] }
      solution[i] /= factor[i][i]
    }
    for i in (0..<count).reversed() {
      for k in (i + 1)..<max(count, i + 1) { solution[i] -= factor[k][i] * solution[k] }
      solution[i] /= factor[i][i]
    }
    return solution
  }
}
