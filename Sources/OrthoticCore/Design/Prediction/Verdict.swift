/// Whether a goal for a pressure is met, for all that the model does not know.
public struct Verdict: Equatable, Sendable {
  /// What is asked of a place of the sole.
  public enum Goal: Equatable, Sendable {
    /// A peak below this, kPa.
    case below(Double)
    /// A peak lower than before by this share, such as 0.3.
    case lowered(Double)

    /// The goal in words, such as `below 200 kPa` or `30 % lower`.
    public var text: String {
      switch self {
      case .below(let limit): "below \(Lint.shown(limit)) kPa"
      case .lowered(let share): "\(Lint.shown(100 * share)) % lower"
      }
    }
  }

  /// How far a goal is met.
  public enum Outcome: String, Equatable, Sendable {
    /// Across the whole band.
    case met
    /// Over a part of the band only.
    case open
    /// Nowhere in the band.
    case missed
  }

  /// What was asked.
  public var goal: Goal
  /// How far it is met.
  public var outcome: Outcome

  /// Relief at which a place counts as offloaded whatever its pressure: 30 % (IWGDF).
  public static let standardRelief = 0.3

  /// Judges a band of peaks, or of changes as shares, by a goal.
  public init(_ goal: Goal, band: Band) {
    self.goal = goal
    let limit: Double
    switch goal {
    case .below(let pressure): limit = pressure
    case .lowered(let share): limit = -share
    }
    outcome = band.high <= limit ? .met : band.low > limit ? .missed : .open
  }
}
