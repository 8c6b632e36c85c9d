/// Columns side by side under a sole, as the search for balance asks them.
protocol ColumnField {
  /// Whether nothing can come into contact.
  var isEmpty: Bool { get }
  /// Radius of gyration of the columns about the centre of pressure, mm: tilts times this are mm.
  var lever: Double { get }
  /// Thickness of the thickest tissue, mm.
  var thickestTissue: Double { get }

  /// Highest overclosure at a tilt without settling, mm.
  func deepest(slope: Vector2) -> Double
  /// What the columns carry at a pose; they keep their states, which are the next call's guesses.
  mutating func sums(settling: Double, slope: Vector2) -> ColumnSums
  /// Pressure at each node at the pose last tried, kPa.
  func pressure(count: Int) -> [Double]
}

/// Sums over columns: pressures, their moments about the centre of pressure, and the derivatives of both, all before they
/// are multiplied by a column's area.
struct ColumnSums {
  /// Σ p, kPa.
  var force = 0.0
  /// Σ p·x and Σ p·y, kPa·mm.
  var moment = Vector2.zero
  /// Σ k, kPa/mm, for the derivative k of each pressure by the overclosure.
  var k00 = 0.0
  /// Σ k·x and Σ k·y.
  var k01 = 0.0
  var k02 = 0.0
  /// Σ k·x², Σ k·x·y and Σ k·y².
  var k11 = 0.0
  var k12 = 0.0
  var k22 = 0.0

  /// The same sums about another point.
  func about(_ center: Vector2) -> ColumnSums {
    var other = self
    other.moment = moment - center * force
    other.k01 = k01 - center.x * k00
    other.k02 = k02 - center.y * k00
    other.k11 = k11 - center.x * (2 * k01 - center.x * k00)
    other.k12 = k12 - center.x * k02 - center.y * k01 + center.x * center.y * k00
    other.k22 = k22 - center.y * (2 * k02 - center.y * k00)
    return other
  }
}
