/// Which places of a sole belong to which part of it: the one set of regions that every table, picture, zone and verdict
/// speaks of.
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
/// The lines are those of `ForefootFrame`, by the usual proportions unless a user moves them: the foot's own landmarks, and the
/// valleys of the map that lies on it, found on the map's own cells; where there is no map, the landmarks alone. They are a
/// function of the place, so that the sensors' grid and any other one are cut alike. A cell that a line crosses belongs to
/// each side by its share. Forefoot, hallux and toes do not overlap.
///
/// Where a device has a pad or a bar behind the heads, what presses on it is a part of its own (`leavingOut`): heads,
/// forefoot and midfoot leave it out, the whole sole does not.
public struct FootRegions: Sendable {
  /// The grid of the masks.
  public let layout: GridLayout
  /// Foot length, mm.
  public let length: Double
  /// What a peak is the mean over.
  public let window: AreaPeak
  /// The regions that there are: `FootRegion.allCases`, and the pad where there is one.
  public private(set) var regions = FootRegion.allCases
  private var parts: [SolePart]
  private var masks: [[Bool]]

  /// Parts of a cell's side at which a cell that lines cross is looked at.
  private static let samples = 5
  /// Share of a cell from which the node counts as inside where it can only be in or out.
  private static let insideShare = 0.5

  /// Cuts up the sole of a foot on a canonical grid.
  ///
  /// - Parameters:
  ///   - registered: The map that lies on it; without one the toe line lies where it usually does.
  ///   - borders: Where regions end, where they are not to end as usual.
  ///   - sensorArea: Area of a sensor on the foot, mm²; 0 where nothing was measured.
  package init(
    foot: FootShape, layout: GridLayout, registered: RegisteredPressure? = nil, borders: RegionBorders? = nil,
    sensorArea: Double = 0
  ) {
    let lines: ForefootFrame
    if let registered {
      var frame = FootprintFrame(registered, foot: foot)
      if let borders { frame.borders = borders }
      // As the file has it: the valleys are those that the map shows without a scan, to the last bit.
      lines = ForefootFrame(frame, picture: foot.side == .left ? registered.map.mirrored : registered.map)
    } else {
      lines = ForefootFrame(landmarks: foot.landmarks, length: foot.length, borders: borders ?? RegionBorders())
    }
    self.init(lines: lines, layout: layout, window: AreaPeak(sensorArea: sensorArea))
  }

  /// Cuts up a sole along lines.
  init(lines: ForefootFrame, layout: GridLayout, window: AreaPeak) {
    self.layout = layout
    self.window = window
    length = lines.length
    let order = FootRegion.allCases
    var shares = [[Double]](repeating: [Double](repeating: 0, count: layout.count), count: order.count)
    func add(_ region: FootRegion, _ node: Int, _ share: Double) {
      for (number, name) in order.enumerated() where Self.contains(region, in: name) { shares[number][node] += share }
    }
    // The corners of the cells: a cell whose corners and middle agree is not cut.
    let half = Vector2(layout.spacing / 2, layout.spacing / 2)
    let wide = layout.columns + 1
    let corners = (0..<wide * (layout.rows + 1)).map { index in
      lines.region(
        at: layout.origin - half
          + Vector2(Double(index % wide) * layout.spacing, Double(index / wide) * layout.spacing))
    }
    for node in 0..<layout.count {
      let middle = layout.position(node)
      let region = lines.region(at: middle)
      let corner = node / layout.columns * wide + node % layout.columns
      if [corner, corner + 1, corner + wide, corner + wide + 1].allSatisfy({ corners[$0] == region }) {
        add(region, node, 1)
        continue
      }
      let count = Self.samples
      for part in 0..<count * count {
        let place =
          Vector2((Double(part % count) + 0.5), (Double(part / count) + 0.5)) * (layout.spacing / Double(count))
        add(lines.region(at: middle - half + place), node, 1 / Double(count * count))
      }
    }
    parts = shares.map { SolePart(shares: $0, layout: layout, window: window) }
    masks = [[Bool]](repeating: [Bool](repeating: false, count: layout.count), count: order.count)
    for node in 0..<layout.count {
      let region = lines.region(at: layout.position(node))
      for (number, name) in order.enumerated() { masks[number][node] = Self.contains(region, in: name) }
    }
  }

  /// Whether a finest region is a part of another, or that itself.
  private static func contains(_ region: FootRegion, in whole: FootRegion) -> Bool {
    whole == region || whole == .whole || whole == .forefoot && FootRegion.metatarsals.contains(region)
  }

  /// The nodes of a region, in the order of the grid: those whose middle lies in it; none for a region that is not there.
  public subscript(region: FootRegion) -> [Bool] {
    regions.firstIndex(of: region).map { masks[$0] } ?? [Bool](repeating: false, count: layout.count)
  }

  /// A region by the shares of its cells; `nil` for one that is not there.
  public func part(_ region: FootRegion) -> SolePart? { regions.firstIndex(of: region).map { parts[$0] } }

  /// A part of whole nodes whose peaks are means over the same area.
  public func part(of nodes: [Int]) -> SolePart { SolePart(nodes: nodes, layout: layout, window: window) }

  /// The finest region at a node.
  public func name(of node: Int) -> FootRegion {
    for (number, region) in regions.enumerated() where region != .forefoot && region != .whole && masks[number][node] {
      return region
    }
    return .whole
  }

  /// The regions with what presses on a pad as one of its own.
  ///
  /// - Parameter pad: The share of each node's cell that lies on the pad; without any the regions stay as they are.
  public func leavingOut(pad: [Double]) -> FootRegions {
    precondition(pad.count == layout.count, "one share per node")
    guard pad.contains(where: { $0 > 0 }) else { return self }
    var cut = self
    for (number, region) in regions.enumerated() where region != .whole {
      var shares = [Double](repeating: 0, count: layout.count)
      for (node, share) in zip(parts[number].nodes, parts[number].shares) { shares[node] = share * (1 - pad[node]) }
      cut.parts[number] = SolePart(shares: shares, layout: layout, window: window)
      for node in pad.indices where pad[node] > Self.insideShare { cut.masks[number][node] = false }
    }
    cut.regions.append(.metatarsalPad)
    cut.parts.append(SolePart(shares: pad, layout: layout, window: window))
    cut.masks.append(pad.map { $0 > Self.insideShare })
    return cut
  }
}

extension FootRegions {
  /// The metrics of a picture on the regions' grid, measured or predicted, in the order of `regions`.
  ///
  /// - Parameters:
  ///   - pressure: Highest pressure at each node, kPa.
  ///   - instants: The instants whose highest pressures the picture holds: a region's force is then its largest at any one
  ///     instant; without them it is the picture's sum.
  public func metrics(
    of pressure: [Double], instants: [[Double]] = []
  ) -> [(region: FootRegion, metrics: RegionMetrics)] {
    precondition(pressure.count == layout.count, "one pressure per node")
    return zip(regions, parts).map { region, part in
      var metrics = part.metrics(of: pressure)
      if !instants.isEmpty { metrics.force = instants.reduce(0) { max($0, part.force(of: $1)) } }
      return (region, metrics)
    }
  }
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
