/// What is asked of the pressure on a device, in one part of the sole or everywhere.
///
/// Written `below:200kPa`, `relief:30%` or `lowest`, for one part `mt2=below:150kPa`.
public struct OptimizationGoal: Equatable, Sendable {
  /// What is asked.
  public enum Aim: Equatable, Sendable {
    /// A peak of at most this, kPa.
    case below(Double)
    /// A peak lower than before by this share.
    case relief(Double)
    /// A peak as low as it can be.
    case lowest
  }

  /// The part of the sole; `nil` is every part that has no goal of its own.
  public var region: FootRegion?
  /// What is asked of it.
  public var aim: Aim

  /// Pressures that can be asked for, kPa, and reliefs, shares of before.
  public static let pressures = 50.0...1500.0
  /// Reliefs that can be asked for, shares of before.
  public static let reliefs = 0.05...0.9

  /// What is expected, for messages.
  public static let expectation =
    "below:PRESSURE from 50 to 1500 kPa, relief:SHARE from 5 to 90 % or lowest, behind a region and = where it is for one"

  /// Creates a goal.
  public init(_ aim: Aim, region: FootRegion? = nil) {
    self.aim = aim
    self.region = region
  }

  /// Reads a goal; `nil` where it is none.
  public init?(text: String) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map {
      Dimension.trimmed(String($0)).lowercased()
    }
    guard let aim = parts.last.flatMap(Self.aim), parts.count < 3 else { return nil }
    self.aim = aim
    region = nil
    guard parts.count == 2 else { return }
    guard let named = FootRegion.allCases.first(where: { $0.rawValue == parts[0] }) else { return nil }
    region = named == .whole ? nil : named
  }

  private static func aim(_ text: String) -> Aim? {
    if text == "lowest" { return .lowest }
    let parts = text.split(separator: ":", maxSplits: 1).map { Dimension.trimmed(String($0)) }
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "below":
      guard let pressure = Dimension.pressure.value(of: parts[1]), pressures.contains(pressure) else { return nil }
      return .below(pressure)
    case "relief":
      guard let share = Dimension.share.value(of: parts[1]), reliefs.contains(share) else { return nil }
      return .relief(share)
    default: return nil
    }
  }

  /// The goal as it is written.
  public var text: String {
    let aim =
      switch aim {
      case .below(let pressure): "below:\(Lint.shown(pressure))kPa"
      case .relief(let share): "relief:\(Lint.shown(100 * share))%"
      case .lowest: "lowest"
      }
    return (region.map { "\($0.rawValue)=" } ?? "") + aim
  }
}

/// What is asked of one region of a foot, worked out for its pressure before.
public struct RegionTarget: Equatable, Sendable {
  /// Which region.
  public var region: FootRegion
  /// Highest pressure before, kPa.
  public var before: Double
  /// The goal that this comes from; `nil` where nothing is asked of the region but its limit.
  public var goal: OptimizationGoal?
  /// Pressure that the goal allows, kPa; `nil` where the goal names none.
  public var pressure: Double?
  /// Pressure above which the region counts as harmed, kPa: its own before, and at least `harmless`.
  public var limit: Double { max(before, Self.harmless) }

  /// Pressure that harms no part of a foot, whatever it bore before, kPa.
  public static let harmless = 150.0
  /// The regions that are asked and protected: they tile the sole, and the forefoot is one besides, as a peak between two
  /// heads is higher than that of either.
  public static let regions: [FootRegion] =
    [.heel, .midfoot] + FootRegion.metatarsals + [.hallux, .toes, .forefoot]

  /// Works goals out for the pressures before, in the order of `regions`.
  ///
  /// A relief that names no region is asked of those that were above `threshold`, kPa, or, where none was, of the highest.
  public static func targets(
    _ goals: [OptimizationGoal], before peaks: [Double], threshold: Double
  ) -> [RegionTarget] {
    precondition(peaks.count == regions.count, "a pressure for each region")
    let highest = peaks.max() ?? 0
    return zip(regions, peaks).map { region, before in
      let own = goals.last { goal in
        goal.region == region || goal.region == .forefoot && FootRegion.metatarsals.contains(region)
      }
      // Where a head has a goal of its own, the forefoot as a whole has none but one that names it.
      let isParted = region == .forefoot && goals.contains { $0.region.map(FootRegion.metatarsals.contains) ?? false }
      let goal = own ?? (isParted ? nil : goals.last { $0.region == nil })
      var target = RegionTarget(region: region, before: before, goal: goal, pressure: nil)
      switch goal?.aim {
      case .below(let pressure): target.pressure = pressure
      case .relief(let share):
        let isHigh = before > threshold || before == highest && highest <= threshold
        if goal?.region != nil || isHigh { target.pressure = (1 - share) * before } else { target.goal = nil }
      case .lowest, nil: break
      }
      return target
    }
  }
}
