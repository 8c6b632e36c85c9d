import OrthoticCore

/// Regional peaks and means on contact grids of 1, 2 and 4 mm: `OrthoticBenchmarks grid-convergence [DATA]`.
///
/// On the Samples and four real pairs, before and after, the default device without pockets. Wanted: 2 mm within 3 % of 1 mm, 4 mm
/// within 6 %.
enum GridConvergence {
  static let group = BenchmarkGroup(name: "grid-convergence", isLong: true) { arguments in
    let data = RealFolder.path(arguments.first)
    let grids = spacings.map { Array(StudyFeet.load(data: data, contactSpacing: $0).prefix(7)) }
    guard let finest = grids.first else { return }
    for (number, foot) in finest.enumerated() {
      let regions = grids.map { outcomes($0[number]) }
      for (spacing, (limit, coarse)) in zip(spacings, zip(limits, regions)).dropFirst() {
        judge(regions[0], coarse, limit: limit, "\(foot.name), \(BenchmarkReport.text(spacing, 0)) mm")
      }
    }
  }

  private static let spacings = [1.0, 2, 4]
  private static let limits = [0, 0.03, 0.06]
  /// Area below which a region is too small for the coarser grids to have anything to average, cm².
  private static let smallestArea = 1.0

  private static func outcomes(_ foot: StudyFoot) -> [RegionOutcome] {
    foot.design { _ in }?.prediction.regions ?? []
  }

  private static func judge(_ fine: [RegionOutcome], _ coarse: [RegionOutcome], limit: Double, _ name: String) {
    var worst = (share: 0.0, text: "nothing compared")
    var missed: [String] = []
    var compared = 0
    for (a, b) in zip(fine, coarse) where a.before.area >= smallestArea {
      let values = [
        ("peak before", a.before.peak, b.before.peak), ("peak after", a.after.peak, b.after.peak),
        ("mean before", a.before.mean, b.before.mean), ("mean after", a.after.mean, b.after.mean),
      ]
      for (quantity, exact, found) in values where exact > 0 {
        let share = abs(found / exact - 1)
        let text =
          "\(a.region.rawValue) \(quantity) \(BenchmarkReport.text(exact, 0)) to \(BenchmarkReport.text(found, 0))"
        compared += 1
        if share > worst.share { worst = (share, text) }
        if share > limit { missed.append("\(text) (\(BenchmarkReport.percent(found / exact - 1, 1)))") }
      }
    }
    BenchmarkReport.hold(
      compared > 0 && missed.isEmpty,
      "\(name) against 1 mm: \(compared) peaks and means, the worst \(BenchmarkReport.percent(worst.share, 1)) (\(worst.text)), wanted \(BenchmarkReport.percent(limit))"
    )
    if !missed.isEmpty { BenchmarkReport.note(missed.joined(separator: "; ")) }
  }
}
