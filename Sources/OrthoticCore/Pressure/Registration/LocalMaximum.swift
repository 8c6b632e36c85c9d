/// Newton's method with differences for a smooth function of a few unknowns that are all on one scale.
enum LocalMaximum {
  /// Climbs to the maximum near `start`.
  ///
  /// - Parameters:
  ///   - probe: step of the differences; also the scale on which the function counts as smooth.
  ///   - reach: longest single step.
  static func climb(
    from start: [Double], probe: Double, reach: Double, _ function: ([Double]) -> Double
  ) -> (point: [Double], value: Double) {
    let count = start.count
    var point = start
    var value = function(point)
    for _ in 0..<20 {
      let model = quadratic(at: point, value: value, probe: probe, function)
      // Damping grows until the curvature is that of a hill and the step climbs.
      var damping = 0.0
      var step = [Double](repeating: 0, count: count)
      var climbed = false
      for _ in 0..<8 {
        if let solved = solve(model.curvature, damping: damping, model.gradient) {
          let length = solved.reduce(0) { $0 + $1 * $1 }.squareRoot()
          let factor = length > reach ? reach / length : 1
          step = solved.map { $0 * factor }
          let next = zip(point, step).map { $0 + $1 }
          let nextValue = function(next)
          if nextValue > value {
            point = next
            value = nextValue
            climbed = true
            break
          }
        }
        damping = max(damping * 10, 1e-4 * model.scale)
      }
      let moved = step.reduce(0) { max($0, abs($1)) }
      if !climbed || moved < 1e-3 * probe { break }
    }
    return (point, value)
  }

  private struct Quadratic {
    var gradient: [Double]
    /// Negative second derivatives, row by row.
    var curvature: [[Double]]
    /// Largest diagonal element, as a yardstick for damping.
    var scale: Double
  }

  private static func quadratic(
    at point: [Double], value: Double, probe: Double, _ function: ([Double]) -> Double
  ) -> Quadratic {
    let count = point.count
    var gradient = [Double](repeating: 0, count: count)
    var curvature = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var ahead = gradient
    for i in 0..<count {
      var moved = point
      moved[i] = point[i] + probe
      let plus = function(moved)
      moved[i] = point[i] - probe
      let minus = function(moved)
      ahead[i] = plus
      gradient[i] = (plus - minus) / (2 * probe)
      curvature[i][i] = (2 * value - plus - minus) / (probe * probe)
    }
    for i in 0..<count {
      for j in 0..<i {
        var moved = point
        moved[i] += probe
        moved[j] += probe
        let mixed = (ahead[i] + ahead[j] - value - function(moved)) / (probe * probe)
        curvature[i][j] = mixed
        curvature[j][i] = mixed
      }
    }
    let scale = (0..<count).reduce(1e-12) { max($0, abs(curvature[$1][$1])) }
    return Quadratic(gradient: gradient, curvature: curvature, scale: scale)
  }

  /// Solves `(A + damping·1) x = b` by Cholesky; `nil` where the matrix is not positive definite.
  private static func solve(_ matrix: [[Double]], damping: Double, _ right: [Double]) -> [Double]? {
    let count = right.count
    var factor = matrix
    for i in 0..<count {
      for j in 0...i {
        var sum = matrix[i][j] + (i == j ? damping : 0)
        for k in 0..<j { sum -= factor[i][k] * factor[j][k] }
        if i == j {
          guard sum > 1e-14 else { return nil }
          factor[i][i] = sum.squareRoot()
        } else {
          factor[i][j] = sum / factor[j][j]
        }
      }
    }
    var x = right
    for i in 0..<count {
      for k in 0..<i { x[i] -= factor[i][k] * x[k] }
      x[i] /= factor[i][i]
    }
    for i in stride(from: count - 1, through: 0, by: -1) {
      for k in (i + 1)..<max(count, i + 1) { x[i] -= factor[k][i] * x[k] }
      x[i] /= factor[i][i]
    }
    return x
  }
}
