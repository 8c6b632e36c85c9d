import OrthoticCore

/// Pressure maps of one foot side by side on its outline, in one range of colours: usually before and after.
public struct PressurePicture: Sendable {
  /// One map with its heading.
  public struct Panel: Sendable {
    /// Heading, such as `before`.
    public var title: String
    /// Pressures in the canonical viewport, kPa; 0 or `nan` where there is none.
    public var pressure: HeightGrid
    /// Numbers to write and where, kPa; `nil` writes the grid's own highest places.
    var peaks: [(place: Vector2, value: Double)]?

    /// Creates a panel.
    public init(title: String, pressure: HeightGrid) {
      self.title = title
      self.pressure = pressure
    }
  }

  /// Pressures up to here fade into the foot's own colour, kPa: sensors are vague there.
  static let fade = 25.0

  /// The maps, left to right.
  public var panels: [Panel]
  /// Silhouette of the foot.
  public var outline: Outline?
  /// Borders of the offloading zones, drawn on every panel.
  public var zones: [Outline]
  /// Pressure drawn as a strong line, such as the offloading threshold, kPa.
  public var threshold: Double?
  /// Which foot it is: a left one is drawn as a left one.
  public var side: Side
  /// Line above the picture.
  public var title: String
  /// Pixels per millimetre.
  public var scale: Double
  /// Pressure at the end of the colours, kPa; `nil` takes the highest of all panels.
  public var highest: Double?

  /// Creates the picture of a comparison.
  public init(
    panels: [Panel], outline: Outline? = nil, zones: [Outline] = [], threshold: Double? = nil, side: Side = .right,
    title: String = "", scale: Double = 3, highest: Double? = nil
  ) {
    self.panels = panels
    self.outline = outline
    self.zones = zones
    self.threshold = threshold
    self.side = side
    self.title = title
    self.scale = scale
    self.highest = highest
  }

  /// The pressure before and after.
  public init(
    before: HeightGrid, after: HeightGrid, outline: Outline? = nil, zones: [Outline] = [], threshold: Double? = nil,
    side: Side = .right, title: String = "", scale: Double = 3
  ) {
    self.init(
      panels: [Panel(title: "before", pressure: before), Panel(title: "after (predicted)", pressure: after)],
      outline: outline, zones: zones, threshold: threshold, side: side, title: title, scale: scale)
  }

  /// Draws it; a picture of one white pixel where there is no panel.
  public func drawn() -> Picture {
    guard let first = panels.first else { return Picture(width: 1, height: 1) }
    let text = max(9, 4 * scale)
    let (low, high) = FootViewport.extent(of: outline, or: first.pressure, margin: 5)
    let top = (title.isEmpty ? 3 : 5) * text
    let viewports = panels.indices.map { index in
      FootViewport(
        low: low, high: high, scale: scale,
        origin: Vector2(text + Double(index) * ((high.x - low.x) * scale + text), top),
        side: side)
    }
    let size = viewports[0].size
    let legendX = viewports[viewports.count - 1].origin.x + size.x + text
    var picture = Picture(width: Int(legendX + 6.5 * text), height: Int(top + size.y + 3.5 * text))
    let peak = panels.flatMap(\.pressure.values).reduce(0) { $1 > $0 && $1.isFinite ? $1 : $0 }
    let range = 0...(highest ?? max((peak / 50).rounded(.up) * 50, 50))
    picture.drawText(title, at: Vector2(text, 2 * text), size: text)
    // The same places everywhere, so that their numbers can be compared.
    let places = first.pressure.peaks(apart: 22)
    for (panel, viewport) in zip(panels, viewports) {
      draw(panel, into: &picture, viewport: viewport, range: range, text: text)
      drawPeaks(
        panel.peaks ?? places.map { panel.pressure.highest(within: 11, of: $0) }, into: &picture, viewport: viewport,
        text: text)
    }
    ColorLegend(colors: .plasma, range: range, unit: "kPa").draw(
      into: &picture, at: Vector2(legendX, top + 2 * text), width: 1.5 * text, height: 0.45 * size.y, text: text)
    picture.drawScaleBar(at: Vector2(2 * text, top + size.y + text), scale: scale, text: text)
    var key: [String] = []
    if let threshold { key.append("white line \(Int(threshold.rounded())) kPa") }
    if !zones.isEmpty { key.append("dark line offloading zone") }
    picture.drawText(
      key.joined(separator: ", "), at: Vector2(legendX - text, top + size.y + 2.7 * text), size: 0.85 * text,
      alignment: .trailing)
    return picture
  }

  private func draw(
    _ panel: Panel, into picture: inout Picture, viewport: FootViewport, range: ClosedRange<Double>, text: Double
  ) {
    if let outline { picture.fillPolygon(outline.points.map { viewport.pixel($0) }, Color(0xEEF0F2)) }
    picture.drawGrid(
      panel.pressure, in: viewport,
      style: FootMapStyle(colors: .plasma, range: range, fade: Self.fade, contour: 50, threshold: threshold))
    if let outline { picture.drawOutline(outline, in: viewport, width: max(1, 0.5 * scale), .ink) }
    for zone in zones {
      picture.drawOutline(zone, in: viewport, width: scale + 2, .white)
      picture.drawOutline(zone, in: viewport, width: scale, .ink)
    }
    let middle = viewport.origin.x + viewport.size.x / 2
    picture.drawText(panel.title, at: Vector2(middle, viewport.origin.y - 0.6 * text), size: text, alignment: .center)
  }

  private func drawPeaks(
    _ peaks: [(place: Vector2, value: Double)], into picture: inout Picture, viewport: FootViewport, text: Double
  ) {
    for peak in peaks where peak.value > 0 {
      let pixel = viewport.pixel(peak.place)
      picture.fillDisc(center: pixel, radius: 0.22 * text, .white)
      picture.fillDisc(center: pixel, radius: 0.12 * text, .ink)
      picture.drawText(
        "\(Int(peak.value.rounded()))", at: pixel - Vector2(0, 0.5 * text), size: 0.8 * text, alignment: .center,
        color: .ink, halo: .white)
    }
  }
}
