import OrthoticCore
import Testing

@testable import OrthoticExport

@Suite struct PictureTextTests {
  @Test("every letter and digit has its own glyph") func everyLetterAndDigit() {
    let unknown = StrokeFont.glyph("\u{1F9B6}").strokes
    var seen: [[[Vector2]]] = []
    for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:-+%/()°²→±<>=×'_" {
      let strokes = StrokeFont.glyph(character).strokes
      #expect(strokes != unknown && !strokes.isEmpty)
      #expect(!seen.contains(strokes), "\(character) looks like another")
      seen.append(strokes)
    }
  }

  @Test("text is as wide as it says wherever it is anchored") func textIsAsWide() {
    for alignment in [TextAlignment.leading, .center, .trailing] {
      var picture = Picture(width: 300, height: 40)
      picture.drawText("HEEL 250 kPa", at: Vector2(150, 30), size: 14, alignment: alignment)
      let columns = (0..<300).filter { x in (0..<40).contains { picture[x, $0] != .white } }
      let (first, last) = (Double(columns.first ?? 0), Double(columns.last ?? 0))
      let width = Picture.textWidth("HEEL 250 kPa", size: 14)
      #expect(abs(last - first - width) < 4)
      let middle: Double =
        switch alignment {
        case .leading: 150 + width / 2
        case .center: 150
        case .trailing: 150 - width / 2
        }
      #expect(abs((first + last) / 2 - middle) < 2)
    }
  }
}
