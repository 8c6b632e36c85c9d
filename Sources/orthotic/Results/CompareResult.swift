import OrthoticCore

/// What `compare` prints.
struct CompareResult: Encodable {
  /// One prescription and what it is predicted to do.
  struct Variant: Encodable {
    let name: String
    let prescription: [String: String]
    let regions: [RegionResult]
    let zones: [ZoneResult]
    let warnings: [WarningResult]

    init(_ named: NamedPrescription, _ design: DesignResult) {
      let result = PredictionResult(design.prediction)
      name = named.name
      prescription = DesignOutcome.texts(of: design.prescription)
      regions = result.regions
      zones = result.zones
      warnings = design.findings.map(WarningResult.init)
    }
  }

  let variants: [Variant]
  let notMeasured: [String] = []
  let assumed: [AssumedResult]
  let warnings: [WarningResult]

  /// The same for a person: peaks by region, before and for each variant.
  var text: String {
    // Numbers stand for long names, so that the columns stay narrow.
    var table = TextTable()
    table.add(["region", "before"] + variants.indices.flatMap { ["\($0 + 1)", ""] })
    for (row, region) in (variants.first?.regions ?? []).enumerated() {
      var cells = [region.name, tableText(region.before.peak, decimals: 0)]
      for variant in variants {
        let after = variant.regions[row]
        cells += [tableText(after.after.peak, decimals: 0), ChangeResult.text(after.change?.peak)]
      }
      table.add(cells)
    }
    let names = variants.enumerated().map { "  \($0 + 1)  \($1.name)\n" }.joined()
    return "Predicted peak pressure, kPa\n" + table.text + "\nVariants\n" + names
  }
}
