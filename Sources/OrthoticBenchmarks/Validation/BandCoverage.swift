import OrthoticCore

/// How often a new draw falls inside the band.
enum BandCoverage {
  static func section(data: String?) -> String {
    let coverage = ContactCoverage.measure(ContactCases.load(samples: "Samples", data: data))
    var table = MarkdownTable(["region", "new draws", "inside the 5–95 % band"])
    for (region, counts) in zip(FootRegion.allCases, coverage.regions) where counts.draws > 0 {
      table.add([
        region.rawValue, "\(counts.draws)",
        "\(BenchmarkReport.text(100 * Double(counts.inside) / Double(counts.draws), 1)) %",
      ])
    }
    table.add(["all", "\(coverage.draws)", "\(BenchmarkReport.text(100 * coverage.share, 2)) %"])
    return """
      ## What a band holds

      Bands of 64 draws against new draws of other seeds: three devices on each Sample\(data == nil ? "" : " and real scan"), regional peaks. Wanted: 90 ± 3 %. A band covers the
      parameters' uncertainty, not the model's own error, which only measured pairs could tell.

      \(table.text)
      """
  }
}
