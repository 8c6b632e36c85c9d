#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A yes-or-no decision from several observations, each a number whose sign says which and whose size says how much.
struct Evidence: Equatable, Sendable {
  /// The observations added up.
  var balance: Double

  /// Whether the balance speaks for yes.
  var isYes: Bool { balance >= 0 }

  /// How sure the decision is, 0.5 to 1 (logistic).
  var confidence: Double { 1 / (1 + exp(-abs(balance))) }
}

/// Tells heel from toes and left from right on a foot that stands on its sole.
enum Orientation {
  /// Whether the toes lie at the upper end of the slices.
  static func toesAtUpperEnd(_ foot: SlicedFoot) -> Evidence {
    let slices = foot.slices
    let middle = Double(slices.count - 1) / 2
    var width = 0.0
    var moment = 0.0
    for (index, slice) in slices.enumerated() where !slice.width.isNaN {
      width += slice.width
      moment += slice.width * (Double(index) - middle) / Double(slices.count)
    }
    // The forefoot is wider than the heel: the silhouette's centroid lies beyond the middle.
    let centroid = width > 0 ? moment / width : 0
    // The ball is the widest place, at 0.6 to 0.75 of the length from the heel.
    let widest =
      slices.indices.max { a, b in
        (slices[a].width.isNaN ? 0 : slices[a].width) < (slices[b].width.isNaN ? 0 : slices[b].width)
      } ?? 0
    let ball = (Double(widest) - middle) / Double(slices.count)
    // Ankle and heel rise high, toes are flat.
    let quarter = slices.count / 4
    let rise = mean(slices.prefix(quarter).map(\.top)) - mean(slices.suffix(quarter).map(\.top))
    return Evidence(balance: 60 * centroid + 8 * ball + 8 * clamped(rise, 0.4))
  }

  /// Whether a foot with its toes at the upper end is a right one.
  static func isRight(_ foot: SlicedFoot) -> Evidence {
    let slices = foot.slices
    func part(_ from: Double, _ to: Double) -> ArraySlice<SlicedFoot.Slice> {
      slices[Int(from * Double(slices.count))..<Int(to * Double(slices.count))]
    }
    func midline(_ slice: SlicedFoot.Slice) -> Double { (slice.left + slice.right) / 2 }
    // The medial arch: the high side of the sole near 42 % of the length is medial.
    let arch = mean(part(0.3, 0.55).map { $0.lowLeft - $0.lowRight })
    // The foot curves inwards: its midline bulges to the lateral side.
    let bulge =
      mean(part(0.45, 0.65).map(midline)) - (mean(part(0, 0.15).map(midline)) + mean(part(0.85, 1).map(midline))) / 2
    // The crest of the instep runs on the medial side.
    let high = part(0.4, 0.8).filter { $0.top > 0.13 }
    let crest = high.count >= 3 ? mean(high.map { midline($0) - $0.crest }) : 0
    return Evidence(
      balance: 100 * clamped(arch, 0.04) + 60 * clamped(bulge, 0.06) + 25 * clamped(crest, 0.08))
  }

  private static func mean(_ values: [Double]) -> Double {
    let known = values.filter { !$0.isNaN }
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }

  private static func clamped(_ value: Double, _ limit: Double) -> Double { min(max(value, -limit), limit) }
}
