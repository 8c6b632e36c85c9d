/// Linear least squares by Householder reflections.
enum LeastSquares {
  /// The solution that makes `rows · x − right` shortest; at least as many rows as unknowns, of full rank.
  static func solution(_ rows: [[Double]], _ right: [Double]) -> [Double] {
    let unknowns = rows.first?.count ?? 0
    precondition(rows.count >= unknowns && right.count == rows.count, "at least as many equations as unknowns")
    let count = rows.count
    // Column by column, each contiguous.
    var columns = (0..<unknowns).map { column in rows.map { $0[column] } }
    var right = right
    var diagonal = [Double](repeating: 0, count: unknowns)
    for k in 0..<unknowns {
      var pivot = columns[k]
      var norm = 0.0
      for i in k..<count { norm += pivot[i] * pivot[i] }
      norm = pivot[k] > 0 ? -norm.squareRoot() : norm.squareRoot()
      diagonal[k] = norm
      pivot[k] -= norm
      var length = 0.0
      for i in k..<count { length += pivot[i] * pivot[i] }
      guard length > 0 else { continue }
      func reflect(_ vector: inout [Double]) {
        var sum = 0.0
        for i in k..<count { sum += pivot[i] * vector[i] }
        sum *= 2 / length
        for i in k..<count { vector[i] -= sum * pivot[i] }
      }
      for column in (k + 1)..<max(unknowns, k + 1) { reflect(&columns[column]) }
      reflect(&right)
    }
    var solution = [Double](repeating: 0, count: unknowns)
    for k in (0..<unknowns).reversed() {
      var sum = right[k]
      for j in (k + 1)..<max(unknowns, k + 1) { sum -= columns[j][k] * solution[j] }
      solution[k] = diagonal[k] == 0 ? 0 : sum / diagonal[k]
    }
    return solution
  }
}
