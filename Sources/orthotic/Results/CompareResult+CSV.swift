extension CompareResult {
  /// A line for each variant and region, best variant first; what was not measured is empty.
  var csv: String {
    let names = [
      "rank", "variant", "region", "peakBefore", "peakAfter", "peakAfterLow", "peakAfterMedian", "peakAfterHigh",
      "change", "changeLow", "changeMedian", "changeHigh", "meanBefore", "meanAfter", "areaBefore", "areaAfter",
      "forceBefore", "forceAfter", "toFirst", "toFirstLow", "toFirstMedian", "toFirstHigh", "belowThreshold",
      "loweredEnough",
    ]
    var lines = [names.joined(separator: ",")]
    for variant in variants.sorted(by: { $0.rank < $1.rank }) {
      for region in variant.regions {
        let change = region.change?.peak
        let toFirst = variant.differences?.first { $0.name == region.name }?.peak
        let numbers = [
          region.before.peak, region.after.peak, region.peakAfter?.low, region.peakAfter?.median,
          region.peakAfter?.high,
          change?.nominal, change?.low, change?.median, change?.high, region.before.mean, region.after.mean,
          region.before.area, region.after.area, region.before.force, region.after.force,
          toFirst?.nominal, toFirst?.low, toFirst?.median, toFirst?.high,
        ].map { $0.map { "\($0)" } ?? "" }
        let verdicts = region.verdicts?.map(\.outcome) ?? ["", ""]
        lines.append(
          (["\(variant.rank)", CSVCell.text(variant.name), CSVCell.text(region.name)] + numbers + verdicts).joined(
            separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
