/// A place of high pressure that the device shall relieve.
public struct OffloadingZone: Sendable {
  /// Name from the region in which its peak lies, such as `mt2`; a second zone there is `mt2-2`.
  public var name: String
  /// Nodes of the zone on the pressure grid: the high patch and a sensor's width around it.
  public var nodes: [Int]
  /// Nodes whose measured pressure is above the threshold.
  public var core: [Int]
  /// Nodes of the ring around the zone, two sensor widths wide, outside every zone.
  public var ring: [Int]
  /// Highest measured mean over the area of a peak in the zone, kPa.
  public var peak: Double
  /// Where the map is highest in it, mm.
  public var peakAt: Vector2
  /// Depth of the pocket, mm; 0 while not dosed.
  public var depth = 0.0
  /// Whether what the mode asks for has room in the device: `false` for a plug or an opening that was not made.
  public var hasRoom = true
}

/// Finds offloading zones in a registered pressure picture.
///
/// The threshold gives the high patches. A zone covers its whole patch and a sensor's width more: a plug smaller than
/// the patch leaves its rim loaded, and it belongs at the pressure peak, not at the bone (Actis 2008). A patch whose mean over
/// the area of a peak stays below the threshold is none: the goal is one for such means.
public struct OffloadingZoneFinder: Sendable {
  /// Pressure above which a node belongs to a patch, kPa.
  public var threshold: Double
  /// Width of the measuring device's cell, mm.
  public var sensorWidth: Double
  /// What a peak is the mean over.
  public var window: AreaPeak

  /// Creates a finder; without a window a peak is the mean over the sensor's area, or the least that counts.
  public init(threshold: Double, sensorWidth: Double, window: AreaPeak? = nil) {
    self.threshold = threshold
    self.sensorWidth = sensorWidth
    self.window = window ?? AreaPeak(sensorArea: sensorWidth * sensorWidth)
  }

  /// Zones in order of falling peak; `name` tells the region of a place.
  public func zones(in pressure: HeightGrid, name: (Vector2) -> String) -> [OffloadingZone] {
    let layout = pressure.layout
    let high = pressure.values.map { $0 > threshold }
    let grown = dilated(high, by: sensorWidth, layout: layout)
    let (labels, count) = components(of: grown, layout: layout)
    guard count > 0 else { return [] }
    let ringReach = dilated(grown, by: 2 * sensorWidth, layout: layout)

    var zones = [OffloadingZone](
      repeating: OffloadingZone(name: "", nodes: [], core: [], ring: [], peak: 0, peakAt: .zero), count: count)
    for index in labels.indices where labels[index] >= 0 {
      let label = labels[index]
      zones[label].nodes.append(index)
      guard high[index] else { continue }
      zones[label].core.append(index)
      if pressure.values[index] > zones[label].peak {
        zones[label].peak = pressure.values[index]
        zones[label].peakAt = layout.position(index)
      }
    }
    let nearest = NearestNode(of: grown, layout: layout)
    for index in labels.indices where ringReach[index] && !grown[index] {
      guard let source = nearest.source(of: index)?.index, labels[source] >= 0 else { continue }
      zones[labels[source]].ring.append(index)
    }
    for label in zones.indices {
      zones[label].peak = SolePart(nodes: zones[label].nodes, layout: layout, window: window).peak(of: pressure.values)
    }
    zones.removeAll { $0.peak <= threshold }
    // Peaks may tie; then the place decides, so that the order is always the same.
    zones.sort { $0.peak != $1.peak ? $0.peak > $1.peak : ($0.nodes.first ?? 0) < ($1.nodes.first ?? 0) }
    var seen: [String: Int] = [:]
    for index in zones.indices {
      let region = name(zones[index].peakAt)
      let earlier = seen[region, default: 0]
      seen[region] = earlier + 1
      zones[index].name = earlier == 0 ? region : "\(region)-\(earlier + 1)"
    }
    return zones
  }

  /// The mask and every node within `reach` of it.
  private func dilated(_ mask: [Bool], by reach: Double, layout: GridLayout) -> [Bool] {
    let nearest = NearestNode(of: mask, layout: layout)
    return mask.indices.map { mask[$0] || (nearest.source(of: $0)?.distance ?? .infinity) <= reach }
  }

  /// Numbers of the connected parts (eight neighbours), −1 off the mask, in the order of their first node.
  private func components(of mask: [Bool], layout: GridLayout) -> (labels: [Int], count: Int) {
    var labels = [Int](repeating: -1, count: mask.count)
    var count = 0
    var stack: [Int] = []
    for seed in mask.indices where mask[seed] && labels[seed] < 0 {
      labels[seed] = count
      stack.append(seed)
      while let index = stack.popLast() {
        let row = index / layout.columns
        let column = index - row * layout.columns
        for y in max(row - 1, 0)...min(row + 1, layout.rows - 1) {
          for x in max(column - 1, 0)...min(column + 1, layout.columns - 1) {
            let next = layout.index(x, y)
            guard mask[next], labels[next] < 0 else { continue }
            labels[next] = count
            stack.append(next)
          }
        }
      }
      count += 1
    }
    return (labels, count)
  }
}
