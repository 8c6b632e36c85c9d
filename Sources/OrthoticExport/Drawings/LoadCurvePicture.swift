import OrthoticCore

/// Force over time, drawn small.
struct LoadCurvePicture: Sendable {
  var curve: [FrameLoad]
  /// Force at the top, N.
  var highest: Double

  /// Draws axes and curve with the upper left corner at a pixel.
  func draw(into picture: inout Picture, at place: Vector2, width: Double, height: Double, text: Double) {
    guard curve.count > 1, highest > 0, width > 10, height > 10, let last = curve.last, last.time > 0 else { return }
    let step = [50.0, 100, 200, 250, 500, 1000, 2000].first { highest / $0 <= 4 } ?? highest
    let top = (highest / step).rounded(.up) * step
    let bottom = place.y + height
    for level in stride(from: 0, through: top, by: step) {
      let y = bottom - height * level / top
      picture.strokeLine([Vector2(place.x, y), Vector2(place.x + width, y)], width: 0.8, level == 0 ? .ink : .pale)
      picture.drawText("\(Int(level)) N", at: Vector2(place.x, y - 0.2 * text), size: 0.8 * text, color: .pale)
    }
    let points = curve.map {
      Vector2(place.x + width * $0.time / last.time, bottom - height * min($0.force / top, 1))
    }
    picture.strokeLine(points, width: 1.6, .signal)
    let duration = (last.time * 100).rounded() / 100
    picture.drawText(
      "\(duration) s", at: Vector2(place.x + width, bottom + 1.3 * text), size: 0.8 * text, alignment: .trailing)
  }
}
