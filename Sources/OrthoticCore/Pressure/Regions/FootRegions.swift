/// Which places of a sole belong to which part of it.
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
/// The borders are those of `RegionBorders`: the usual ones, from one table of proportions, unless a user moves them.
/// Forefoot, hallux and toes do not overlap.
public struct FootRegions: Sendable {
  /// The grid of the masks.
  public let layout: GridLayout
  /// Foot length, mm.
  public let length: Double
  private let masks: RegionMasks
  /// The numbers of each region's nodes, in the order of `FootRegion.allCases`.
  let nodes: [[Int]]

  /// Cuts up the sole of a foot on a canonical grid.
  ///
  /// - Parameter pressure: a measured picture on the same grid, in whose valley behind the toes the toe line is laid;
  ///   without one it lies where it usually does.
  public init(foot: FootShape, layout: GridLayout, pressure: [Double]? = nil) {
    self.init(landmarks: foot.landmarks, length: foot.length, layout: layout, pressure: pressure)
  }

  /// Cuts up a sole known by its landmarks.
  public init(landmarks: Landmarks, length: Double, layout: GridLayout, pressure: [Double]? = nil) {
    self.layout = layout
    self.length = length
    var frame = ForefootFrame(landmarks: landmarks, length: length)
    let positions = (0..<layout.count).map { layout.position($0) }
    if let pressure { frame.followValleys(positions: positions, pressure: pressure) }
    let masks = RegionMasks(frame: frame, positions: positions)
    self.masks = masks
    nodes = FootRegion.allCases.map { region in
      let mask = masks[region]
      return mask.indices.filter { mask[$0] }
    }
  }

  /// The nodes of a region, in the order of the grid.
  public subscript(region: FootRegion) -> [Bool] { masks[region] }
}

/// The masks of all regions over any list of places.
struct RegionMasks: Sendable {
  /// The mask of each region in the order of `FootRegion.allCases`.
  private var masks: [[Bool]]

  /// Sorts places (canonical, mm) into regions.
  init(frame: ForefootFrame, positions: [Vector2]) {
    let order = FootRegion.allCases
    masks = [[Bool]](repeating: [Bool](repeating: false, count: positions.count), count: order.count)
    for (index, position) in positions.enumerated() {
      for region in frame.regions(at: position) {
        if let number = order.firstIndex(of: region) { masks[number][index] = true }
      }
    }
  }

  /// Sorts cells into the regions in which all of their corners lie.
  ///
  /// - Parameter corners: for each corner of a cell its places, cell by cell.
  init(frame: ForefootFrame, corners: [[Vector2]]) {
    self.init(frame: frame, positions: corners.first ?? [])
    for positions in corners.dropFirst() {
      let other = RegionMasks(frame: frame, positions: positions)
      for region in masks.indices {
        for cell in masks[region].indices where !other.masks[region][cell] { masks[region][cell] = false }
      }
    }
  }

  subscript(region: FootRegion) -> [Bool] { masks[FootRegion.allCases.firstIndex(of: region) ?? 0] }
}

extension FootRegions {
  /// The metrics of a picture on the regions' grid, measured or predicted, in the order of `FootRegion.allCases`.
  public func metrics(of pressure: [Double]) -> [(region: FootRegion, metrics: RegionMetrics)] {
    precondition(pressure.count == layout.count, "one pressure per node")
    return zip(FootRegion.allCases, nodes).map { region, nodes in
      (region, RegionMetrics(pressure: pressure, nodes: nodes, cellArea: layout.cellArea))
    }
  }
}
