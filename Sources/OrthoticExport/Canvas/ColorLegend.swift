import OrthoticCore

/// An upright bar of colours with numbers beside it.
struct ColorLegend: Sendable {
  var colors: ColorMap
  var range: ClosedRange<Double>
  /// Unit written above the bar.
  var unit: String

  /// Draws the bar with its upper left corner at a pixel.
  func draw(into picture: inout Picture, at place: Vector2, width: Double, height: Double, text: Double) {
    for row in 0..<Int(height) {
      let share = 1 - (Double(row) + 0.5) / height
      picture.fillRectangle(x: place.x, y: place.y + Double(row), width: width, height: 1, colors.color(at: share))
    }
    for value in ticks {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      let y = place.y + height * (1 - share)
      picture.strokeLine(
        [Vector2(place.x + width, y), Vector2(place.x + width + text * 0.4, y)], width: 1.2, .ink)
      picture.drawText(
        "\(Int(value.rounded()))", at: Vector2(place.x + width + text * 0.8, y + text * 0.42), size: text * 0.85)
    }
    picture.drawText(unit, at: Vector2(place.x, place.y - text * 0.9), size: text * 0.85)
  }

  /// Round numbers, four to nine of them.
  var ticks: [Double] {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite else { return [range.lowerBound] }
    let step = [1.0, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000].first { span / $0 <= 8 } ?? span
    let first = (range.lowerBound / step).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard last - first < 100 else { return [range.lowerBound, range.upperBound] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }
}
