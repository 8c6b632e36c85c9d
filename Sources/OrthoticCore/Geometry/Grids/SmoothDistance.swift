/// Signed distance from the edge of a set of nodes, smooth enough to shape a surface by: negative inside, mm.
///
/// The edge runs half a node outside the outermost nodes. The steps of their grid are taken out by a binomial filter and
/// by cubic B-splines, which follow the nodes' values without passing through them and bend continuously.
struct SmoothDistance {
  private let layout: GridLayout
  private let values: [Double]

  /// Measures the distance at each node; without any node inside it is far outside everywhere.
  init(from inside: [Int], layout: GridLayout) {
    self.layout = layout
    var mask = [Bool](repeating: false, count: layout.count)
    for node in inside { mask[node] = true }
    let nearest = NearestNode(of: mask, layout: layout)
    let furthest = layout.spacing * Double(layout.columns + layout.rows)
    let outside = NearestNode(of: mask.map { !$0 }, layout: layout)
    let distances = mask.indices.map { node in
      let away = (mask[node] ? outside : nearest).source(of: node)?.distance ?? furthest
      return (away - layout.spacing / 2) * (mask[node] ? -1 : 1)
    }
    let along = Self.filtered(distances, lines: layout.rows, length: layout.columns, stride: 1, next: layout.columns)
    values = Self.filtered(along, lines: layout.columns, length: layout.rows, stride: layout.columns, next: 1)
  }

  /// Weights of a node and its neighbours to either side: as smooth as a bell of one node's deviation.
  private static let weights = [1.0 / 16, 4.0 / 16, 6.0 / 16, 4.0 / 16, 1.0 / 16]

  /// Every line filtered, its ends continued by their last value.
  private static func filtered(_ values: [Double], lines: Int, length: Int, stride: Int, next: Int) -> [Double] {
    var answer = values
    for line in 0..<lines {
      let start = line * next
      for index in 0..<length {
        var sum = 0.0
        for (tap, weight) in weights.enumerated() {
          sum += weight * values[start + min(max(index + tap - 2, 0), length - 1) * stride]
        }
        answer[start + index * stride] = sum
      }
    }
    return answer
  }

  /// Distance at a point; beyond the grid that of its border.
  func value(at point: Vector2) -> Double {
    let u = min(max((point.x - layout.origin.x) / layout.spacing, 0), Double(layout.columns - 1))
    let v = min(max((point.y - layout.origin.y) / layout.spacing, 0), Double(layout.rows - 1))
    let column = Int(u)
    let row = Int(v)
    let across = Self.spline(u - Double(column))
    let along = Self.spline(v - Double(row))
    var sum = 0.0
    for (tap, weight) in [along.0, along.1, along.2, along.3].enumerated() {
      let start = min(max(row + tap - 1, 0), layout.rows - 1) * layout.columns
      func at(_ step: Int) -> Double { values[start + min(max(column + step, 0), layout.columns - 1)] }
      sum += weight * (across.0 * at(-1) + across.1 * at(0) + across.2 * at(1) + across.3 * at(2))
    }
    return sum
  }

  /// Weights of the four nodes around a place, given as its share of the way from the second to the third.
  private static func spline(_ t: Double) -> (Double, Double, Double, Double) {
    let s = 1 - t
    return (s * s * s / 6, (4 - 6 * t * t + 3 * t * t * t) / 6, (4 - 6 * s * s + 3 * s * s * s) / 6, t * t * t / 6)
  }
}
