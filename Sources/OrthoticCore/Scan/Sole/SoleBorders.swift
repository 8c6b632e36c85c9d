/// Medial and lateral border of an outline by row: where the silhouette begins and ends across the foot.
struct SoleBorders: Sendable {
  private let firstRow: Double
  private let spacing: Double
  private var medialEdge: [Double]
  private var lateralEdge: [Double]

  /// Rearmost point of the outline.
  let rear: Vector2
  /// Foremost point of the outline.
  let front: Vector2
  /// Whether the outline ends in front with an edge as wide as the forefoot: the scan has no toes.
  private(set) var isToeless = false
  /// Whether the outline ends behind with an edge as wide as the heel: the scan has no heel.
  private(set) var isHeelless = false
  /// Heel to longest toe along y, mm: measured, or estimated from the rest where the toes are missing.
  private(set) var footLength = 0.0

  /// Tabulates the borders every millimetre.
  init(_ outline: Outline) {
    var rear = Vector2(0, .infinity)
    var front = Vector2(0, -.infinity)
    for point in outline.points {
      if point.y < rear.y { rear = point }
      if point.y > front.y { front = point }
    }
    self.rear = Self.centered(outline, rear)
    self.front = Self.centered(outline, front)
    spacing = 1
    firstRow = rear.y.rounded(.up)
    let rows = max(Int(min(front.y - firstRow, 2000)) + 1, 0)
    medialEdge = [Double](repeating: .infinity, count: rows)
    lateralEdge = [Double](repeating: -.infinity, count: rows)
    guard var previous = outline.points.last else { return }
    for point in outline.points {
      let (a, b) = previous.y < point.y ? (previous, point) : (point, previous)
      previous = point
      guard b.y > a.y else { continue }
      var row = max(Int((a.y - firstRow).rounded(.up)), 0)
      while row < rows, firstRow + Double(row) <= b.y {
        let x = a.x + (b.x - a.x) * (firstRow + Double(row) - a.y) / (b.y - a.y)
        medialEdge[row] = min(medialEdge[row], x)
        lateralEdge[row] = max(lateralEdge[row], x)
        row += 1
      }
    }
    footLength = length
    findMissingEnds()
  }

  /// How far from an end its width is taken, mm.
  private static let endDepth = 4.0
  /// Widths of an end, as shares of the ball's and of the heel's width, from which it is an edge: toes span up to half
  /// of the ball, a round heel half of its width.
  private static let edge = (front: 0.62, rear: 0.8)
  /// Shares of the foot's length: widths of heel and ball, places of the most medial and most lateral point of the
  /// ball; means of the real and the parametric feet that this was developed on, each within 8 % of all of them.
  private static let shares = (heelWidth: 0.268, ballWidth: 0.38, medialBall: 0.725, lateralBall: 0.645)

  /// Tells from the widths of the ends whether toes or heel are missing.
  private mutating func findMissingEnds() {
    var heel = 0.0
    var ball = 0.0
    var medial = (x: Double.infinity, y: 0.0)
    var lateral = (x: -Double.infinity, y: 0.0)
    for row in medialEdge.indices where medialEdge[row].isFinite && lateralEdge[row].isFinite {
      let width = lateralEdge[row] - medialEdge[row]
      let y = firstRow + Double(row) - rear.y
      if y < 0.33 * length { heel = max(heel, width) }
      guard y > 0.5 * length else { continue }
      ball = max(ball, width)
      if medialEdge[row] < medial.x { medial = (medialEdge[row], y) }
      if lateralEdge[row] > lateral.x { lateral = (lateralEdge[row], y) }
    }
    func width(atY y: Double) -> Double { borders(atY: y).map { $0.lateral - $0.medial } ?? 0 }
    isToeless = ball > 0 && width(atY: front.y - Self.endDepth) > Self.edge.front * ball
    isHeelless = heel > 0 && width(atY: rear.y + Self.endDepth) > Self.edge.rear * heel
    guard isToeless else { return }
    let shares = Self.shares
    let estimates = [
      heel / shares.heelWidth, ball / shares.ballWidth, medial.y / shares.medialBall, lateral.y / shares.lateralBall,
    ]
    footLength = max(estimates.reduce(0, +) / Double(estimates.count), length)
  }

  /// An end of the outline moved across to the middle of what lies within a millimetre of it: a blunt end has its point
  /// in the middle.
  private static func centered(_ outline: Outline, _ end: Vector2) -> Vector2 {
    let points = outline.points
    guard let index = points.firstIndex(of: end) else { return end }
    var sum = 0.0
    var total = 0.0
    for direction in [1, -1] {
      for offset in (direction > 0 ? 0 : 1)..<points.count {
        let point = points[((index + direction * offset) % points.count + points.count) % points.count]
        let weight = 1 - abs(point.y - end.y)
        guard weight > 0 else { break }
        sum += weight * point.x
        total += weight
      }
    }
    return Vector2(sum / total, end.y)
  }

  /// Length of the outline along y, mm.
  var length: Double { front.y - rear.y }

  /// The borders on a row, or `nil` beyond the ends.
  func borders(atY y: Double) -> (medial: Double, lateral: Double)? {
    let v = (y - firstRow) / spacing
    guard v >= 0, medialEdge.count > 1, v <= Double(medialEdge.count - 1) else { return nil }
    let row = min(Int(v), medialEdge.count - 2)
    let t = v - Double(row)
    let medial = medialEdge[row] * (1 - t) + medialEdge[row + 1] * t
    let lateral = lateralEdge[row] * (1 - t) + lateralEdge[row + 1] * t
    return medial.isFinite && lateral.isFinite ? (medial, lateral) : nil
  }

  /// A place by its shares of length from the heel and of width from the medial border.
  func place(along: Double, across: Double) -> Vector2? {
    let y = rear.y + along * footLength
    guard let (medial, lateral) = borders(atY: y) else { return nil }
    return Vector2(medial + across * (lateral - medial), y)
  }
}
