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

  /// Tabulates the borders every millimetre.
  init(_ outline: Outline) {
    var rear = Vector2(0, .infinity)
    var front = Vector2(0, -.infinity)
    for point in outline.points {
      if point.y < rear.y { rear = point }
      if point.y > front.y { front = point }
    }
    self.rear = rear
    self.front = front
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
  }

  /// Length along y, mm.
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
    let y = rear.y + along * length
    guard let (medial, lateral) = borders(atY: y) else { return nil }
    return Vector2(medial + across * (lateral - medial), y)
  }
}
