/// Colours for a range of numbers: equal steps of the number look like equal steps of the colour, also in grey and to
/// colour-blind eyes.
struct ColorMap: Equatable, Sendable {
  /// Colours at equal steps from the low to the high end.
  private let stops: [Color]

  private init(_ stops: [UInt32]) { self.stops = stops.map { Color($0) } }

  /// Blue to yellow over green, for heights.
  ///
  /// Every sixteenth colour of viridis (S. van der Walt and N. Smith 2015, matplotlib, dedicated to the public domain).
  static let viridis = ColorMap([
    0x440154, 0x48186A, 0x472D7B, 0x424086, 0x3B528B, 0x33638D, 0x2C728E, 0x26828E, 0x21918C, 0x1F9F88, 0x27AD81,
    0x3DBC74, 0x5CC863, 0x81D34D, 0xAADC32, 0xD5E21A, 0xFDE725,
  ])

  /// Blue to yellow over red, for pressures.
  ///
  /// Every sixteenth colour of plasma (from the same source as `viridis`).
  static let plasma = ColorMap([
    0x0D0887, 0x310597, 0x4C02A1, 0x6600A7, 0x7E03A8, 0x9511A1, 0xAA2395, 0xBC3587, 0xCC4778, 0xD9586A, 0xE56B5D,
    0xF07F4F, 0xF89441, 0xFDAB33, 0xFDC328, 0xF9DD25, 0xF0F921,
  ])

  /// The colour at a share of the range; held beyond its ends.
  func color(at share: Double) -> Color {
    guard share.isFinite else { return share == .infinity ? stops[stops.count - 1] : stops[0] }
    let place = min(max(share, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    return stops[index].mixed(with: stops[index + 1], share: place - Double(index))
  }
}
