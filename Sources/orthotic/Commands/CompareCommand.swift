import OrthoticCore
import OrthoticExport

extension Command {
  static let compare = Command(
    name: .compare,
    summary: "Predict the pressure for several prescriptions and show them side by side",
    detail:
      "Makes a variant of each --rx file and of each dose in a series such as --rearfoot-post 0,2,4, and prints pressure "
      + "before and after for each, a table per region, best first by --rank, and how each differs from the first. Several series make a grid. --report shows "
      + "them with their maps; no solid is written. A variant that a rule refuses is left out, with the reason.",
    operands: [.scan()],
    examples: [
      Example(
        purpose: "what if the arch were supported less or more",
        arguments: "compare \(Sample.scan) --pressure \(Sample.pressure) --arch-contact 60%,80%,100%"),
      Example(
        purpose: "two metatarsal pads at two places: four variants",
        arguments:
          "compare \(Sample.flatScan) --pressure \(Sample.flatPressure) --met-pad 3,5 --met-pad-front 0,5 --json"
      ),
    ]
  ) { arguments, console in
    if arguments.isOn(.json), arguments.isOn(.csv) {
      throw UsageError("--json and --csv are both given: the result is printed as one of them")
    }
    let variants = try arguments.variants()
    let sides = try AdditionalOutputs(arguments)
    let progress = Progress(console: console)
    defer { progress.end() }
    var inputs = try arguments.designInputs(prescription: Prescription(), progress: progress)
    progress.begin(DesignPipeline.Step.foot.progressText)
    let foot = try inputs.foot ?? FootShape.find(in: inputs.scan, options: inputs.scanOptions)
    let redoses = arguments.isOn(.redose)
    // The map is laid on the foot once for all variants that load it alike, and solids are made for a report only.
    var kept: [(settings: OffloadSettings, offloading: Offloading)] = []
    var loadings: [(key: FootLoading.Key, loading: FootLoading)] = []
    var outcomes: [CompareResult.Outcome] = []
    var designs: [DesignResult] = []
    var shown: [NamedPrescription] = []
    var refused: [CompareResult.Refused] = []
    let allowed = arguments.texts(.allow)
    // Pads of refused variants too: what is compared does not depend on what the rules say.
    inputs.companions = variants.map { $0.prescription(for: foot.side) }
    for (index, variant) in variants.enumerated() {
      let broken = Finding.allowing(allowed, in: variant.ruleFindings(for: [foot.side])).filter {
        $0.severity == .error
      }
      guard broken.isEmpty else {
        refused.append(CompareResult.Refused(name: variant.name, findings: broken))
        continue
      }
      shown.append(variant)
      inputs.prescription = variant.prescription(for: foot.side)
      // One thing at a time: pockets stay as they are on the first variant, unless their own settings differ.
      inputs.offloading = redoses ? nil : kept.first { $0.settings == OffloadSettings(inputs.prescription) }?.offloading
      let key = FootLoading.Key(inputs.prescription)
      let shared = loadings.first { $0.key == key }?.loading
      let shaped = try DesignPipeline.shaped(for: foot, inputs: inputs, shared: shared) { step in
        progress.begin("variant \(index + 1) of \(variants.count): \(step.progressText)")
      }
      if inputs.offloading == nil { kept.append((OffloadSettings(inputs.prescription), shaped.offloading)) }
      if shared == nil { loadings.append((key, shaped.loading)) }
      var outcome = CompareResult.Outcome(variant, shaped)
      outcome.findings = Finding.allowing(allowed, in: outcome.findings)
      if sides.report != nil {
        let design = try DesignPipeline.finished(shaped, options: inputs.solidOptions)
        outcome.findings = Finding.allowing(allowed, in: design.findings)
        designs.append(design)
      }
      outcomes.append(outcome)
    }
    if let report = sides.report, !designs.isEmpty {
      progress.begin("writing \(report)")
      try AtomicFile.write(Array(try arguments.report(on: designs, shown).html.utf8), to: report)
    }
    progress.end()

    // What every variant says is said once.
    let assumptions = arguments.unsettled(outcomes.first?.assumptions ?? []).filter { assumption in
      outcomes.allSatisfy { $0.assumptions.contains(assumption) }
    }
    let common = (outcomes.first?.findings ?? []).filter { finding in
      outcomes.allSatisfy { $0.findings.contains(finding) }
    }
    let result = CompareResult(
      outcomes: outcomes, refused: refused, goal: arguments.choice(.rank, as: FootRegion.self) ?? .whole,
      assumed: assumptions.map(AssumedResult.init), warnings: common.map(WarningResult.init))
    var speaker = console
    if sides.usesStandardOutput { speaker.resultStream = .error }
    try speaker.result(
      arguments.isOn(.json) ? JSONOutput.text(result) : arguments.isOn(.csv) ? result.csv : result.text)
    console.assumed(assumptions)
    console.findings(common)
    console.findings(CompareResult.gathered(outcomes, but: common))
    for variant in refused { console.findings(variant.findings, of: "\(variant.name) is left out") }
    return !refused.isEmpty || outcomes.contains { $0.findings.contains { $0.severity == .error } }
      ? .checkFailed : .done
  }
}

/// What of a prescription decides on offloading zones and what is done in them.
private struct OffloadSettings: Equatable {
  let threshold: Double?
  let mode: Prescription.OffloadMode

  init(_ prescription: Prescription) {
    threshold = prescription.offloadThreshold
    mode = prescription.offloadMode
  }
}

extension CompareResult {
  /// Findings of single variants, one line a kind: the first of it, with how many variants it touches.
  static func gathered(_ outcomes: [Outcome], but common: [Finding]) -> [Finding] {
    var kinds: [(finding: Finding, names: [String])] = []
    for outcome in outcomes {
      for finding in outcome.findings where !common.contains(finding) {
        if let kind = kinds.firstIndex(where: { $0.finding.code == finding.code }) {
          if kinds[kind].names.last != outcome.name { kinds[kind].names.append(outcome.name) }
        } else {
          kinds.append((finding, [outcome.name]))
        }
      }
    }
    return kinds.map { finding, names in
      var told = finding
      let others = names.count > 1 ? " (such findings touch \(names.count) of \(outcomes.count) variants)" : ""
      told.message = Wording("\(names[0]): ") + finding.message + Wording(others)
      return told
    }
  }
}

extension ParsedArguments {
  /// The page that shows variants side by side.
  fileprivate func report(on designs: [DesignResult], _ variants: [NamedPrescription]) throws -> Report {
    let inputs = try origin(variants[0]).inputs
    return Report(
      try zip(variants, designs).map { variant, design in
        var asked = variant
        asked.prescription = variant.prescription(for: design.foot.side)
        var origin = try origin(asked, inputs: inputs)
        origin.prescriptionName = variant.name
        let bytes = MeshFile.bytes(of: design.solid, as: .stl)
        let record = DesignRecord(
          design, origin: origin, output: DesignRecord.Output(path: nil, format: .stl, bytes: bytes),
          assumptions: unsettled(design.assumptions), naming: .flags)
        return ReportDesign(design, record: record, name: variant.name)
      })
  }
}
