extension Preset {
  /// What a preset does to the pressure, by its sources, against a device of defaults on the same foot.
  public enum Effect: Equatable, Sendable {
    /// The highest pressure of a region is lower.
    case lowersPeak(FootRegion)
    /// The force under the heel acts further medial.
    case movesHeelLoadMedially
    /// Nothing is claimed.
    case none
  }
}

extension Preset.Effect {
  /// The effect in words, as listings print it.
  public var text: String {
    switch self {
    case .lowersPeak(.whole): "lowers the highest pressure of the sole"
    case .lowersPeak(let region) where FootRegion.metatarsals.contains(region):
      "lowers the highest pressure of \(region.rawValue)"
    case .lowersPeak(let region): "lowers the highest pressure of the \(region.rawValue)"
    case .movesHeelLoadMedially: "moves the heel's load medially"
    case .none: "none on the pressure"
    }
  }

  /// Whether a predicted pressure shows the effect against that on a device of defaults.
  ///
  /// - Parameters:
  ///   - after: Pressure on the preset's device, kPa, on the grid of the regions.
  ///   - usual: Pressure on the device of defaults, kPa.
  public func isShown(by after: HeightGrid, against usual: HeightGrid, regions: FootRegions) -> Bool {
    switch self {
    case .lowersPeak(let region):
      guard let part = regions.part(region) else { return false }
      return part.peak(of: after.values) < part.peak(of: usual.values)
    case .movesHeelLoadMedially:
      func center(_ grid: HeightGrid) -> Double {
        var force = 0.0
        var moment = 0.0
        for node in grid.values.indices where regions[.heel][node] && grid.values[node] > 0 {
          force += grid.values[node]
          moment += grid.values[node] * grid.layout.position(node).x
        }
        return force > 0 ? moment / force : 0
      }
      return center(after) < center(usual)
    case .none: return true
    }
  }
}
