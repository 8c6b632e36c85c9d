import OrthoticCore
import OrthoticExport

/// A `design` command line whose every place is checked before the long work begins, for one foot or for both.
struct DesignRun {
  let arguments: ParsedArguments
  let named: NamedPrescription
  let replay: Replay?
  let plan: PrintPlan
  /// The one file of both feet, where a plate is asked for.
  let plate: OutputPlan?
  /// Where the solid of each foot goes, in the order of `ParsedArguments.feet`.
  let outputs: [OutputPlan?]
  /// What is written beside the solids.
  let sides: AdditionalOutputs

  /// A foot that was designed, on its way to the printer.
  struct Foot {
    /// What was asked for.
    let asked: DesignCase
    var design: DesignResult
    let job: PrintJob
    /// The format that records name: the output's, or what it would be.
    let form: OutputPlan
    let encoded: Result<[UInt8], any Error>?
    /// Where the solid was written and what went there; `nil` where it was not.
    var written: (path: String, bytes: [UInt8])?
    /// What was decided for the user and no flag settled.
    let assumptions: [Assumption]
  }

  /// Checks every place that is written to.
  ///
  /// - Throws: `UsageError`, or `OutputError` where a place cannot be written to.
  init(_ arguments: ParsedArguments, _ named: NamedPrescription, replay: Replay?) throws {
    self.arguments = arguments
    self.named = named
    self.replay = replay
    plate = try arguments.platePlan()
    outputs = try arguments.feet.map { try arguments.outputPlan(for: $0) }
    sides = try AdditionalOutputs(arguments)
    plan = try arguments.printPlan()
  }

  /// Whether a file is asked for.
  private var isWritten: Bool { plate != nil || outputs.contains { $0 != nil } }

  /// Designs the feet, writes what is asked for and says what came of it.
  func carriedOut(_ console: Console) throws -> ExitCode {
    let progress = Progress(console: console)
    defer { progress.end() }
    let cases = try arguments.designCases(named, outputs: outputs, progress: progress)
    return try carriedOut(cases, console, progress)
  }

  /// Designs feet that are known, writes what is asked for and says what came of it.
  ///
  /// - Parameter search: What an optimisation found, of which the only foot's design is the outcome.
  func carriedOut(
    _ cases: [DesignCase], _ console: Console, _ progress: Progress, after search: FinishedSearch? = nil
  ) throws -> ExitCode {
    var feet = try cases.map { try designed($0, progress) }
    let isRefused = feet.contains { $0.design.findings.contains { $0.severity == .error } }
    let files = OutputSet()
    if !isRefused { try write(&feet, to: files, progress) }
    let verdict = replay?.verdict(on: feet[0].design, plan: plan)
    if let verdict { feet[0].design.findings.append(verdict) }
    if let search, let path = search.path { try files.add(Array(search.file.text.utf8), to: path) }
    try sides.add(feet, of: self, after: search, to: files, progress: progress)
    try files.appear()
    progress.end()
    let optimization = search?.result(on: feet[0].design)
    try tell(feet, console, optimization)
    if replay != nil, verdict == nil { console.note("replayed: the same bytes as recorded") }
    if isRefused, isWritten {
      console.note("the solid was not written: an error stops the design; --allow CODE overrides it")
    }
    if !isWritten, sides.isEmpty, replay == nil, search?.path == nil {
      console.note(
        arguments.isPair
          ? "nothing was written: -o pair.stl writes pair-left.stl and pair-right.stl"
          : "nothing was written: -o insole.stl writes the solid")
    }
    let allowed = arguments.texts(.allow)
    // What an optimisation was asked for is its target.
    let isMissed =
      optimization?.isMissed.map { $0 && !allowed.contains(Lint.targetMissedCode) }
      ?? feet.contains { foot in
        foot.design.findings.contains { $0.code == Lint.targetMissedCode && !allowed.contains($0.code) }
      }
    if isMissed, !isRefused {
      console.note("a region misses its target: exit code 1; --allow \(Lint.targetMissedCode) takes it as done")
    }
    return isRefused || verdict != nil || isMissed ? .checkFailed : .done
  }

