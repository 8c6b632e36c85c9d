import OrthoticCore

/// Where a line of text stands about its anchor.
enum TextAlignment: Sendable {
  /// Begins at the anchor.
  case leading
  /// Centred on the anchor.
  case center
  /// Ends at the anchor.
  case trailing
}

extension Picture {
  /// Draws a line of text.
  ///
  /// - Parameters:
  ///   - text: what to write; characters that the font lacks become boxes.
  ///   - anchor: a point on the baseline, pixels.
  ///   - size: height of a capital letter, pixels.
  ///   - alignment: where the text lies about the anchor.
  ///   - halo: colour laid around the strokes so that they stand out from a map, or `nil`.
  mutating func drawText(
    _ text: String, at anchor: Vector2, size: Double, alignment: TextAlignment = .leading, color: Color = .ink,
    halo: Color? = nil
  ) {
    let scale = size / StrokeFont.capHeight
    let width = Self.textWidth(text, size: size)
    let shift =
      switch alignment {
      case .leading: 0.0
      case .center: -width / 2
      case .trailing: -width
      }
    let weight = max(1.1, size * 0.13)
    var strokes: [[Vector2]] = []
    var x = anchor.x + shift
    for character in text {
      let glyph = StrokeFont.glyph(character)
      strokes += glyph.strokes.map { $0.map { Vector2(x + $0.x * scale, anchor.y - $0.y * scale) } }
      x += (glyph.width + StrokeFont.gap) * scale
    }
    if let halo {
      for stroke in strokes { strokeLine(stroke, width: weight + 3, halo) }
    }
    for stroke in strokes { strokeLine(stroke, width: weight, color) }
  }

  /// Width of a line of text, pixels.
  static func textWidth(_ text: String, size: Double) -> Double {
    let units = text.reduce(0) { $0 + StrokeFont.glyph($1).width + StrokeFont.gap } - StrokeFont.gap
    return max(units, 0) * size / StrokeFont.capHeight
  }
}
