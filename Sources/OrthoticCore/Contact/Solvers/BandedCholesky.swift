/// A symmetric positive definite matrix with entries near its diagonal only, and its factor `L·Lᵀ`.
struct BandedCholesky {
  /// Number of unknowns.
  let count: Int
  /// How far below the diagonal entries reach.
  let reach: Int
  /// Rows of the lower half, each from `reach` before the diagonal to the diagonal.
  private var values: [Double]

  /// Creates a matrix of zeros.
  init(count: Int, reach: Int) {
    precondition(count >= 0 && reach >= 0, "a size")
    self.count = count
    self.reach = reach
    values = [Double](repeating: 0, count: count * (reach + 1))
  }

  /// Adds to the entry of a row and a column, either way round, at most `reach` apart.
  mutating func add(_ value: Double, _ a: Int, _ b: Int) {
    let row = max(a, b)
    let column = min(a, b)
    precondition(row - column <= reach, "inside the band")
    values[row * (reach + 1) + column - row + reach] += value
  }

  /// The product with a vector, before the matrix is replaced by its factor.
  func multiplied(by vector: [Double]) -> [Double] {
    precondition(vector.count == count, "a value per unknown")
    var result = [Double](repeating: 0, count: count)
    for row in 0..<count {
      let here = row * (reach + 1) - row + reach
      var sum = values[here + row] * vector[row]
      for k in max(0, row - reach)..<row {
        sum += values[here + k] * vector[k]
        result[k] += values[here + k] * vector[row]
      }
      result[row] += sum
    }
    return result
  }

  /// Adds to the whole diagonal.
  mutating func addDiagonal(_ diagonal: [Double]) {
    for row in 0..<count { values[row * (reach + 1) + reach] += diagonal[row] }
  }

  /// Replaces the matrix by its factor; `false` where it is not positive definite.
  mutating func factorize() -> Bool {
    let width = reach + 1
    for row in 0..<count {
      let first = max(0, row - reach)
      for column in first...row {
        // Both rows hold their entries side by side, so the sum runs along memory.
        let from = max(first, column - reach)
        let here = row * width - row + reach
        let there = column * width - column + reach
        var sum = values[here + column]
        var k = from
        while k < column {
          sum -= values[here + k] * values[there + k]
          k += 1
        }
        if row == column {
          guard sum > 0, sum.isFinite else { return false }
          values[here + column] = sum.squareRoot()
        } else {
          values[here + column] = sum / values[there + column]
        }
      }
    }
    return true
  }

  /// Solves with the factor, in place.
  func solve(_ right: inout [Double]) {
    precondition(right.count == count, "a value per unknown")
    let width = reach + 1
    for row in 0..<count {
      let here = row * width - row + reach
      var sum = right[row]
      for k in max(0, row - reach)..<row { sum -= values[here + k] * right[k] }
      right[row] = sum / values[here + row]
    }
    for row in (0..<count).reversed() {
      let here = row * width - row + reach
      right[row] /= values[here + row]
      for k in max(0, row - reach)..<row { right[k] -= values[here + k] * right[row] }
    }
  }
}
