/// Small dense systems of equations, symmetric and positive definite: the normal equations of fits.
enum SymmetricSystem {
  /// Solves a system by Cholesky's factorisation; `nil` where it has no unique solution.
  ///
  /// - Parameters:
  ///   - matrix: the lower half, row by row; replaced by its factor.
  ///   - right: the right side, replaced by the solution.
  ///   - least: what a pivot must exceed, as a share of the first diagonal element.
  static func solved(_ matrix: inout [Double], _ right: inout [Double], least: Double = 1e-12) -> [Double]? {
    let n = right.count
    precondition(matrix.count == n * n, "a square matrix and a right side of one size")
    for j in 0..<n {
      var d = matrix[j * n + j]
      for k in 0..<j { d -= matrix[j * n + k] * matrix[j * n + k] }
      guard d > least * matrix[0] else { return nil }
      let root = d.squareRoot()
      matrix[j * n + j] = root
      for i in (j + 1)..<max(n, j + 1) {
        var sum = matrix[i * n + j]
        for k in 0..<j { sum -= matrix[i * n + k] * matrix[j * n + k] }
        matrix[i * n + j] = sum / root
      }
    }
    for i in 0..<n {
      for k in 0..<i { right[i] -= matrix[i * n + k] * right[k] }
      right[i] /= matrix[i * n + i]
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      for k in (i + 1)..<max(n, i + 1) { right[i] -= matrix[k * n + i] * right[k] }
      right[i] /= matrix[i * n + i]
    }
    return right
  }
}
