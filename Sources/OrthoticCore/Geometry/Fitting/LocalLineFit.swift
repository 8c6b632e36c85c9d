/// Sums for a weighted least-squares line.
struct LocalLineFit: Sendable {
  private var weight = 0.0
  private var t = 0.0
  private var value = 0.0
  private var tt = 0.0
  private var tv = 0.0

  /// Adds a value at t.
  mutating func add(_ t: Double, _ value: Double, weight w: Double) {
    weight += w
    self.t += w * t
    self.value += w * value
    tt += w * t * t
    tv += w * t * value
  }

  /// Slope of the line, or `nil` where the values lie at one place.
  var slope: Double? {
    let spread = weight * tt - t * t
    return spread > 1e-9 ? (weight * tv - t * value) / spread : nil
  }
}
