/// What a person's foot can be: the limits that scans are held against.
///
/// Sources: length and breadth of 4082 men and 1986 women (ANSUR II, 2012: length 271 ± 13 and 246 ± 12 mm, breadth 102 ± 5 and
/// 93 ± 5 mm, heel breadth 70 ± 4 and 63 ± 4 mm); babies' feet begin at 80 mm when they walk, the longest foot ever measured
/// had 400 mm.
package enum PlausibleFoot {
  /// Lengths that a foot may have, mm, of a child or of an adult.
  package static let lengths = 80.0...400.0
  /// Lengths that are believed where a unit other than the file's own millimetres gives them and nobody said so, mm.
  ///
  /// A scan of arbitrary size passes for a child's foot in some unit: below this it is asked.
  package static let lengthsOfAdults = 180.0...340.0
  /// Length that no more than one foot in ten thousand exceeds, mm: four deviations above the mean of ANSUR II's men.
  package static let usuallyLongest = 323.0
  /// Ball width, share of the foot's length: 0.38 ± 0.02 in ANSUR II, four of its deviations to either side and what a foot that
  /// bears no load gains.
  package static let ballShares = 0.29...0.48
  /// Heel width, share of the ball's: 0.68 ± 0.04, the same.
  package static let heelShares = 0.52...0.86
  /// Beyond these the thing is no whole foot, whatever it is: ball of the length, heel of the ball.
  package static let possibleBallShares = 0.25...0.53
  package static let possibleHeelShares = 0.45...0.97

  /// `80 to 400 mm`.
  package static var lengthsInWords: String { "\(Int(lengths.lowerBound)) to \(Int(lengths.upperBound)) mm" }

  /// Why a thing of some widths is no whole foot; `nil` where it may be one.
  ///
  /// - Parameters:
  ///   - length: heel to toes, mm.
  ///   - ball: width across the metatarsal heads, mm.
  ///   - heel: width of the heel, mm.
  package static func impossibility(length: Double, ball: Double, heel: Double) -> String? {
    guard length > 0, ball > 0 else { return nil }
    if !possibleBallShares.contains(ball / length) {
      return "it is \(whole(length)) mm long and \(whole(ball)) mm wide at the ball, as no whole foot is"
    }
    if heel > 0, !possibleHeelShares.contains(heel / ball) {
      return "it is \(whole(heel)) mm wide at the heel and \(whole(ball)) mm at the ball, as no whole foot is"
    }
    return nil
  }

  /// A warning about a length or widths that few feet have.
  package static func proportions(length: Double, ball: Double, heel: Double) -> Finding? {
    guard length > 0, ball > 0, heel > 0 else { return nil }
    guard length > usuallyLongest || !ballShares.contains(ball / length) || !heelShares.contains(heel / ball) else {
      return nil
    }
    return Finding(
      .warning, code: "unusual-proportions",
      message:
        "a foot \(whole(length)) mm long, \(whole(ball)) mm wide at the ball and \(whole(heel)) mm at the heel is unusual: something may "
        + "be missing or not belong to it",
      remedy: "\(tool: .solePicture) shows what was found; scan the whole foot again if it is not all there")
  }

  private static func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }
}
