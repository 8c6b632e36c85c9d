import OrthoticCore

/// What each unknown of the sensitivity set does to the predicted peaks (Akrami).
enum InfluenceTable {
  /// The unknowns, each at both ends of its range.
  private static let unknowns: [(name: String, ends: [SensitivityDraw])] = [
    ("tissue stiffness ×/÷ 1.6", both { $0.tissueStiffness = $1 < 0 ? 1 / 1.6 : 1.6 }),
    ("tissue thickness ± 20 %", both { $0.tissueThickness = 1 + 0.2 * $1 }),
    ("insole modulus ×/÷ 1.5", both { $0.insoleModulus = $1 < 0 ? 1 / 1.5 : 1.5 }),
    ("load ± 10 %", both { $0.load = 1 + 0.1 * $1 }),
    ("centre of pressure across ± 10 % of the footprint's radius", both { $0.shiftX = 0.1 * $1 }),
    ("centre of pressure along ± 10 % of the footprint's radius", both { $0.shiftY = 0.1 * $1 }),
  ]

  private static func both(_ change: (inout SensitivityDraw, Double) -> Void) -> [SensitivityDraw] {
    [-1.0, 1].map { end in
      var draw = SensitivityDraw()
      change(&draw, end)
      return draw
    }
  }

  static func section() -> String {
    guard let design = ModelDifference.design("normal-right", PredictionOptions(draws: 0)) else {
      return "## What the answer hangs on\n\nLeft out: Samples not found.\n"
    }
    let model = design.loading.model
    let insole = InsoleOnGrid(
      surfaces: design.surfaces, layout: model.layout, columnModulus: design.prescription.material.columnModulus)
    let columns = model.solutions(on: insole)
    let places: [FootRegion] = [.heel, .midfoot, .mt1, .mt2, .mt5, .hallux]
    func peaks(_ picture: [Double]) -> [Double] {
      let metrics = design.loading.regions.metrics(of: picture)
      return places.compactMap { place in metrics.first { $0.region == place }?.metrics.peak }
    }
    let nominal = peaks(columns.peak)
    var table = MarkdownTable(["unknown, from its low to its high end"] + places.map(\.rawValue))
    for unknown in unknowns {
      let bands = model.bands(on: insole, from: columns, loads: [0], draws: unknown.ends)
      let ends = bands.pressures.map(peaks)
      guard ends.count == 2 else { continue }
      table.add(
        [unknown.name]
          + places.indices.map {
            "\(BenchmarkReport.percent(ends[0][$0] / nominal[$0] - 1)) to \(BenchmarkReport.percent(ends[1][$0] / nominal[$0] - 1))"
          })
    }
    return """
      ## What the answer hangs on

      Akrami found the peak most sensitive to foot tilt, 5–11 % for each per cent of tilt. Here the tilt follows from the moment balance, so the place of
      the load is its measure. Change of the peaks after, `Samples/normal-right` on its default device:

      \(table.text)
      """
  }
}

/// Columns and the coupled layer side by side on the Samples.
enum ModelDifference {
  static func design(_ name: String, _ options: PredictionOptions) -> ShapedDesign? {
    guard
      let each = ContactCases.read(name, scan: "Samples/\(name)/scan.ply", map: "Samples/\(name)/pressure.csv")
    else { return nil }
    var inputs = each.inputs
    inputs.predictionOptions = options
    return try? DesignPipeline.shaped(for: each.foot, inputs: inputs)
  }

  static func section() -> String {
    var table = MarkdownTable(["sample", "region", "before kPa", "columns kPa", "layer kPa", "difference"])
    var forces = 0.0
    for name in ["normal-right", "flat-left", "cavus-right"] {
      guard let design = design(name, PredictionOptions(model: .layer, draws: 0)) else { continue }
      forces = max(forces, design.prediction.balance.force)
      for outcome in design.prediction.regions where outcome.before.peak > 0 {
        let columns = outcome.afterByColumns?.peak ?? 0
        table.add([
          name, outcome.region.rawValue, BenchmarkReport.text(outcome.before.peak, 0), BenchmarkReport.text(columns, 0),
          BenchmarkReport.text(outcome.after.peak, 0),
          columns > 0 ? BenchmarkReport.percent(outcome.after.peak / columns - 1) : "",
        ])
      }
    }
    return """
      ## Columns against the coupled layer

      The default device of each sample (TPU 85A, 25 % infill, ν 0.2, pockets above 200 kPa), `--model columns` against `--model layer`; the layer's force is
      kept to \(BenchmarkReport.scientific(forces)). A layer carries the rim of a pocket with its floor, so pockets relieve less.

      \(table.text)
      """
  }
}
