/// Weighted least-squares parabolas and quadratic surfaces around a place.
enum QuadraticFit {
  /// `height + slope·p + ½ (xx·x² + 2 xy·x·y + yy·y²)` with p from the centre of the fit.
  struct Surface: Sendable {
    var height: Double
    var slope: Vector2
    var xx: Double
    var xy: Double
    var yy: Double
  }

  /// Fits the nodes of a grid within a radius, weights `(1 − (d/r)²)²`; `nil` with fewer than 12 nodes.
  static func fitted(to grid: HeightGrid, around center: Vector2, radius: Double) -> Surface? {
    let layout = grid.layout
    guard radius > 0, center.x.isFinite, center.y.isFinite else { return nil }
    let low = (center - layout.origin - Vector2(radius, radius)) * (1 / layout.spacing)
    let high = (center - layout.origin + Vector2(radius, radius)) * (1 / layout.spacing)
    guard high.x >= 0, high.y >= 0, low.x < Double(layout.columns), low.y < Double(layout.rows) else { return nil }
    let firstColumn = max(Int(low.x), 0)
    let lastColumn = min(Int(high.x), layout.columns - 1)
    let firstRow = max(Int(low.y), 0)
    let lastRow = min(Int(high.y), layout.rows - 1)
    guard firstColumn <= lastColumn, firstRow <= lastRow else { return nil }
    var matrix = [Double](repeating: 0, count: 36)
    var right = [Double](repeating: 0, count: 6)
    var count = 0
    for row in firstRow...lastRow {
      for column in firstColumn...lastColumn {
        let z = grid[column, row]
        let x = (layout.x(column) - center.x) / radius
        let y = (layout.y(row) - center.y) / radius
        let keep = 1 - x * x - y * y
        guard keep > 0, !z.isNaN else { continue }
        count += 1
        let terms = (1.0, x, y, x * x / 2, x * y, y * y / 2)
        accumulate(&matrix, &right, terms, z, keep * keep)
      }
    }
    guard count >= 12, let s = SymmetricSystem.solved(&matrix, &right) else { return nil }
    let r2 = radius * radius
    return Surface(
      height: s[0], slope: Vector2(s[1] / radius, s[2] / radius), xx: s[3] / r2, xy: s[4] / r2, yy: s[5] / r2)
  }

  private static func accumulate(
    _ matrix: inout [Double], _ right: inout [Double], _ t: (Double, Double, Double, Double, Double, Double),
    _ value: Double, _ weight: Double
  ) {
    let terms = [t.0, t.1, t.2, t.3, t.4, t.5]
    for i in 0..<6 {
      let wi = weight * terms[i]
      right[i] += wi * value
      for j in 0...i { matrix[i * 6 + j] += wi * terms[j] }
    }
  }

  /// Sums for a weighted parabola `a + b·t + c·t²`.
  struct Line: Sendable {
    private var matrix = [Double](repeating: 0, count: 9)
    private var right = [Double](repeating: 0, count: 3)

    /// Adds a value at t.
    mutating func add(_ t: Double, _ value: Double, weight: Double) {
      let terms = [1, t, t * t]
      for i in 0..<3 {
        right[i] += weight * terms[i] * value
        for j in 0...i { matrix[i * 3 + j] += weight * terms[i] * terms[j] }
      }
    }

    /// The three coefficients.
    func solved() -> (Double, Double, Double)? {
      var m = matrix
      var b = right
      guard let s = SymmetricSystem.solved(&m, &b) else { return nil }
      return (s[0], s[1], s[2])
    }
  }
}
