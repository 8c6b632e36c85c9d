/// A sum of parabolas in the six unknowns of the sensitivity set, fitted by least squares to numbers known at its draws.
///
/// Mixed terms are left out: 64 draws cannot tell them from scatter, and with them the bands come out too wide. What
/// depends on the draws alone is worked out once for all numbers.
struct ResponseSurface: Sendable {
  /// Constant, six linear and six square terms.
  static let termCount = 13
  /// Points at which the surface is read for each draw it rests on.
  static let readingsPerDraw = 16

  /// Terms at each draw, row by row.
  private let rows: [Double]
  /// Terms at each point where the surface is read.
  private let readings: [Double]
  /// Cholesky's factor of the normal equations, lower half, row by row.
  private let factor: [Double]
  private let count: Int

  /// Prepares the fit; `nil` from fewer than three draws per term, or where the draws do not tell the terms apart.
  init?(draws: [SensitivityDraw]) {
    count = draws.count
    guard count >= 3 * Self.termCount else { return nil }
    rows = draws.flatMap { Self.terms($0.place) }
    readings = SensitivityDraw.set(count: count * Self.readingsPerDraw).flatMap { Self.terms($0.place) }
    let size = Self.termCount
    var matrix = [Double](repeating: 0, count: size * size)
    for draw in 0..<count {
      for i in 0..<size {
        for j in 0...i { matrix[i * size + j] += rows[draw * size + i] * rows[draw * size + j] }
      }
    }
    for i in 0..<size {
      let whole = matrix[i * size + i]
      for j in 0...i {
        var sum = matrix[i * size + j]
        for k in 0..<j { sum -= matrix[i * size + k] * matrix[j * size + k] }
        if i == j {
          guard sum > 1e-12 * whole else { return nil }
          matrix[i * size + i] = sum.squareRoot()
        } else {
          matrix[i * size + j] = sum / matrix[j * size + j]
        }
      }
    }
    factor = matrix
  }

  /// Values of the surface fitted to a number, read over a finer even set, with the scatter that it does not explain.
  ///
  /// - Returns: `nil` where a value is not finite.
  func resampled(_ values: [Double]) -> [Double]? {
    guard values.count == count, values.allSatisfy(\.isFinite) else { return nil }
    let size = Self.termCount
    let solution = fitted(values)
    func surface(_ terms: [Double], _ row: Int) -> Double {
      var sum = 0.0
      for term in 0..<size { sum += terms[row * size + term] * solution[term] }
      return sum
    }
    // The fit took up a degree of freedom of the scatter per term; give it back.
    let stretch = (Double(count) / Double(count - size)).squareRoot()
    let residuals = (0..<count).map { stretch * (values[$0] - surface(rows, $0)) }
    return (0..<count * Self.readingsPerDraw).map { surface(readings, $0) + residuals[$0 % count] }
  }

  private func fitted(_ values: [Double]) -> [Double] {
    let size = Self.termCount
    var solution = [Double](repeating: 0, count: size)
    for draw in 0..<count {
      for term in 0..<size { solution[term] += rows[draw * size + term] * values[draw] }
    }
    for i in 0..<size {
      for k in 0..<i { solution[i] -= factor[i * size + k] * solution[k] }
      solution[i] /= factor[i * size + i]
    }
    for i in (0..<size).reversed() {
      for k in (i + 1)..<max(size, i + 1) { solution[i] -= factor[k * size + i] * solution[k] }
      solution[i] /= factor[i * size + i]
    }
    return solution
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
}
