#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Three instants that stand for a step of which only the picture of peaks is known.
///
/// A picture of peaks sums up to 2.4–3.4 body weights: it is no load that a foot ever bears, and an element that takes load
/// would share it with all that presses at other times. The picture P is therefore taken apart into the two force peaks
/// and the valley between them, `p = share(instant, y)·P`, each an instant with the force and the centre of pressure of
/// its own pressure. Not all places peak in one of the three: what an instant shows is raised to the peak by the `gain`
/// of its place, one over the highest share there, so that the picture before is the measured one exactly.
///
/// ```
/// tenth of the foot, from the heel   .24 .83 .90 .50 .34 .42 .25 .10  0   0    heel strike, first force peak
///                                    .03 .19 .25 .22 .42 .52 .38 .26 .06 .04   midstance, valley
///                                     0   0   0   0   0  .25 .86 .90 .66 .57   push-off, second force peak
/// ```
/// Shares: Σ p(instant) / Σ P over each tenth, means of five people, 20 barefoot steps each at 500 Hz (jiku-data 0.1.10,
/// subjects 0–4). On the other five people's steps the instants return 1.16, 0.61 and 1.18 body weights of the measured 1.14, 0.66 and
/// 1.15, and their centres of pressure within 0.061 of the foot's length.
struct StancePhases: Equatable, Sendable {
  /// The instants, in the order of the step.
  static let instants: [LoadInstant] = [.heelStrike, .midstance, .pushOff]

  /// Share of the peak by instant and tenth of the foot's length.
  static let shares: [[Double]] = [
    [0.242, 0.828, 0.901, 0.499, 0.335, 0.421, 0.252, 0.099, 0, 0],
    [0.029, 0.190, 0.248, 0.221, 0.420, 0.520, 0.381, 0.258, 0.056, 0.038],
    [0, 0, 0, 0, 0, 0.247, 0.864, 0.898, 0.663, 0.570],
  ]

  /// Least highest share of a place: where no instant comes near the peak, as at the rearmost heel, shares are raised to this, so that
  /// no gain exceeds its inverse.
  static let leastShare = 0.6

  /// y of each row of the contact grid as a share of the foot's length.
  private let places: [Double]

  /// Prepares the shares for the rows of a grid.
  init(layout: GridLayout, length: Double) {
    places = (0..<layout.rows).map { layout.y($0) / length }
  }

  /// Share of the picture in each instant, and the gain to the picture, row by row.
  ///
  /// - Parameter contrast: Exponent on the shares; above 1 the instants differ more.
  func rows(contrast: Double = 1) -> (shares: [[Double]], gains: [Double]) {
    var rows = Self.shares.map { _ in [Double](repeating: 0, count: places.count) }
    var gains = [Double](repeating: 1, count: places.count)
    for (row, place) in places.enumerated() {
      var shares = Self.shares.map { Self.share($0, at: place) }
      if contrast != 1 { shares = shares.map { pow($0, contrast) } }
      let highest = shares.max() ?? 1
      let raise = highest > 0 ? max(1, Self.leastShare / highest) : 1
      for instant in shares.indices { rows[instant][row] = shares[instant] * raise }
      gains[row] = 1 / max(highest, Self.leastShare)
    }
    return (rows, gains)
  }

  /// Straight between the middles of the tenths, constant beyond the first and the last.
  private static func share(_ tenths: [Double], at place: Double) -> Double {
    let position = min(max(place * 10 - 0.5, 0), Double(tenths.count - 1))
    let tenth = min(Int(position), tenths.count - 2)
    let part = position - Double(tenth)
    return tenths[tenth] * (1 - part) + tenths[tenth + 1] * part
  }
}
