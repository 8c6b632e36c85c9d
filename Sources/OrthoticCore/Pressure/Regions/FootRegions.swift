/// Which nodes of a canonical grid belong to which part of the sole.
///
/// ```
///    hallux | toes        in front of the toe line
///   ────────┴───────      toe line: just behind the toe pads, parallel to the metatarsal line
///    1 |2|3|4| 5          forefoot = mt1 … mt5
///   ─────────────── 0.55 L
///      midfoot
///   ─────────────── 0.27 L
///       heel
/// ```
/// Shares of length and width as in the model's section 6 [M]: heel to 0.27 L, midfoot to 0.55 L, metatarsal strips
/// 30/17/17/17/19 % of the forefoot's width from medial to lateral. Forefoot, hallux and toes do not overlap.
public struct FootRegions: Sendable {
  /// The grid of the masks.
  public let layout: GridLayout
  /// Foot length, mm.
  public let length: Double
  /// The mask of each region in the order of `FootRegion.allCases`.
  private let masks: [[Bool]]

  /// End of the heel region, share of foot length.
  static let heelEnd = 0.27
  /// End of the midfoot region, share of foot length.
  static let midfootEnd = 0.55
  /// Borders between the metatarsal strips, shares of the forefoot's width from medial: sums of 30/17/17/17/19 %.
  static let stripBorders = [0.30, 0.47, 0.64, 0.81]
  /// How far the toe line lies in front of the metatarsal line, share of foot length.
  ///
  /// Metatarsal heads at 0.73 L and toe pads from 0.79 L leave the web space in between (landmark priors [M]).
  static let toeLineOffset = 0.075
  /// Border between hallux and second toe, share of the forefoot's width from medial.
  static let halluxBorder = 0.36

  /// Cuts up the sole of a foot on a canonical grid.
  public init(foot: FootShape, layout: GridLayout) {
    self.init(landmarks: foot.landmarks, length: foot.length, layout: layout)
  }

  /// Cuts up a sole known by its landmarks.
  public init(landmarks: Landmarks, length: Double, layout: GridLayout) {
    self.layout = layout
    self.length = length
    let frame = ForefootFrame(landmarks: landmarks, length: length)
    var masks = [[Bool]](repeating: [Bool](repeating: false, count: layout.count), count: FootRegion.allCases.count)
    for row in 0..<layout.rows {
      let y = layout.y(row)
      for column in 0..<layout.columns {
        let x = layout.x(column)
        for region in frame.regions(x: x, y: y) {
          masks[Self.index(of: region)][row * layout.columns + column] = true
        }
      }
    }
    self.masks = masks
  }

  /// The nodes of a region, in the order of the grid.
  public subscript(region: FootRegion) -> [Bool] { masks[Self.index(of: region)] }

  private static func index(of region: FootRegion) -> Int { FootRegion.allCases.firstIndex(of: region) ?? 0 }
}

/// Lines that cut up a forefoot.
private struct ForefootFrame {
  let landmarks: Landmarks
  let length: Double
  /// Medial border of the forefoot's contact, mm.
  let medial: Double
  /// Width of the forefoot's contact, mm.
  let width: Double

  init(landmarks: Landmarks, length: Double) {
    self.landmarks = landmarks
    self.length = length
    // The heads of MT1 and MT5 are the middles of the first and the last strip; skin beside the contact does not count.
    let first = FootRegions.stripBorders[0] / 2
    let last = (FootRegions.stripBorders[3] + 1) / 2
    let span = landmarks.mt5.position.x - landmarks.mt1.position.x
    // A forefoot is at least a quarter as wide as the foot is long.
    width = max(span / (last - first), 0.25 * length)
    medial = (landmarks.mt1.position.x + landmarks.mt5.position.x) / 2 - width * (first + last) / 2
  }

  /// The regions at a place.
  func regions(x: Double, y: Double) -> [FootRegion] {
    if y < FootRegions.heelEnd * length { return [.heel, .whole] }
    if y < FootRegions.midfootEnd * length { return [.midfoot, .whole] }
    let share = (x - medial) / width
    let toeLine = landmarks.metatarsalLine(atX: x) + FootRegions.toeLineOffset * length
    if y > toeLine {
      return share < FootRegions.halluxBorder ? [.hallux, .whole] : [.toes, .whole]
    }
    var strip = 0
    while strip < FootRegions.stripBorders.count, share >= FootRegions.stripBorders[strip] { strip += 1 }
    return [.forefoot, FootRegion.metatarsals[strip], .whole]
  }
}
