/// How the two feet of a person differ in shape and in load.
package struct PairComparison: Sendable {
  /// One number of both feet.
  package struct Entry: Sendable {
    /// What is compared, as JSON names it.
    package var name: String
    /// What a person calls it, with its unit.
    package var title: String
    /// The number of the left and of the right foot.
    package var left: Double
    /// The number of the right foot.
    package var right: Double

    /// Left minus right over their mean, %; 0 where both are none.
    package var difference: Double {
      let sum = left + right
      return sum > 0 ? 200 * (left - right) / sum : 0
    }
  }

  /// Shape first, then load.
  package var entries: [Entry]
  /// What the user should know.
  package var findings: [Finding]

  /// Difference of load from which it is worth saying, % of averaged repeated recordings.
  static let notableLoad = FootAsymmetry.notable
  /// Difference in length from which each foot wants its own shoe, mm.
  static let notableLength = 5.0

  /// Compares the two feet of one person by their shape and by the pressure before.
  package init(left: (foot: FootShape, prediction: Prediction), right: (foot: FootShape, prediction: Prediction)) {
    let shapes = (FootMeasures(left.foot), FootMeasures(right.foot))
    func shape(_ name: String, _ title: String, _ value: (FootMeasures) -> Double?) -> Entry? {
      guard let a = value(shapes.0), let b = value(shapes.1) else { return nil }
      return Entry(name: name, title: title, left: a, right: b)
    }
    entries = [
      shape("footLength", "foot length mm", \.footLength), shape("ballWidth", "ball width mm", \.ballWidth),
      shape("heelWidth", "heel width mm", \.heelWidth), shape("archHeight", "arch height mm", \.archHeight),
      shape("archIndex", "arch index", \.archIndex),
    ].compactMap { $0 }
    findings = []
    if abs(left.foot.length - right.foot.length) > Self.notableLength {
      findings.append(
        Finding(
          .note, code: "feet-of-two-lengths",
          message: "the feet differ by \(Lint.shown(abs(left.foot.length - right.foot.length))) mm in length",
          remedy: "fit shoes to the longer foot"))
    }
    let isMeasured = left.prediction.source != .bodyWeight && right.prediction.source != .bodyWeight
    guard isMeasured else { return }
    func load(_ region: FootRegion, _ name: String, _ title: String, _ value: (RegionMetrics) -> Double) {
      guard let a = left.prediction.regions.first(where: { $0.region == region })?.before,
        let b = right.prediction.regions.first(where: { $0.region == region })?.before
      else { return }
      let entry = Entry(name: name, title: title, left: value(a), right: value(b))
      entries.append(entry)
      guard abs(entry.difference) > Self.notableLoad else { return }
      findings.append(
        Finding(
          .note, code: "load-differs",
          message:
            "\(title): \(Lint.shown(abs(entry.difference))) % more on the \(entry.difference > 0 ? "left" : "right")",
          remedy: "average several recordings of each foot before it counts: one step differs as much"))
    }
    load(.whole, "force", "force before N", \.force)
    load(.whole, "peak", "peak before kPa", \.peak)
    load(.heel, "heelPeak", "heel peak before kPa", \.peak)
    load(.forefoot, "forefootPeak", "forefoot peak before kPa", \.peak)
  }
}
