/// Tells heel from toes and left from right on a foot that stands on its sole.
enum Orientation {
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
    return Evidence(balance: 60 * centroid + 8 * ball + 10 * clamped(rise, 0.4))
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
      100 * clamped(arch, 0.03), 40 * clamped(bulge, 0.05), 15 * clamped(waist, 0.05), 30 * clamped(crest, 0.05),
      20 * clamped(toes, 0.12), 15 * clamped(oblique, 0.1),
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

  private static func clamped(_ value: Double, _ limit: Double) -> Double { min(max(value, -limit), limit) }
}
