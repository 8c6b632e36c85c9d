import Testing

@testable import OrthoticExport

@Suite struct ColorMapTests {
  private func luminance(_ color: Color) -> Double {
    0.2126 * Double(color.red) + 0.7152 * Double(color.green) + 0.0722 * Double(color.blue)
  }

  @Test("higher is always lighter", arguments: [ColorMap.viridis, .plasma]) func higherIsAlwaysLighter(map: ColorMap) {
    let lights = (0...64).map { luminance(map.color(at: Double($0) / 64)) }
    for (low, high) in zip(lights, lights.dropFirst()) { #expect(high > low - 0.6) }
    #expect(lights[64] - lights[0] > 150)
  }

  @Test("values beyond the ends are held") func valuesBeyondTheEnds() {
    #expect(ColorMap.viridis.color(at: -3) == Color(0x440154))
    #expect(ColorMap.viridis.color(at: 1e300) == Color(0xFDE725))
    #expect(ColorMap.viridis.color(at: .infinity) == Color(0xFDE725))
    #expect(ColorMap.viridis.color(at: .nan) == Color(0x440154))
  }
}
