import OrthoticCore
import Testing

@testable import OrthoticExport

@Suite struct PictureShapesTests {
  /// Black laid on white, in whole pixels.
  private func ink(_ picture: Picture) -> Double {
    (0..<(picture.width * picture.height)).reduce(0) { sum, index in
      sum + 1 - Double(picture[index % picture.width, index / picture.width].red) / 255
    }
  }

  private let black = Color(0x000000)

  @Test("a polygon covers its area") func polygonCoversItsArea() {
    var picture = Picture(width: 100, height: 80)
    let triangle = [Vector2(10.3, 5.1), Vector2(88.2, 31.7), Vector2(22.5, 70.9)]
    picture.fillPolygon(triangle, black)
    let area = abs(Outline(points: triangle).signedArea)
    #expect(abs(ink(picture) - area) < 0.01 * area)
  }

  @Test("a rectangle covers its area wherever its edges lie") func rectangleCoversItsArea() {
    var picture = Picture(width: 30, height: 30)
    picture.fillRectangle(x: 3.25, y: 4.5, width: 10.5, height: 7.25, black)
    #expect(abs(ink(picture) - 10.5 * 7.25) < 0.2)
  }

  @Test("a line covers its length times its width", arguments: [1.0, 2, 5]) func lineCoversItsLength(width: Double) {
    var picture = Picture(width: 220, height: 120)
    picture.strokeLine([Vector2(10, 10), Vector2(200, 100)], width: width, black)
    let length = Vector2(190, 90).length
    // Round ends add half a disc each.
    let expected = length * width + 3.1416 * width * width / 4
    #expect(abs(ink(picture) - expected) < 0.03 * expected + 1)
  }

  @Test("a joint is not painted twice") func jointIsNotPainted() {
    var bent = Picture(width: 60, height: 60)
    let half = Color(red: 0, green: 0, blue: 0, alpha: 128)
    bent.strokeLine([Vector2(10, 30), Vector2(30, 30), Vector2(50, 30)], width: 6, half)
    var straight = Picture(width: 60, height: 60)
    straight.strokeLine([Vector2(10, 30), Vector2(50, 30)], width: 6, half)
    #expect(bent == straight)
  }

  @Test("what lies outside or is no number is left out") func whatLiesOutside() {
    var picture = Picture(width: 20, height: 20)
    picture.strokeLine([Vector2(-1e9, 5), Vector2(.nan, 3), Vector2(-1e8, 4)], width: 2, black)
    picture.fillPolygon([Vector2(.infinity, 0), Vector2(0, 0), Vector2(1, 1)], black)
    picture.fillRectangle(x: 100, y: -40, width: 5, height: 5, black)
    picture.blend(black, atX: -1, y: 25)
    #expect(picture == Picture(width: 20, height: 20))
  }

  @Test("blending half of black on white is grey") func blendingHalfOfBlack() {
    var picture = Picture(width: 1, height: 1)
    picture.blend(black, atX: 0, y: 0, coverage: 0.5)
    #expect(picture[0, 0] == Color(red: 128, green: 128, blue: 128))
  }

  @Test("painting on nothing keeps the colour") func paintingOnNothingKeeps() {
    var picture = Picture(width: 1, height: 1, filledWith: .clear)
    picture.blend(black, atX: 0, y: 0, coverage: 0.5)
    #expect(picture[0, 0] == Color(red: 0, green: 0, blue: 0, alpha: 128))
  }
}
