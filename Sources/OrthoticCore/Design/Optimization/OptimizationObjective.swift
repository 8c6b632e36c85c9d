#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How well devices reach the goals, in kPa: what an optimisation lowers.
///
/// ```
///   case    G = Σ excess over targets  +  β·log Σ exp(p/β) over what shall be lowest  +  10 · Σ excess over limits
///   excess  e + e²/40 of e kPa, from 20 kPa on 2·e − 10: no small one is worth a millimetre, a large one counts twice
///   device  ½ worst + ½ mean of G over the cases  +  the price of what is changed
/// ```
/// The price of changes is far below a kilopascal: among devices that reach the goals the one wins that is least unlike the
/// prescribed. Limits are pressures that harm (a region above its own before and 150 kPa, an arch above 120 kPa), a heel that is
/// lifted off, and foam squeezed flat.
package struct OptimizationObjective: Sendable {
  /// What is asked of each of `RegionTarget.regions`.
  package var targets: [RegionTarget]
  /// Foam that the prescribed device squeezes flat itself, cm².
  package var bottomedBefore = 0.0
  /// Depth that the wall keeps from the prescribed device itself, mm.
  package var shortfallBefore = 0.0
  /// What a quick look misses in each case, kPa: of each region's peak, and of the arch; none where it misses nothing.
  package var corrections: [Correction] = []
  /// How far below its target and limit a peak is kept, kPa: what quick answers may be off.
  package var margin = 0.0

  /// What a quick look at a device misses in one case, kPa: added to what it shows.
  package struct Correction: Equatable, Sendable {
    var peaks: [Double]
    var arch: Double

    /// Two looks at the same device in the same case.
    init(quick: DeviceTrial, full: DeviceTrial) {
      peaks = zip(full.peaks, quick.peaks).map { $0 - $1 }
      arch = full.arch - quick.arch
    }
  }

  /// Highest pressure on an arch support, kPa.
  package static let archLimit = ArchDosing.mostByDefault
  /// Width over which the highest pressures count together where they shall be lowest, kPa.
  static let softness = 4.0
  /// How much harm counts against reaching a goal.
  private static let harm = 10.0
  /// Excess from which each kilopascal counts twice, kPa: large ones are not averaged away, and none outweighs a limit.
  private static let large = 20.0
  /// Price of a prescriber's step, and of touching a number at all, kPa.
  private static let price = (step: 0.006, touch: 0.02)
  /// Value of a device that is refused.
  private static let refused = 1e6
  /// A square centimetre of foam squeezed flat, a tenth of a heel's force and a millimetre that the wall keeps count as so many kPa.
  private static let kPaPer = (bottomed: 2.0, heel: 10.0, shortfall: 4.0)

  /// Creates an objective.
  package init(_ targets: [RegionTarget]) {
    precondition(targets.count == RegionTarget.regions.count, "a target for each region")
    self.targets = targets
  }

  /// The price of a change from one point to another, kPa.
  package static func price(of point: [Int], from home: [Int], _ doses: [Dose]) -> Double {
    var price = 0.0
    for (axis, dose) in doses.enumerated() where point[axis] != home[axis] {
      price += Self.price.touch + Self.price.step * Double(abs(point[axis] - home[axis])) / dose.unit
    }
    return price
  }

  /// The value of a device over its cases, without the price of changes, kPa.
  package func value(of trials: [DeviceTrial]) -> Double {
    guard !trials.isEmpty else { return Self.refused }
    let values = trials.indices.map { value(of: trials[$0], inCase: $0) }
    return 0.5 * (values.max() ?? 0) + 0.5 * values.reduce(0, +) / Double(values.count)
  }

  /// What the value over some cases is at the least where the value in one of them is known, kPa.
  ///
  /// - Parameter count: Number of the cases.
  package static func leastValue(knowing one: Double, of count: Int) -> Double { 0.5 * one + 0.5 * one / Double(count) }

  /// The value in one case, kPa; never negative.
  ///
  /// - Parameter number: Number of the case, by which it is corrected.
  package func value(of trial: DeviceTrial, inCase number: Int = 0) -> Double {
    if trial.isRefused { return Self.refused }
    let trial = corrected(trial, inCase: number)
    var goal = 0.0
    var lowest: [Double] = []
    for (number, target) in targets.enumerated() {
      let peak = trial.peaks[number]
      if let pressure = target.pressure { goal += Self.weighed(peak + margin - pressure) }
      if target.goal?.aim == .lowest { lowest.append(peak) }
    }
    if let pad = trial.pad {
      // What presses on a pad is the foot's too: no goal is reached by moving a peak onto it.
      let everywhere = targets.filter { $0.goal != nil && $0.goal?.region == nil }
      if let pressure = everywhere.compactMap(\.pressure).min(), case .below = everywhere.first?.goal?.aim {
        goal += Self.weighed(pad.after + margin - pressure)
      }
      if everywhere.contains(where: { $0.goal?.aim == .lowest }) { lowest.append(pad.after) }
    }
    if let most = lowest.max() {
      goal += most + Self.softness * log(lowest.reduce(0) { $0 + exp(($1 - most) / Self.softness) })
    }
    return goal + Self.harm * harm(in: trial)
  }

  private func corrected(_ trial: DeviceTrial, inCase number: Int) -> DeviceTrial {
    guard corrections.indices.contains(number) else { return trial }
    var trial = trial
    for (region, correction) in corrections[number].peaks.enumerated() { trial.peaks[region] += correction }
    trial.arch += corrections[number].arch
    return trial
  }

  /// What a device does that it must not, kPa beyond its limits.
  private func harm(in trial: DeviceTrial) -> Double {
    var harm = 0.0
    for (number, target) in targets.enumerated() {
      harm += Self.weighed(trial.peaks[number] + margin - target.limit)
    }
    if let pad = trial.pad { harm += Self.weighed(pad.after + margin - max(pad.before, RegionTarget.harmless)) }
    harm += Self.weighed(trial.arch + margin - Self.archLimit)
    harm += Self.weighed(Self.kPaPer.heel * 10 * (Lint.heelShare - trial.heelForce))
    harm += Self.weighed(Self.kPaPer.bottomed * (trial.bottomed - bottomedBefore))
    harm += Self.weighed(Self.kPaPer.shortfall * (trial.shortfall - shortfallBefore - 0.05))
    return harm
  }

  private static func weighed(_ excess: Double) -> Double {
    guard excess > 0 else { return 0 }
    return excess < large ? excess + excess * excess / (2 * large) : 2 * excess - large / 2
  }
}
