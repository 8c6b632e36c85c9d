import OrthoticCore

/// Recordings side by side, as they lie on their sensors: peak picture, regions, centre of pressure and load curve.
///
/// Usually the steps of a walk, or both feet; all in one range of colours.
public struct RecordingPicture: Sendable {
  /// One recording with its heading.
  public struct Panel: Sendable {
    /// Heading, such as `step 3, left`.
    public var title: String
    /// The step or foot, heel first.
    public var recording: PressureRecording
    /// How it lies on the foot; `nil` draws no regions.
    public var frame: FootprintFrame?

    /// Creates a panel.
    public init(title: String, recording: PressureRecording, frame: FootprintFrame? = nil) {
      self.title = title
      self.recording = recording
      self.frame = frame
    }
  }

  /// The recordings in the order of reading.
  public var panels: [Panel]
  /// Line above the picture.
  public var title: String

  /// Creates a picture.
  public init(panels: [Panel], title: String = "") {
    self.panels = panels
    self.title = title
  }

  /// Most panels side by side.
  private static let mostInARow = 9
  /// Spacing of the drawn grid, mm.
  private static let spacing = 1.5

  /// Draws it; one white pixel where there is no panel.
  public func drawn() -> Picture {
    guard !panels.isEmpty else { return Picture(width: 1, height: 1) }
    let pictures = panels.map(\.recording.peakPicture)
    // One panel stands large, many stand small.
    let scale = panels.count == 1 ? 3.0 : panels.count <= 4 ? 2 : 1.3
    let text = max(9, 4 * scale)
    let columns = min(panels.count, Self.mostInARow)
    let rows = (panels.count + columns - 1) / columns
    let width = pictures.map { Double($0.columns + 2) * $0.cellWidth }.reduce(0, max) * scale + text
    let height = pictures.map { Double($0.rows + 2) * $0.cellLength }.reduce(0, max) * scale
    let hasCurve = panels.contains { $0.recording.kind == .frames && $0.recording.frameCount > 1 }
    let curve = hasCurve ? 9 * text : 0
    let top = (title.isEmpty ? 1 : 3.5) * text
    let pitch = height + curve + 4 * text
    let highest = pictures.map(\.peak).reduce(0, max)
    let range = 0...max((highest / 50).rounded(.up) * 50, 50)
    let force = panels.flatMap(\.recording.forces).reduce(0, max)
    var picture = Picture(
      width: Int(min(text + Double(columns) * width + 7 * text, 20_000)),
      height: Int(min(top + Double(rows) * pitch + 2 * text, 20_000)))
    picture.drawText(title, at: Vector2(text, 2 * text), size: text)
    for (number, panel) in panels.enumerated() {
      let corner = Vector2(text + Double(number % columns) * width, top + Double(number / columns) * pitch + 2 * text)
      picture.drawText(panel.title, at: corner - Vector2(0, 0.5 * text), size: 0.85 * text)
      let size = Vector2(width - text, height)
      draw(panel, pictures[number], into: &picture, at: corner, size: size, scale: scale, range: range)
      let below = corner + Vector2(0, height + text)
      LoadCurvePicture(curve: panel.recording.loadCurve, highest: force)
        .draw(into: &picture, at: below, width: width - 2 * text, height: curve - 3 * text, text: 0.7 * text)
    }
    let legend = Vector2(text + Double(columns) * width + text, top + 4 * text)
    ColorLegend(colors: .plasma, range: range, unit: "kPa").draw(
      into: &picture, at: legend, width: 1.5 * text, height: 0.6 * height, text: text)
    picture.drawScaleBar(at: Vector2(text, top + Double(rows) * pitch), scale: scale, text: 0.8 * text)
    return picture
  }

  private func draw(
    _ panel: Panel, _ map: PressureMap, into picture: inout Picture, at corner: Vector2, size: Vector2, scale: Double,
    range: ClosedRange<Double>
  ) {
    let grid = map.sampled(spacing: Self.spacing)
    let low = grid.layout.origin
    let high = low + size * (1 / scale)
    // The picture is as measured, seen from above: nothing is mirrored.
    let viewport = FootViewport(low: low, high: high, scale: scale, origin: corner, side: .right)
    picture.drawGrid(
      grid, in: viewport, style: FootMapStyle(colors: .plasma, range: range, fade: 0.04 * range.upperBound))
    if let foot = panel.frame {
      drawRegions(FootprintRegions(map, frame: foot), grid, into: &picture, viewport: viewport)
    }
    for path in Self.paths(panel.recording.loadCurve) {
      let pixels = path.map { viewport.pixel($0) }
      picture.strokeLine(pixels, width: 3, .white)
      picture.strokeLine(pixels, width: 1.2, .ink)
      if let first = pixels.first { picture.fillDisc(center: first, radius: 2.5, .ink) }
    }
  }

  /// The way of the centre of pressure from touch-down to lift-off, one for each stride of an insole.
  static func paths(_ curve: [FrameLoad]) -> [[Vector2]] {
    // Below a twentieth of the highest force the foot is coming or going, or the shoe presses on it in the air.
    let least = curve.map(\.force).reduce(0, max) / 20
    var paths: [[Vector2]] = []
    var path: [Vector2] = []
    for load in curve {
      if load.force >= least, let center = load.centerOfPressure {
        path.append(center)
      } else {
        if path.count > 1 { paths.append(path) }
        path = []
      }
    }
    if path.count > 1 { paths.append(path) }
    return paths
  }

  /// A line where neighbouring nodes belong to different regions, on and near the footprint.
  private func drawRegions(
    _ regions: FootprintRegions, _ grid: HeightGrid, into picture: inout Picture, viewport: FootViewport
  ) {
    let layout = grid.layout
    let names = (0..<layout.count).map { regions.region(at: layout.position($0)) }
    func isLoaded(_ index: Int) -> Bool { grid.values[index] > 0 }
    for row in 0..<layout.rows - 1 {
      for column in 0..<layout.columns - 1 {
        let here = layout.index(column, row)
        let half = layout.spacing / 2
        let place = layout.position(here)
        for (next, a, b) in [
          (here + 1, Vector2(half, -half), Vector2(half, half)),
          (here + layout.columns, Vector2(-half, half), Vector2(half, half)),
        ] where names[here] != names[next] && (isLoaded(here) || isLoaded(next)) {
          picture.strokeLine([viewport.pixel(place + a), viewport.pixel(place + b)], width: 1, .pale)
        }
      }
    }
  }
}
