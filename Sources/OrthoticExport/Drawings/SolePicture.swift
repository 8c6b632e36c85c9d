import OrthoticCore

/// The sole seen from above through the foot: heights as colours, outline, landmarks, scale and legend.
public struct SolePicture: Sendable {
  /// Heights above the ground, mm; `nan` outside.
  public var plantar: HeightGrid
  /// Silhouette, drawn as a line.
  public var outline: Outline?
  /// Named places, drawn with their names.
  public var landmarks: Landmarks?
  /// Nodes of `plantar` that were filled rather than seen are hatched; empty for none.
  public var filled: [Bool]
  /// Which foot it is: a left one is drawn as a left one.
  public var side: Side
  /// Line above the picture.
  public var title: String
  /// Pixels per millimetre.
  public var scale: Double
  /// Height at the end of the colours, mm.
  public var highest: Double

  /// Creates the picture of a sole.
  public init(
    plantar: HeightGrid, outline: Outline? = nil, landmarks: Landmarks? = nil, filled: [Bool] = [],
    side: Side = .right, title: String = "", scale: Double = 3, highest: Double = 25
  ) {
    self.plantar = plantar
    self.outline = outline
    self.landmarks = landmarks
    self.filled = filled
    self.side = side
    self.title = title
    self.scale = scale
    self.highest = highest
  }

  /// The picture of a foot shape.
  public init(_ foot: FootShape, title: String = "", scale: Double = 3) {
    self.init(
      plantar: foot.plantar, outline: foot.outline, landmarks: foot.landmarks, filled: foot.filled, side: foot.side,
      title: title, scale: scale)
  }

  /// Draws it.
  public func drawn() -> Picture {
    let text = max(9, 4 * scale)
    let (low, high) = FootViewport.extent(of: outline, or: plantar, margin: 9)
    let viewport = FootViewport(low: low, high: high, scale: scale, origin: Vector2(text, 3.5 * text), side: side)
    let legendX = viewport.origin.x + viewport.size.x + text
    var picture = Picture(
      width: Int(legendX + 6.5 * text), height: Int(viewport.origin.y + viewport.size.y + 3.5 * text))
    picture.drawGrid(
      plantar, in: viewport, style: FootMapStyle(colors: .viridis, range: 0...highest, contour: highest / 10),
      outline: outline)
    drawFilled(into: &picture, viewport: viewport)
    if let outline { picture.drawOutline(outline, in: viewport, width: max(1, 0.5 * scale), .ink) }
    if let landmarks { drawLandmarks(landmarks, into: &picture, viewport: viewport, text: text) }
    picture.drawText(title, at: Vector2(viewport.origin.x, 2 * text), size: text)
    ColorLegend(colors: .viridis, range: 0...highest, unit: "mm").draw(
      into: &picture, at: Vector2(legendX, viewport.origin.y + 2 * text), width: 1.5 * text,
      height: 0.45 * viewport.size.y,
      text: text)
    picture.drawScaleBar(
      at: Vector2(viewport.origin.x + text, viewport.origin.y + viewport.size.y + text), scale: scale,
      text: text)
    return picture
  }

  private func drawFilled(into picture: inout Picture, viewport: FootViewport) {
    guard filled.count == plantar.values.count else { return }
    let layout = plantar.layout
    for row in 0..<Int(viewport.size.y) {
      for column in 0..<Int(viewport.size.x) where (row + column) % 6 < 2 {
        let pixel = Vector2(viewport.origin.x + Double(column) + 0.5, viewport.origin.y + Double(row) + 0.5)
        let point = viewport.point(pixel)
        let u = ((point.x - layout.origin.x) / layout.spacing).rounded()
        let v = ((point.y - layout.origin.y) / layout.spacing).rounded()
        guard u >= 0, v >= 0, u < Double(layout.columns), v < Double(layout.rows) else { continue }
        if filled[layout.index(Int(u), Int(v))] {
          picture.blend(.white, atX: Int(pixel.x), y: Int(pixel.y), coverage: 0.7)
        }
      }
    }
  }

  private func drawLandmarks(_ marks: Landmarks, into picture: inout Picture, viewport: FootViewport, text: Double) {
    let named: [(String, Landmark?)] = [
      ("heel", marks.heel), ("heel centre", marks.heelCenter), ("MT1", marks.mt1), ("MT5", marks.mt5),
      ("hallux", marks.hallux), ("toe tip", marks.toeTip), ("arch apex", marks.archApex),
    ]
    let head = [marks.mt1, marks.mt5].map { viewport.pixel($0.position.xy) }
    picture.strokeLine(head, width: 1.2, .white)
    for (name, mark) in named {
      guard let mark else { continue }
      let pixel = viewport.pixel(mark.position.xy)
      // Hollow where the place rests on a prior more than on the shape.
      picture.fillDisc(center: pixel, radius: text * 0.42, .white)
      picture.fillDisc(center: pixel, radius: text * 0.28, mark.confidence < 0.5 ? .white : .signal)
      picture.strokeCircle(center: pixel, radius: text * 0.42, width: 1.2, .ink)
      let left = pixel.x > viewport.origin.x + 0.55 * viewport.size.x
      let beside = Vector2(left ? -0.8 : 0.8, name == "toe tip" ? -0.5 : name == "heel" ? 1.3 : 0.4) * text
      picture.drawText(
        name, at: pixel + beside, size: text * 0.8, alignment: left ? .trailing : .leading, color: .ink,
        halo: .white)
    }
  }
}
