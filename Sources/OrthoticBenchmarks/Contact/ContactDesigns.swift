import OrthoticCore
import ParametricFoot

/// Random designs on all feet: `OrthoticBenchmarks contact-designs SAMPLES [DATA] [COUNT]`.
enum ContactDesigns {
  static let group = BenchmarkGroup(name: "contact-designs") { arguments in
    guard let samples = arguments.first else {
      print("contact-designs: name the folder of the Samples, and that of real scans and maps")
      return
    }
    let cases = ContactCases.load(samples: samples, data: arguments.dropFirst().first)
    let count = arguments.count > 2 ? Int(arguments[2]) ?? 1000 : 1000
    var tally = Tally()
    for (number, each) in cases.enumerated() {
      // As evenly as 1000 goes into 8.
      let share = count * (number + 1) / cases.count - count * number / cases.count
      measure(each, designs: share, seed: UInt64(number + 1), into: &tally)
    }
    tally.judge()
  }

  /// What was seen.
  private struct Tally {
    var designs = 0
    var loads = 0
    var unbalanced = 0
    var notFinite = 0
    var failed: [String] = []
    var worstForce = 0.0
    var worstMoment = 0.0
    var newton: [Int] = []
    var gradients: [Int] = []
    var flat = 0
    var risen: [String] = []

    func judge() {
      BenchmarkReport.hold(
        failed.isEmpty, "\(designs) designs, \(failed.count) refused \(failed.prefix(3).joined(separator: "; "))")
      BenchmarkReport.hold(notFinite == 0, "\(notFinite) designs with a number that is not finite")
      BenchmarkReport.hold(unbalanced == 0, "\(unbalanced) of \(loads) balances not found, by columns and by the layer")
      BenchmarkReport.hold(
        worstForce <= 1e-6 && worstMoment <= 1e-6,
        "total force kept to \(BenchmarkReport.scientific(worstForce)), moments to \(BenchmarkReport.scientific(worstMoment)) of force × length, the worst of all"
      )
      for (name, counts) in [("Newton steps by columns", newton), ("iterations of conjugate gradients", gradients)] {
        let sorted = counts.sorted()
        guard let last = sorted.last else { continue }
        BenchmarkReport.note(
          "\(name): median \(sorted[sorted.count / 2]), 99 % \(sorted[sorted.count * 99 / 100]), largest \(last)")
      }
      BenchmarkReport.hold(
        risen.isEmpty,
        "\(flat) flat insoles made thicker or softer: \(risen.count) raised the global peak \(risen.prefix(5).joined(separator: "; "))"
      )
    }
  }

  private static func measure(_ each: ContactCases.Case, designs: Int, seed: UInt64, into tally: inout Tally) {
    var random = SplitMix64(seed: seed)
    var shared: [(key: FootLoading.Key, loading: FootLoading)] = []
    for number in 0..<designs {
      var inputs = each.inputs
      inputs.prescription = prescription(&random)
      inputs.predictionOptions = PredictionOptions(model: .layer, draws: 0)
      let key = FootLoading.Key(inputs.prescription)
      do {
        let known = shared.first { $0.key == key }?.loading
        let design = try DesignPipeline.shaped(for: each.foot, inputs: inputs, shared: known)
        if known == nil { shared.append((key, design.loading)) }
        count(design, into: &tally)
        flatten(design, &random, "\(each.name) \(number)", into: &tally)
      } catch {
        tally.failed.append("\(each.name) \(number): \(error)")
      }
      tally.designs += 1
    }
  }

  private static func count(_ design: ShapedDesign, into tally: inout Tally) {
    let prediction = design.prediction
    let insole = InsoleOnGrid(
      surfaces: design.surfaces, layout: design.loading.model.layout,
      prescription: design.prescription)
    let columns = design.loading.model.solutions(on: insole)
    let coupling = LateralCoupling(poissonRatio: design.prescription.material.poissonRatio)
    let layer = design.loading.model.solutions(on: insole, with: coupling, from: columns)
    tally.loads += 2 * columns.frames.count
    tally.unbalanced += columns.unbalanced.count + layer.unbalanced.count
    tally.newton += columns.frames.map(\.iterations)
    tally.gradients += layer.frames.map(\.iterations)
    let isFinite =
      prediction.after.values.allSatisfy { $0.isFinite && $0 >= 0 }
      && columns.peak.allSatisfy { $0.isFinite && $0 >= 0 }
    if !isFinite { tally.notFinite += 1 }
    tally.worstForce = max(tally.worstForce, prediction.balance.force)
    tally.worstMoment = max(tally.worstMoment, prediction.balance.momentX, prediction.balance.momentY)
    for frame in columns.frames { tally.worstForce = max(tally.worstForce, frame.forceError) }
  }

  /// A flat insole, and one that is thicker or softer.
  private static func flatten(
    _ design: ShapedDesign, _ random: inout SplitMix64, _ name: String, into tally: inout Tally
  ) {
    let thickness = random.uniform(1.5...12)
    let modulus = random.uniform(150...4000)
    let factor = random.uniform(1.05...2)
    let isThicker = random.uniform(0...1) < 0.5
    let model = design.loading.model
    let device = InsoleOnGrid(surfaces: design.surfaces, layout: model.layout, material: design.prescription.material)
    func peak(_ thickness: Double, _ modulus: Double) -> Double {
      let insole = InsoleOnGrid(flat: thickness, columnModulus: modulus, inPlaceOf: device)
      return model.solutions(on: insole).peak.max() ?? 0
    }
    let before = peak(thickness, modulus)
    let after = peak(isThicker ? thickness * factor : thickness, isThicker ? modulus : modulus / factor)
    tally.flat += 1
    if after > before * (1 + 1e-9) {
      tally.risen.append(
        "\(name) \(BenchmarkReport.text(thickness, 1)) mm \(BenchmarkReport.text(modulus, 0)) kPa \(isThicker ? "thicker" : "softer") × \(BenchmarkReport.text(factor, 2)): \(BenchmarkReport.text(before, 2)) to \(BenchmarkReport.text(after, 2)) kPa"
      )
    }
  }

  private static func prescription(_ random: inout SplitMix64) -> Prescription {
    var prescription = Prescription()
    prescription.thickness = random.uniform(1.5...8)
    prescription.minimumWall = min(prescription.thickness, random.uniform(0.6...2))
    prescription.material = MaterialTable.all[Int(random.uniform(0...Double(MaterialTable.all.count) - 1e-9))]
    prescription.heelCupDepth = random.uniform(0...24)
    prescription.archContact = random.uniform(0...1.1)
    prescription.castFill = random.uniform(0...6)
    prescription.archHeight = random.uniform(-6...6)
    prescription.rearfootPost = random.uniform(-8...8)
    prescription.heelLift = random.uniform(0...10)
    prescription.metatarsalPad = random.uniform(0...1) < 0.5 ? 0 : random.uniform(0...6)
    prescription.metatarsalPadFront = random.uniform(-5...10)
    prescription.offloadMode = random.uniform(0...1) < 0.5 ? .off : .pocket
    prescription.scanLoad = ScanLoad.allCases[Int(random.uniform(0...3 - 1e-9))]
    return prescription
  }
}