  private func designed(_ foot: DesignCase, _ progress: Progress) throws -> Foot {
    let unwritten = replay?.output ?? OutputPlan(path: "", format: .mesh(.stl))
    let form = foot.output ?? unwritten
    var inputs = foot.inputs
    // The format of a record decides the solid again, whatever else it is written as now.
    inputs.solidOptions = arguments.solidOptions(plan: plan, output: replay?.output ?? plate ?? form)
    let title = foot.side.map { "\($0) foot: " } ?? ""
    var design = try DesignPipeline.run(inputs) { progress.begin(title + $0.progressText) }
    design.findings = Finding.allowing(arguments.texts(.allow), in: design.findings)
    let finished = design
    // The file is encoded and read again while the print is laid out.
    let (job, encoded) = Parallel.both({
      PrintJob(finished, plan: plan, holdsBodies: (plate ?? form).holdsBodies)
    }) { foot.output?.encoded(finished) }
    return Foot(
      asked: foot, design: design, job: job, form: form, encoded: encoded, written: nil,
      assumptions: arguments.unsettled(design.assumptions))
  }

  private func write(_ feet: inout [Foot], to files: OutputSet, _ progress: Progress) throws {
    if let plate {
      progress.begin("writing \(plate.path)")
      let bytes = try plate.writePlate(feet.map { ($0.design, $0.job) }, to: files)
      for index in feet.indices { feet[index].written = (plate.path, bytes) }
      return
    }
    for (index, foot) in feet.enumerated() {
      guard let output = foot.asked.output else { continue }
      progress.begin("writing \(output.path)")
      let bytes = try output.write(foot.design, print: foot.job, encoded: foot.encoded, to: files)
      feet[index].written = (output.path, bytes)
    }
  }

  /// What a record says of one foot's run.
  ///
  /// - Parameter inputs: The inputs, where they were hashed before.
  func evidence(of foot: Foot, inputs: [DesignRecord.Input]?) throws -> AdditionalOutputs.Evidence {
    var asked = named
    asked.prescription = foot.asked.inputs.prescription
    // A plate is no output of one foot.
    let own = plate == nil ? foot.written : nil
    return AdditionalOutputs.Evidence(
      origin: try replay?.origin ?? arguments.origin(asked, inputs: inputs),
      output: DesignRecord.Output(
        path: arguments.isOn(.recordNames) ? own?.path : nil, format: foot.form.format,
        bytes: own?.bytes ?? foot.form.bytes(of: foot.design, print: foot.job)))
  }

  /// Prints the result, then what both feet share, then what each has of its own.
  private func tell(_ feet: [Foot], _ console: Console, _ optimization: OptimizationOutcome?) throws {
    var speaker = console
    // Standard output carries a file itself then.
    if sides.usesStandardOutput || feet.contains(where: { $0.written?.path == "-" }) { speaker.resultStream = .error }
    if arguments.isOn(.preview) {
      // A program that reads JSON wants nothing else there.
      let stream = arguments.isOn(.json) ? StandardStream.error : speaker.resultStream
      for foot in feet {
        let preview = TerminalPreview(foot.design).text(columns: stream.columns, capability: stream.capability)
        _ = stream.write(preview + "\n")
      }
    }
    let outcomes = feet.map {
      DesignOutcome($0.design, output: $0.written?.path, print: $0.job, assumptions: $0.assumptions)
    }
    let isJSON = arguments.isOn(.json)
    var comparison: PairComparison?
    if let optimization {
      let result = OptimizedDesign(design: outcomes[0], optimization: optimization)
      try speaker.result(isJSON ? JSONOutput.text(result) : result.text)
    } else if feet.count == 2 {
      let compared = PairComparison(
        left: (feet[0].design.foot, feet[0].design.prediction), right: (feet[1].design.foot, feet[1].design.prediction))
      let result = PairResult(feet: outcomes, comparison: compared)
      try speaker.result(isJSON ? JSONOutput.text(result) : result.text)
      comparison = compared
    } else {
      try speaker.result(isJSON ? JSONOutput.text(outcomes[0]) : outcomes[0].text)
    }
    let shared = feet[0].assumptions.filter { each in feet.allSatisfy { $0.assumptions.contains(each) } }
    let known = feet[0].design.findings.filter { each in feet.allSatisfy { $0.design.findings.contains(each) } }
    console.assumed(shared)
    console.findings(known)
    for foot in feet {
      guard let side = foot.asked.side else { continue }
      console.assumed(foot.assumptions.filter { !shared.contains($0) }, of: side.rawValue)
      console.findings(foot.design.findings.filter { !known.contains($0) }, of: side.rawValue)
    }
    console.findings(comparison?.findings ?? [])
  }
}
