/// Tells heel from toes and left from right on a foot that stands on its sole.
///
/// Every observation is a length in shares of the foot's, positive for yes. Its weight makes a number of it that counts up to
/// 3, and its limit keeps one observation that went astray from outvoting the rest. The weights were chosen by hand, not
/// fitted. On the three Samples and seven real scans they add up to 1.8 to 6.2 for the right heading and to 3.2 to 8.5 for
/// the right side; the range of each is given beside it, negative where it speaks for the wrong one. What they yield in any
/// pose is measured by `OrthoticBenchmarks poses FOLDER`, which turns each of these 500 times and counts wrong sides.
enum Orientation {
  /// How much an observation counts: `factor` times its length, which counts up to ± `limit`.
  struct Weight: Sendable {
    let factor: Double
    var limit = Double.infinity

    func balance(_ length: Double) -> Double { factor * min(max(length, -limit), limit) }
  }

  /// Distance of the silhouette's centroid from the middle of the length, towards the toes: 0.003 to 0.026.
  static let centroid = Weight(factor: 60)
  /// Distance of the widest slice from the middle, towards the toes: 0.075 to 0.225.
  static let widest = Weight(factor: 8)
  /// How much higher the rear quarter rises than the front quarter; a leg rises without end, hence the limit.
  static let rearRise = Weight(factor: 10, limit: 0.4)

  /// How much higher the sole stands on the left than on the right of the midfoot: counts 0.3 to 3.
  static let medialArch = Weight(factor: 100, limit: 0.03)
  /// How far the midline bulges to the right in the middle of the foot: counts 0.6 to 2.
  static let midlineBulge = Weight(factor: 40, limit: 0.05)
  /// How much deeper the waist cuts in from the left than from the right: counts −0.6 to 0.8.
  static let medialWaist = Weight(factor: 15, limit: 0.05)
  /// How far the crest of the instep runs left of the midline: counts 0.4 to 1.2 where the dorsum was seen.
  static let medialCrest = Weight(factor: 30, limit: 0.05)
  /// How far the toes on the left reach in front of those on the right: counts 0.1 to 2.4.
  static let toeSlant = Weight(factor: 20, limit: 0.12)
  /// How far the ball's left border is farthest out in front of where its right border is: counts −0.4 to 1.5.
  static let obliqueBall = Weight(factor: 15, limit: 0.1)

  /// Whether the toes lie at the upper end of the slices.
  static func toesAtUpperEnd(_ foot: SlicedFoot) -> Evidence {
    let slices = foot.slices
    let middle = Double(slices.count - 1) / 2
    var width = 0.0
    var moment = 0.0
    var widest = (index: 0, width: 0.0)
    for (index, slice) in slices.enumerated() where !slice.width.isNaN {
      width += slice.width
      moment += slice.width * (Double(index) - middle) / Double(slices.count)
      if slice.width > widest.width { widest = (index, slice.width) }
    }
    // The forefoot is wider than the heel: the silhouette's centroid lies beyond the middle.
    let centroid = width > 0 ? moment / width : 0
    // The ball is the widest place, at 0.6 to 0.75 of the length from the heel.
    let ball = (Double(widest.index) - middle) / Double(slices.count)
    // Ankle and heel rise high, toes are flat.
    let quarter = slices.count / 4
    let rise = mean(slices.prefix(quarter).map(\.top)) - mean(slices.suffix(quarter).map(\.top))
    return Evidence(
      balance: Self.centroid.balance(centroid) + Self.widest.balance(ball) + rearRise.balance(rise))
  }

  /// Whether a foot with its toes at the upper end is a right one.
  static func isRight(_ foot: SlicedFoot) -> Evidence {
    Evidence(balance: sideObservations(foot).reduce(0, +))
  }

  /// Width of the foremost slice, as a share of the ball's, from which a foot has no toes.
  private static let toelessWidth = 0.75

  /// The observations about the side, positive for a right foot, each about 1 to 3 where it speaks clearly.
  static func sideObservations(_ foot: SlicedFoot) -> [Double] {
    let slices = foot.slices
    // Without toes the front end says nothing.
    let ballWidth = slices.suffix(slices.count / 2).map(\.width).filter { !$0.isNaN }.max() ?? 0
    let front = slices.last.map { $0.width > Self.toelessWidth * ballWidth } ?? false ? [] : foot.front
    let isToeless = front.isEmpty
    func part(_ from: Double, _ to: Double) -> ArraySlice<SlicedFoot.Slice> {
      slices[Int(from * Double(slices.count))..<Int(to * Double(slices.count))]
    }
    // The medial arch: the high side of the sole near 42 % of the length is medial.
    let arch = mean(part(0.3, 0.55).map { $0.lowLeft - $0.lowRight })
    // The foot curves inwards: its midline bulges to the lateral side.
    let bulge =
      isToeless
      ? 0
      : mean(part(0.45, 0.65).map(\.middle)) - (mean(part(0, 0.15).map(\.middle)) + mean(part(0.85, 1).map(\.middle)))
        / 2
    // The waist cuts in from the medial side: below the chord from heel to ball.
    func chord(_ border: (SlicedFoot.Slice) -> Double) -> Double {
      (mean(part(0.1, 0.2).map(border)) + mean(part(0.65, 0.75).map(border))) / 2 - mean(part(0.35, 0.5).map(border))
    }
    let waist = -chord(\.left) - chord(\.right)
    // The crest of the instep runs on the medial side.
    let high = part(0.4, 0.75).filter { $0.top > 0.13 }
    let crest = high.count >= 3 ? mean(high.map { $0.middle - $0.crest }) : 0
    // The toes recede towards the lateral side.
    let toes = front.count == 10 ? mean(front[0..<4]) - mean(front[6..<10]) : 0
    // The first metatarsal head lies farther forward than the fifth.
    func ball(_ border: (SlicedFoot.Slice) -> Double) -> Double {
      let range = Array(part(0.5, 0.85))
      var sum = 0.0
      var weight = 0.0
      let edge = range.map(border).filter { !$0.isNaN }.max() ?? 0
      for (index, slice) in range.enumerated() where !border(slice).isNaN {
        let w = max(0.02 - (edge - border(slice)), 0)
        sum += w * (0.5 + Double(index) / Double(slices.count))
        weight += w
      }
      return weight > 0 ? sum / weight : 0
    }
    let oblique = isToeless ? 0 : ball { -$0.left } - ball(\.right)
    return [
      medialArch.balance(arch), midlineBulge.balance(bulge), medialWaist.balance(waist), medialCrest.balance(crest),
      toeSlant.balance(toes), obliqueBall.balance(oblique),
    ]
  }

  private static func mean(_ values: some Sequence<Double>) -> Double {
    var sum = 0.0
    var count = 0.0
    for value in values where !value.isNaN {
      sum += value
      count += 1
    }
    return count > 0 ? sum / count : 0
  }
}
