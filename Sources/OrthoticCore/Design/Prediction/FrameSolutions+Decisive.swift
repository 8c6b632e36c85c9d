extension FrameSolutions {
  /// The balanced loads in which some region's peak is highest, in order: the only ones that make the picture of peaks.
  func decisiveLoads(of loads: [PressureModel.Load], in regions: FootRegions) -> [Int] {
    let balanced = frames.indices.filter { frames[$0].converged }
    guard balanced.count > 1 else { return balanced }
    let pictures = zip(loads, frames).map { $0.frame.picture(of: $1.pressure) }
    var chosen: Set<Int> = []
    for region in FootRegion.allCases {
      let mask = regions[region]
      var best: (load: Int, peak: Double)?
      for load in balanced {
        let pressure = pictures[load]
        var peak = 0.0
        for node in mask.indices where mask[node] { peak = max(peak, pressure[node]) }
        if peak > best?.peak ?? 0 { best = (load, peak) }
      }
      if let best { chosen.insert(best.load) }
    }
    return chosen.sorted()
  }
}
