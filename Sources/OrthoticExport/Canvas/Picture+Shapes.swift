import OrthoticCore

extension Picture {
  /// Fills an upright rectangle given in pixels, its edges smoothed.
  mutating func fillRectangle(x: Double, y: Double, width: Double, height: Double, _ color: Color) {
    guard width > 0, height > 0 else { return }
    for row in clipped(y, y + height, to: self.height) {
      let down = min(y + height, Double(row + 1)) - max(y, Double(row))
      for column in clipped(x, x + width, to: self.width) {
        let across = min(x + width, Double(column + 1)) - max(x, Double(column))
        blend(color, atX: column, y: row, coverage: across * down)
      }
    }
  }

  /// Fills a polygon given in pixels (even–odd rule), its edges smoothed by four lines per pixel.
  mutating func fillPolygon(_ points: [Vector2], _ color: Color) {
    guard points.count > 2, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    let low = points.map(\.y).min() ?? 0
    let high = points.map(\.y).max() ?? 0
    let lines = 4
    var coverage = [Double](repeating: 0, count: width)
    for row in clipped(low, high, to: height) {
      for index in coverage.indices { coverage[index] = 0 }
      for line in 0..<lines {
        let y = Double(row) + (Double(line) + 0.5) / Double(lines)
        let cuts = crossings(points, atY: y)
        for pair in stride(from: 0, to: cuts.count - 1, by: 2) {
          for column in clipped(cuts[pair], cuts[pair + 1], to: width) {
            let span = min(cuts[pair + 1], Double(column + 1)) - max(cuts[pair], Double(column))
            coverage[column] += span / Double(lines)
          }
        }
      }
      for column in 0..<width where coverage[column] > 0 {
        blend(color, atX: column, y: row, coverage: coverage[column])
      }
    }
  }

  /// Draws a line through points given in pixels, with round joints and ends.
  mutating func strokeLine(_ points: [Vector2], width: Double, closed: Bool = false, _ color: Color) {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
    guard let first = finite.first, let last = finite.last else { return }
    let path = closed ? finite + [first] : (finite.count == 1 ? finite + [last] : finite)
    let reach = width / 2 + 1
    let rows = clipped((finite.map(\.y).min() ?? 0) - reach, (finite.map(\.y).max() ?? 0) + reach, to: height)
    let columns = clipped((finite.map(\.x).min() ?? 0) - reach, (finite.map(\.x).max() ?? 0) + reach, to: self.width)
    guard !rows.isEmpty, !columns.isEmpty else { return }
    // The nearest segment decides a pixel, so that joints are not painted twice.
    var nearest = [Double](repeating: .infinity, count: rows.count * columns.count)
    for (a, b) in zip(path, path.dropFirst()) {
      let span = b - a
      let square = span.dot(span)
      for y in clipped(min(a.y, b.y) - reach, max(a.y, b.y) + reach, to: height) {
        for x in clipped(min(a.x, b.x) - reach, max(a.x, b.x) + reach, to: self.width) {
          let offset = Vector2(Double(x) + 0.5, Double(y) + 0.5) - a
          let t = square > 0 ? min(max(offset.dot(span) / square, 0), 1) : 0
          let index = (y - rows.lowerBound) * columns.count + x - columns.lowerBound
          nearest[index] = min(nearest[index], (offset - span * t).length)
        }
      }
    }
    for index in nearest.indices where nearest[index] < reach {
      blend(
        color, atX: columns.lowerBound + index % columns.count, y: rows.lowerBound + index / columns.count,
        coverage: min(width / 2 + 0.5 - nearest[index], min(width, 1)))
    }
  }

  /// Fills a disc given in pixels.
  mutating func fillDisc(center: Vector2, radius: Double, _ color: Color) {
    strokeLine([center], width: 2 * radius, color)
  }

  /// Draws a circle given in pixels.
  mutating func strokeCircle(center: Vector2, radius: Double, width: Double, _ color: Color) {
    let reach = radius + width
    for y in clipped(center.y - reach, center.y + reach, to: height) {
      for x in clipped(center.x - reach, center.x + reach, to: self.width) {
        let distance = abs((Vector2(Double(x) + 0.5, Double(y) + 0.5) - center).length - radius)
        blend(color, atX: x, y: y, coverage: min(width / 2 + 0.5 - distance, 1))
      }
    }
  }

  /// Whole pixels that a span touches, inside the picture.
  private func clipped(_ low: Double, _ high: Double, to count: Int) -> Range<Int> {
    guard low.isFinite, high.isFinite, high > 0, low < Double(count) else { return 0..<0 }
    let first = Int(max(low, 0))
    let end = Int(min(high, Double(count)).rounded(.up))
    return first..<max(first, min(end, count))
  }

  private func crossings(_ points: [Vector2], atY y: Double) -> [Double] {
    var cuts: [Double] = []
    var previous = points[points.count - 1]
    for point in points {
      if (point.y > y) != (previous.y > y) {
        cuts.append(previous.x + (y - previous.y) / (point.y - previous.y) * (point.x - previous.x))
      }
      previous = point
    }
    return cuts.sorted()
  }
}
