import OrthoticCore

/// Pressure before and after as lines of text: colours where the terminal has them, letters where it has none.
///
/// With colours a character holds two square pixels, one above the other (`▀`).
package struct TerminalPreview: Sendable {
  /// What a terminal can show.
  package enum Capability: Sendable, CaseIterable {
    /// 24-bit colours.
    case trueColor
    /// The 256 colours of xterm.
    case palette
    /// Characters alone.
    case plain
  }

  /// Maps with their headings, left to right.
  package var panels: [PressurePicture.Panel]
  /// Silhouette of the foot.
  package var outline: Outline
  /// Which foot it is: a left one is drawn as a left one.
  package var side: Side
  /// Pressure at the end of the colours, kPa.
  package var highest: Double

  private static let gap = 4
  private static let widest = 34
  /// Characters from no pressure to the highest.
  private static let ramp: [Character] = Array(".:-=+*#%@")
  private static let unloaded = Color(0x5A6068)

  /// Creates the preview of a design.
  package init(_ design: DesignResult) {
    let prediction = design.prediction
    panels = [
      PressurePicture.Panel(title: "before", pressure: prediction.before),
      PressurePicture.Panel(title: "after (predicted)", pressure: prediction.after),
    ]
    outline = design.foot.outline
    side = design.foot.side
    let peak = panels.flatMap(\.pressure.values).reduce(0) { $1 > $0 && $1.isFinite ? $1 : $0 }
    highest = max((peak / 50).rounded(.up) * 50, 50)
  }

  /// The lines for a terminal of some columns, each ending with a line feed.
  package func text(columns: Int, capability: Capability) -> String {
    let room = (max(columns, 24) - Self.gap * (panels.count - 1)) / max(panels.count, 1)
    let width = min(max(room, 8), Self.widest)
    let (low, high) = FootViewport.extent(of: outline, or: panels[0].pressure, margin: 3)
    let viewport = FootViewport(
      low: low, high: high, scale: Double(width) / (high.x - low.x), origin: .zero, side: side)
    let lines = Int((viewport.size.y / 2).rounded(.up))
    let between = String(repeating: " ", count: Self.gap)
    let heads = panels.map { panel in
      let title = panel.title.prefix(width)
      return title + String(repeating: " ", count: width - title.count)
    }
    var rows = [heads.joined(separator: between)]
    for line in 0..<lines {
      let cells = panels.map { row(of: $0.pressure, line: line, width: width, viewport: viewport, capability) }
      rows.append(cells.joined(separator: between))
    }
    rows.append(legend(capability))
    // What is blank at the end of a line is nothing to print.
    return rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) + "\n" }.joined()
  }

  private func row(
    of grid: HeightGrid, line: Int, width: Int, viewport: FootViewport, _ capability: Capability
  ) -> String {
    var text = ""
    for column in 0..<width {
      if capability == .plain {
        text.append(letter(grid, viewport.point(Vector2(Double(column) + 0.5, 2 * Double(line) + 1))))
      } else {
        let upper = color(grid, viewport.point(Vector2(Double(column) + 0.5, 2 * Double(line) + 0.5)))
        let lower = color(grid, viewport.point(Vector2(Double(column) + 0.5, 2 * Double(line) + 1.5)))
        text += cell(upper, lower, capability)
      }
    }
    return text
  }

  private func letter(_ grid: HeightGrid, _ point: Vector2) -> Character {
    let value = grid.interpolated(at: point)
    guard value >= PressurePicture.fade / 2 else { return outline.contains(point) ? "·" : " " }
    let place = min(value / highest, 1) * Double(Self.ramp.count)
    return Self.ramp[min(Int(place), Self.ramp.count - 1)]
  }

  private func color(_ grid: HeightGrid, _ point: Vector2) -> Color? {
    let value = grid.interpolated(at: point)
    let base = outline.contains(point) ? Self.unloaded : nil
    guard value >= 2 else { return base }
    let color = ColorMap.plasma.color(at: value / highest)
    guard value < PressurePicture.fade else { return color }
    return base.map { $0.mixed(with: color, share: value / PressurePicture.fade) }
  }

  private func cell(_ upper: Color?, _ lower: Color?, _ capability: Capability) -> String {
    switch (upper, lower) {
    case (nil, nil): " "
    case (let upper?, nil): "\u{1B}[\(code(upper, capability, 38))m▀\u{1B}[0m"
    case (nil, let lower?): "\u{1B}[\(code(lower, capability, 38))m▄\u{1B}[0m"
    case (let upper?, let lower?):
      "\u{1B}[\(code(upper, capability, 38));\(code(lower, capability, 48))m▀\u{1B}[0m"
    }
  }

  /// The words that set a colour: `selector` is 38 for what is written, 48 for what is behind.
  private func code(_ color: Color, _ capability: Capability, _ selector: Int) -> String {
    if capability == .trueColor { return "\(selector);2;\(color.red);\(color.green);\(color.blue)" }
    func level(_ value: UInt8) -> Int { value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40 }
    return "\(selector);5;\(16 + 36 * level(color.red) + 6 * level(color.green) + level(color.blue))"
  }

  private func legend(_ capability: Capability) -> String {
    let end = "\(Int(highest)) kPa"
    if capability == .plain { return "0 " + String(Self.ramp) + " " + end }
    let steps = 24
    let bar = (0..<steps).map { step in
      let color = ColorMap.plasma.color(at: (Double(step) + 0.5) / Double(steps))
      return "\u{1B}[\(code(color, capability, 38))m█"
    }
    return "0 " + bar.joined() + "\u{1B}[0m " + end
  }
}
