import OrthoticCore

/// How often a new draw of the unknowns falls inside the band: `OrthoticBenchmarks contact-coverage SAMPLES [DATA]`.
enum ContactCoverage {
  static let group = BenchmarkGroup(name: "contact-coverage") { arguments in
    guard let samples = arguments.first else {
      print("contact-coverage: name the folder of the Samples, and that of real scans and maps")
      return
    }
    measure(ContactCases.load(samples: samples, data: arguments.dropFirst().first)).judge()
  }

  /// Shares inside the band.
  struct Coverage {
    var draws = 0
    var inside = 0
    /// By region, in the order of `FootRegion.allCases`.
    var regions = [(draws: Int, inside: Int)](repeating: (0, 0), count: FootRegion.allCases.count)
    var lowest = 1.0
    var highest = 0.0

    var share: Double { Double(inside) / Double(max(draws, 1)) }

    func judge() {
      for (region, counts) in zip(FootRegion.allCases, regions) where counts.draws > 0 {
        BenchmarkReport.note(
          "\(region.rawValue): \(BenchmarkReport.text(100 * Double(counts.inside) / Double(counts.draws), 1)) %")
      }
      BenchmarkReport.hold(
        abs(share - 0.9) <= 0.03,
        "\(BenchmarkReport.text(100 * share, 2)) % of \(draws) new draws of regional peak changes fall inside the 5–95 % band (single regions of single designs \(BenchmarkReport.text(100 * lowest, 1)) to \(BenchmarkReport.text(100 * highest, 1)) %)"
      )
    }
  }

  /// Draws for each seed, and seeds.
  static let freshDraws = 200
  static let seeds: [UInt64] = [11, 12, 13]

  static func measure(_ cases: [ContactCases.Case]) -> Coverage {
    var coverage = Coverage()
    for each in cases {
      for number in 0..<3 {
        var inputs = each.inputs
        inputs.predictionOptions = PredictionOptions(draws: 0)
        inputs.prescription.offloadMode = number == 0 ? .off : .pocket
        inputs.prescription.material =
          MaterialTable.all[[0, 5, 8][number]]
        inputs.prescription.metatarsalPad = number == 2 ? 4 : 0
        guard let design = try? DesignPipeline.shaped(for: each.foot, inputs: inputs) else { continue }
        measure(design, into: &coverage)
      }
    }
    return coverage
  }

  private static func measure(_ design: ShapedDesign, into coverage: inout Coverage) {
    let model = design.loading.model
    let insole = InsoleOnGrid(
      surfaces: design.surfaces, layout: model.layout, columnModulus: design.prescription.material.columnModulus)
    let columns = model.solutions(on: insole)
    let loads = Array(columns.frames.indices)
    let bands = model.bands(on: insole, from: columns, loads: loads, draws: SensitivityDraw.set())
    let fresh = seeds.map { seed in
      model.bands(on: insole, from: columns, loads: loads, draws: SensitivityDraw.set(count: freshDraws, seed: seed))
    }
    for (index, region) in FootRegion.allCases.enumerated() {
      let nodes = design.loading.regions[region].indices.filter { design.loading.regions[region][$0] }
      func peak(_ picture: [Double]) -> Double { nodes.reduce(0) { max($0, picture[$1]) } }
      guard peak(model.before.values) > 0, let band = bands.band(of: peak) else { continue }
      let values = fresh.flatMap { $0.pressures.map(peak) }
      let inside = values.count { band.contains($0) }
      coverage.draws += values.count
      coverage.inside += inside
      coverage.regions[index].draws += values.count
      coverage.regions[index].inside += inside
      let share = Double(inside) / Double(max(values.count, 1))
      coverage.lowest = min(coverage.lowest, share)
      coverage.highest = max(coverage.highest, share)
    }
  }
}
