/// How differently two feet are loaded.
public struct FootAsymmetry: Equatable, Sendable {
  /// Difference from which an asymmetry is worth saying, % of the mean: below it repeated recordings differ as much.
  public static let notable = 10.0

  /// Largest force: left minus right over their mean, %.
  public var maximumForce: Double
  /// Highest pressure, likewise.
  public var peak: Double
  /// Largest contact area, likewise.
  public var contactArea: Double
  /// Time on the ground, likewise; `nil` without frames.
  public var stanceTime: Double?

  /// Compares the summaries of a left and a right foot.
  public init(left: RecordingSummary, right: RecordingSummary) {
    func difference(_ a: Double, _ b: Double) -> Double { a + b > 0 ? 200 * (a - b) / (a + b) : 0 }
    maximumForce = difference(left.maximumForce, right.maximumForce)
    peak = difference(left.peak, right.peak)
    contactArea = difference(left.contactArea, right.contactArea)
    if let a = left.stanceTime, let b = right.stanceTime { stanceTime = difference(a, b) }
  }
}
