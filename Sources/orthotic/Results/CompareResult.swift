import OrthoticCore
import OrthoticExport

/// What `compare` prints.
struct CompareResult: Encodable {
  /// What is kept of a variant: all but its surfaces.
  struct Outcome {
    let name: String
    let prescription: Prescription
    let prediction: PredictionResult
    let assumptions: [Assumption]
    var findings: [Finding]
    /// Highest pressure by region, by which variants are ranked.
    let peaks: [FootRegion: Double]
    /// Its regions, from which differences to another variant are read.
    let regions: [RegionOutcome]

    init(_ named: NamedPrescription, _ design: ShapedDesign) {
      name = named.name
      prescription = design.prescription
      prediction = PredictionResult(design.prediction)
      assumptions = design.assumptions
      findings = design.findings
      regions = design.prediction.regions
      peaks = Dictionary(
        design.prediction.regions.map { ($0.region, $0.change?.peakAfter.median ?? $0.after.peak) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// One prescription and what it is predicted to do.
  struct Variant: Encodable {
    let name: String
    /// 1 is the lowest predicted peak in the goal's region.
    let rank: Int
    let prescription: [String: String]
    let regions: [RegionResult]
    /// How each region's peak differs from the first variant's; absent for that one, and without bands.
    let differences: [DifferenceRecord]?
    let zones: [ZoneResult]
    let arch: ArchResult?
    let warnings: [WarningResult]
  }

  /// By what the variants are ranked.
  struct Goal: Encodable {
    let region: String
    let lowest = "peak"
  }

  /// A variant that a rule refuses.
  struct Refused: Encodable {
    let name: String
    let findings: [Finding]

    private enum Key: CodingKey { case name, warnings }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(name, forKey: .name)
      try container.encode(findings.map(WarningResult.init), forKey: .warnings)
    }
  }

  let variants: [Variant]
  /// What every peak is a mean over, before as after, cm².
  let peakArea: Double?
  /// Variants without a prediction, and why.
  let refused: [Refused]
  let goal: Goal
  let notMeasured: [String] = []
  let assumed: [AssumedResult]
  let warnings: [WarningResult]

  init(outcomes: [Outcome], refused: [Refused], goal: FootRegion, assumed: [AssumedResult], warnings: [WarningResult]) {
    let peaks = outcomes.map { $0.peaks[goal] ?? .infinity }
    // Equal peaks keep the order in which the variants were given.
    let order = outcomes.indices.sorted { peaks[$0] != peaks[$1] ? peaks[$0] < peaks[$1] : $0 < $1 }
    var ranks = [Int](repeating: 0, count: outcomes.count)
    for (place, index) in order.enumerated() { ranks[index] = place + 1 }
    let differences = DifferenceRecord.toFirst(outcomes.map(\.regions))
    variants = zip(zip(outcomes, ranks), differences).map { pair, differences in
      let (outcome, rank) = pair
      return Variant(
        name: outcome.name, rank: rank, prescription: DesignOutcome.texts(of: outcome.prescription),
        regions: outcome.prediction.regions,
        differences: differences, zones: outcome.prediction.zones,
        arch: outcome.prediction.arch,
        warnings: outcome.findings.map(WarningResult.init))
    }
    peakArea = outcomes.first?.prediction.peakArea
    self.refused = refused
    self.goal = Goal(region: goal.rawValue)
    self.assumed = assumed
    self.warnings = warnings
  }

  /// The same for a person: a table per region, best variant first.
  var text: String {
    let ranked = variants.sorted { $0.rank < $1.rank }
    if ranked.isEmpty { return "No variant is allowed by the rules.\n" }
    var parts = [
      "Predicted peak pressure, kPa, over \(tableText(peakArea, decimals: 1)) cm²; ranked by the lowest peak: \(goal.region)\n"
    ]
    for (row, region) in (variants.first?.regions ?? []).enumerated() {
      let isCoupled = region.afterByColumns != nil
      var table = TextTable(wordColumns: [1])
      let goals = region.verdicts?.map(\.goal) ?? []
      let differs = variants.contains { $0.differences != nil }
      table.add(
        ["", region.title, "before", "after", "5–95 %"] + (isCoupled ? ["columns"] : []) + ["change", "5–95 %"]
          + (differs ? ["to first kPa", "", "5–95 %"] : []) + goals)
      for variant in ranked {
        let outcome = variant.regions[row]
        table.add(
          [
            "\(variant.rank)", variant.name, tableText(outcome.before.peak, decimals: 0),
            tableText(outcome.after.peak, decimals: 0), BandResult.text(outcome.peakAfter),
          ] + (isCoupled ? [tableText(outcome.afterByColumns?.peak, decimals: 0)] : [])
            + [ChangeResult.text(outcome.change?.peak), ChangeResult.bandText(outcome.change?.peak)]
            + (differs ? DifferenceRecord.texts(variant.differences?.first { $0.name == region.name }) : [])
            + (outcome.verdicts?.map(\.outcome) ?? []))
      }
      parts.append(table.text)
    }
    if let arches = archTable(ranked) { parts.append(arches) }
    return parts.joined(separator: "\n")
  }

  /// What the arch carries in each variant.
  private func archTable(_ ranked: [Variant]) -> String? {
    guard ranked.contains(where: { $0.arch != nil }) else { return nil }
    var table = TextTable(wordColumns: [1])
    table.add(["", "arch support", "height %", "peak kPa", "5–95 %", "force N"])
    for variant in ranked {
      table.add([
        "\(variant.rank)", variant.name, tableText(variant.arch?.contact, decimals: 0),
        tableText(variant.arch?.peak, decimals: 0), BandResult.text(variant.arch?.peakBand),
        tableText(variant.arch?.force, decimals: 0),
      ])
    }
    return table.text
  }
}
