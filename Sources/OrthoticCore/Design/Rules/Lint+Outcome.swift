/// What the predicted pressure itself gives rise to, region by region.
///
/// One set of limits: the target is a pressure, or 30 % less than before; no region may end above the target and a tenth above its
/// own before without a word.
extension Lint {
  /// The code of a region that was above the target and misses both goals; `design` then ends with a code of its own.
  public static let targetMissedCode = "target-missed"
  /// Rise over its own before that makes a region worse, share.
  static let regionRise = 0.1

  /// Regions that end worse than they were, and those that were too high and stay so.
  static func regionFindings(_ prediction: Prediction, target: Double) -> [Finding] {
    let judged = prediction.regions.filter {
      $0.region != .whole && $0.region != .forefoot && $0.region != .metatarsalPad
    }
    var findings: [Finding] = []
    for region in judged
    where region.after.peak > target && region.after.peak > (1 + regionRise) * region.before.peak {
      findings.append(
        Finding(
          .warning, code: "region-worse",
          message: "\(region.region.rawValue) rises from \(shown(region.before.peak.rounded())) to "
            + "\(shown(region.after.peak.rounded())) kPa, above the target of \(shown(target)) kPa",
          remedy: remedy(for: region.region)))
    }
    // Without a map "before" is a guess: no goal is missed against it.
    guard prediction.source != .bodyWeight else { return findings }
    for region in judged where region.before.peak > target && region.after.peak > target {
      guard region.after.peak > (1 - Verdict.standardRelief) * region.before.peak else { continue }
      findings.append(
        Finding(
          .warning, code: targetMissedCode,
          message: "\(region.region.rawValue) is predicted at \(shown(region.after.peak.rounded())) kPa: neither below "
            + "\(shown(target)) kPa nor \(shown(100 * Verdict.standardRelief)) % below its "
            + "\(shown(region.before.peak.rounded())) kPa before",
          remedy: "raise \(.thickness), choose a softer \(.material), or change what loads it"))
    }
    return findings
  }

  /// What most likely loads a region, and the setting that changes it.
  private static func remedy(for region: FootRegion) -> Wording {
    switch region {
    case .heel: "lower \(.archContact), or raise \(.heelCup)"
    case .midfoot: "lower \(.archContact), raise \(.castFill), or dose by \(.archPressure)"
    case .mt5: "lower \(.lateralArch) or \(.archContact), or choose a softer \(.material)"
    default: "move a pad by \(.metatarsalPadFront), lower \(.archContact), or choose a softer \(.material)"
    }
  }

  /// Foam that is squeezed flat: it relieves no more, whatever its softness promises.
  static func foamFindings(_ prediction: Prediction) -> [Finding] {
    guard !prediction.bottomed.isEmpty else { return [] }
    let places = prediction.bottomed.map { "\($0.region.rawValue) (\(shown($0.area)) cm²)" }.joined(separator: ", ")
    return [
      Finding(
        .warning, code: "foam-bottoms-out",
        message: "the foam is squeezed nearly flat under \(places) and relieves no more there",
        remedy: "raise \(.thickness), or choose a firmer \(.material) or a thinner \(.cover)")
    ]
  }
}
