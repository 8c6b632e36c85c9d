import OrthoticCore

extension PressurePicture {
  /// Bands of colour between no pressure and the highest.
  private static let bands = 24

  /// The same picture as an SVG: bands of equal pressure as shapes, sharp at any size.
  public var svg: String {
    guard let first = panels.first else { return SVGDrawing(width: 1, height: 1, title: "").text }
    let text = 4 * scale
    let (low, high) = FootViewport.extent(of: outline, or: first.pressure, margin: 5)
    let top = (title.isEmpty ? 3 : 5) * text
    let step = (high.x - low.x) * scale + text
    let viewports = panels.indices.map { index in
      FootViewport(low: low, high: high, scale: scale, origin: Vector2(text + Double(index) * step, top), side: side)
    }
    let size = viewports[0].size
    let legend = Vector2(text + Double(panels.count) * step, top + 2 * text)
    var drawing = SVGDrawing(
      width: legend.x + 6.5 * text, height: top + size.y + 3.5 * text,
      title: (title.isEmpty ? "" : title + ": ") + "plantar pressure " + panels.map(\.title).joined(separator: ", "))
    let peak = panels.flatMap(\.pressure.values).reduce(0) { $1 > $0 && $1.isFinite ? $1 : $0 }
    let end = highest ?? max((peak / 50).rounded(.up) * 50, 50)
    drawing.text(title, at: Vector2(text, 2 * text), size: 1.3 * text)
    let places = first.pressure.peaks(apart: 22)
    for (panel, viewport) in zip(panels, viewports) {
      draw(panel, into: &drawing, viewport: viewport, end: end, text: text)
      for found in panel.peaks ?? places.map({ panel.pressure.highest(within: 11, of: $0) }) {
        let pixel = viewport.pixel(found.place)
        drawing.text(
          "\(Int(min(found.value, 1e6).rounded()))", at: Vector2(pixel.x, pixel.y + 0.35 * text), size: text,
          anchor: "middle", halo: true)
      }
    }
    drawLegend(into: &drawing, at: legend, height: 0.45 * size.y, end: end, text: text)
    let bar = Vector2(2 * text, top + size.y + text)
    drawing.stroke([[bar, bar + Vector2(50 * scale, 0)]], .ink, width: 1.5, closed: false)
    drawing.text("50 mm", at: bar + Vector2(25 * scale, 1.4 * text), size: text, anchor: "middle")
    return drawing.text
  }

  private func draw(_ panel: Panel, into drawing: inout SVGDrawing, viewport: FootViewport, end: Double, text: Double) {
    func lines(_ outlines: [Outline]) -> [[Vector2]] { outlines.map { $0.points.map { viewport.pixel($0) } } }
    if let outline { drawing.fill(lines([outline]), Color(0xEEF0F2)) }
    for band in 0..<Self.bands {
      let level = max(end * Double(band) / Double(Self.bands), 2)
      let middle = end * (Double(band) + 0.5) / Double(Self.bands)
      drawing.fill(
        lines(panel.pressure.contours(at: level)), ColorMap.plasma.color(at: middle / end),
        opacity: min(middle / Self.fade, 1))
    }
    if let threshold { drawing.stroke(lines(panel.pressure.contours(at: threshold)), .white, width: 2) }
    if let outline { drawing.stroke(lines([outline]), .ink, width: max(1, 0.5 * scale)) }
    drawing.stroke(lines(zones), .white, width: scale + 2)
    drawing.stroke(lines(zones), .ink, width: scale)
    let middle = viewport.origin.x + viewport.size.x / 2
    drawing.text(panel.title, at: Vector2(middle, viewport.origin.y - 0.6 * text), size: 1.2 * text, anchor: "middle")
  }

  private func drawLegend(into drawing: inout SVGDrawing, at place: Vector2, height: Double, end: Double, text: Double)
  {
    for band in 0..<Self.bands {
      let share = Double(band) / Double(Self.bands)
      let step = height / Double(Self.bands)
      let y = place.y + height * (1 - share) - step
      let corners = [(0.0, 0.0), (1.5 * text, 0), (1.5 * text, step + 0.5), (0, step + 0.5)]
      drawing.fill(
        [corners.map { place + Vector2($0.0, $0.1 + y - place.y) }],
        ColorMap.plasma.color(at: share + 0.5 / Double(Self.bands)))
    }
    for value in ColorLegend(colors: .plasma, range: 0...end, unit: "kPa").ticks {
      drawing.text(
        "\(Int(value.rounded()))", at: place + Vector2(2 * text, height * (1 - value / end) + 0.35 * text), size: text)
    }
    drawing.text("kPa", at: place - Vector2(0, 0.9 * text), size: text)
  }
}
