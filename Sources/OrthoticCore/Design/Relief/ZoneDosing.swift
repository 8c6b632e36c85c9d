/// Finds how deep each offloading pocket must be.
///
/// A pocket deeper than needed loads its rim for nothing, one too shallow leaves the peak. All pockets are dosed
/// together, because each sheds its load on the others: every round sets the foot on the insole and halves each
/// zone's bracket by whether its peak is above the threshold.
package struct ZoneDosing: Sendable {
  /// Pressure that a zone shall not exceed, kPa.
  package var target: Double
  /// Minimum wall under a pocket, mm.
  package var minimumWall: Double
  /// What a peak is the mean over.
  package var window: AreaPeak

  /// Halvings of each bracket: the deepest pocket (about 10 mm) to 0.1 mm.
  static let rounds = 7

  /// Creates a dosing.
  package init(target: Double, minimumWall: Double, window: AreaPeak = AreaPeak(sensorArea: 0)) {
    self.target = target
    self.minimumWall = minimumWall
    self.window = window
  }

  /// The zones with their depths set, 0 where the insole relieves the zone without a pocket.
  package func dosed(
    _ zones: [OffloadingZone], model: PressureModel, insole: InsoleOnGrid, shares: [HeightGrid]
  ) -> [OffloadingZone] {
    var zones = zones
    guard !zones.isEmpty else { return zones }
    let loads = Self.decisiveLoads(of: zones, in: model)
    let deepest = zones.map { zone in
      zone.nodes.map { insole.thickness[$0] - minimumWall }.filter { $0 > 0 }.min() ?? 0
    }
    let parts = zones.map { SolePart(nodes: $0.nodes, layout: model.layout, window: window) }
    var last: FrameSolutions?
    func peaks(_ depths: [Double]) -> [Double] {
      let sunk = insole.sunk(by: zip(depths, shares).map { (depth: $0, shares: $1) }, minimumWall: minimumWall)
      // A pocket is dosed to a tenth of a millimetre: rough answers do.
      let solutions = model.problem(on: sunk).solved(frames: model.frames(loads), near: last, isRough: true)
      last = solutions
      let pressure = solutions.peak
      return parts.map { $0.peak(of: pressure) }
    }
    var low = [Double](repeating: 0, count: zones.count)
    var high = deepest
    let open = peaks(low)
    // A zone that is relieved by the insole's shape and softness needs no pocket.
    for index in zones.indices where open[index] <= target { high[index] = 0 }
    guard high.contains(where: { $0 > 0 }) else { return zones }
    let full = peaks(high)
    for index in zones.indices where full[index] > target { low[index] = high[index] }
    for _ in 0..<Self.rounds where zip(low, high).contains(where: { $0 < $1 }) {
      let middle = zip(low, high).map { ($0 + $1) / 2 }
      let reached = peaks(middle)
      for index in zones.indices where low[index] < high[index] {
        if reached[index] > target { low[index] = middle[index] } else { high[index] = middle[index] }
      }
    }
    for index in zones.indices { zones[index].depth = high[index] }
    return zones
  }

  /// The loads in which a zone's measured pressure is highest: the only ones that decide its depth.
  private static func decisiveLoads(of zones: [OffloadingZone], in model: PressureModel) -> [Int] {
    var chosen: [Int] = []
    for zone in zones {
      let peaks = model.loads.map { load -> Double in
        let picture = load.picture
        return zone.nodes.reduce(0) { max($0, picture[$1]) }
      }
      guard let highest = peaks.max(), let load = peaks.firstIndex(of: highest) else { continue }
      if !chosen.contains(load) { chosen.append(load) }
    }
    return chosen.sorted()
  }
}
