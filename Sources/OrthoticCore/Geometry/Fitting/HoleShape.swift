/// The bowl or dome that the field around a hole suggests for it: `a quadratic surface + c · r⁴`, fitted to what is
/// known around the hole.
///
/// A plate alone continues height and slope across a hole. With the bowl taken off first, it also follows how the
/// curvature changes: of a sphere's hole half as much error is left.
struct HoleShape {
  private let layout: GridLayout
  private let center: Vector2
  private let radius: Double
  private var terms: [Double]

  /// How far around a hole is looked at: a share of its radius, and mm more.
  private static let reach = (share: 1.3, more: 6.0)
  private static let count = 7

  /// Fits the known nodes around a hole; `nil` where they do not say enough.
  init?(around hole: [Int], values: [Double], layout: GridLayout) {
    var sum = Vector2.zero
    for node in hole { sum = sum + layout.position(node) }
    let center = sum * (1 / Double(max(hole.count, 1)))
    let extent = hole.reduce(0) { max($0, (layout.position($1) - center).length) }
    let radius = Self.reach.share * extent + Self.reach.more
    self.layout = layout
    self.center = center
    self.radius = radius
    let n = Self.count
    var matrix = [Double](repeating: 0, count: n * n)
    var right = [Double](repeating: 0, count: n)
    let low = (center - layout.origin - Vector2(radius, radius)) * (1 / layout.spacing)
    let high = (center - layout.origin + Vector2(radius, radius)) * (1 / layout.spacing)
    let rows = max(Int(low.y), 0)...max(min(Int(high.y), layout.rows - 1), max(Int(low.y), 0))
    let columns = max(Int(low.x), 0)...max(min(Int(high.x), layout.columns - 1), max(Int(low.x), 0))
    for row in rows where row < layout.rows {
      for column in columns where column < layout.columns {
        let node = layout.index(column, row)
        let p = (layout.position(node) - center) * (1 / radius)
        let keep = 1 - p.dot(p)
        guard keep > 0, !values[node].isNaN else { continue }
        let basis = Self.basis(p)
        for i in 0..<n {
          let weighted = keep * keep * basis[i]
          right[i] += weighted * values[node]
          for j in 0...i { matrix[i * n + j] += weighted * basis[j] }
        }
      }
    }
    guard let solved = SymmetricSystem.solved(&matrix, &right, least: 1e-10) else { return nil }
    terms = solved
  }

  /// Height of the bowl over a node.
  func height(at node: Int) -> Double {
    let basis = Self.basis((layout.position(node) - center) * (1 / radius))
    var sum = 0.0
    for i in 0..<Self.count { sum += terms[i] * basis[i] }
    return sum
  }

  private static func basis(_ p: Vector2) -> [Double] {
    let square = p.dot(p)
    return [1, p.x, p.y, p.x * p.x, p.x * p.y, p.y * p.y, square * square]
  }
}
