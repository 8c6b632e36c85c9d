import OrthoticCore

/// A map laid on a scanned sole: the sole's heights with the footprint's outline, and the pressure on the foot.
public struct RegistrationPicture: Sendable {
  /// The foot.
  public var foot: FootShape
  /// The map on it.
  public var registered: RegisteredPressure
  /// Line above the picture.
  public var title: String
  /// Pixels per millimetre.
  public var scale: Double

  /// Creates a picture.
  public init(foot: FootShape, registered: RegisteredPressure, title: String = "", scale: Double = 3) {
    self.foot = foot
    self.registered = registered
    self.title = title
    self.scale = scale
  }

  /// Pressures whose lines are drawn on the sole, shares of the peak: the footprint's border and its hard places.
  private static let levels = [0.02, 0.25, 0.5]
  /// Height at the end of the sole's colours, mm.
  private static let highest = 15.0

  /// Draws it.
  public func drawn() -> Picture {
    let text = max(9, 4 * scale)
    let sole = FootViewport.extent(of: foot.outline, or: foot.plantar, margin: 6)
    let viewport = FootViewport(
      low: sole.low, high: sole.high, scale: scale, origin: Vector2(text, (title.isEmpty ? 3 : 5) * text),
      side: foot.side)
    let map = PressurePicture(
      panels: [.init(title: "pressure on the foot", pressure: registered.pressure)], outline: foot.outline,
      side: foot.side, title: title.isEmpty ? "" : " ", scale: scale
    ).drawn()
    let legend = Vector2(viewport.origin.x + viewport.size.x + text, viewport.origin.y + 2 * text)
    let left = Int(legend.x + 6 * text)
    var picture = Picture(
      width: left + map.width, height: max(map.height, Int(viewport.origin.y + viewport.size.y) + 60))
    picture.drawText(title, at: Vector2(text, 2 * text), size: text)
    picture.drawGrid(
      foot.plantar, in: viewport, style: FootMapStyle(colors: .viridis, range: 0...Self.highest), outline: foot.outline)
    picture.drawOutline(foot.outline, in: viewport, width: max(1, 0.5 * scale), .ink)
    for level in Self.levels {
      for line in registered.pressure.contours(at: level * registered.map.peak) {
        picture.drawOutline(line, in: viewport, width: 3, .white)
        picture.drawOutline(line, in: viewport, width: 1.4, level == Self.levels[0] ? .signal : .ink)
      }
    }
    picture.drawText(
      "footprint on the sole", at: Vector2(viewport.origin.x + viewport.size.x / 2, viewport.origin.y - 0.6 * text),
      size: text,
      alignment: .center)
    ColorLegend(colors: .viridis, range: 0...Self.highest, unit: "mm").draw(
      into: &picture, at: legend, width: 1.5 * text, height: 0.45 * viewport.size.y, text: text)
    picture.paste(map, atX: left, y: 0)
    return picture
  }
}
