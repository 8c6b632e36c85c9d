import OrthoticCore
import OrthoticExport

/// What is known about one foot of a pair before it is designed.
private struct FootCase {
  var side: Side
  var inputs: DesignInputs
  var output: OutputPlan?
}

extension ParsedArguments {
  /// Whether this command line asks for both feet.
  var isPair: Bool { isOn(.left) || isOn(.right) || isOn(.both) }

  /// Designs both feet, says how they differ, and writes a file for each.
  func designPair(_ named: NamedPrescription, _ console: Console) throws -> ExitCode {
    try checkPair()
    let sides = try AdditionalOutputs(self)
    let plan = try printPlan()
    let plate = try platePlan()
    let allowed = texts(.allow)
    let broken = Finding.allowing(allowed, in: named.ruleFindings(for: Side.allCases)).filter { $0.severity == .error }
    guard broken.isEmpty else { return try refuse(broken, console) }
    let progress = Progress(console: console)
    defer { progress.end() }
    var designs: [DesignResult] = []
    let cases = try footCases(named, progress: progress)
    for var foot in cases {
      foot.inputs.solidOptions = solidOptions(plan: plan, output: plate ?? foot.output)
      var design = try DesignPipeline.run(foot.inputs) { progress.begin("\(foot.side) foot: \($0.progressText)") }
      design.findings = Finding.allowing(allowed, in: design.findings)
      designs.append(design)
    }
    let isRefused = designs.contains { $0.findings.contains { $0.severity == .error } }
    let holdsBodies = (plate ?? cases[0].output)?.holdsBodies ?? false
    let jobs = designs.map { PrintJob($0, plan: plan, holdsBodies: holdsBodies) }
    if !isRefused {
      if let plate {
        try plate.writePlate(Array(zip(designs, jobs)))
      } else {
        for (foot, made) in zip(cases, zip(designs, jobs)) { try foot.output?.write(made.0, print: made.1) }
      }
    }
    if let path = sides.report {
      progress.begin("writing \(path)")
      let page = try report(on: Array(zip(designs, jobs)), named, outputs: isRefused ? [] : cases.map(\.output))
      try AtomicFile.write(Array(page.html.utf8), to: path)
    }
    progress.end()
    let comparison = PairComparison(left: designs[0], right: designs[1])
    let outcomes = zip(cases, zip(designs, jobs)).map { foot, made in
      DesignOutcome(
        made.0, output: isRefused ? nil : (plate ?? foot.output)?.path, print: made.1,
        assumptions: unsettled(made.0.assumptions))
    }
    let result = PairResult(feet: outcomes, comparison: comparison)
    try console.result(isOn(.json) ? JSONOutput.text(result) : result.text)
    let shared = designs[0].assumptions.filter(designs[1].assumptions.contains)
    console.assumed(unsettled(shared))
    let known = designs[0].findings.filter(designs[1].findings.contains)
    console.findings(known)
    for (foot, design) in zip(cases, designs) {
      console.assumed(
        unsettled(design.assumptions.filter { !shared.contains($0) }).map { assumption in
          var named = assumption
          named.what = "\(foot.side) \(assumption.what)"
          return named
        })
      console.findings(
        design.findings.filter { !known.contains($0) }.map { finding in
          var named = finding
          named.message = "\(foot.side): \(finding.message)"
          return named
        })
    }
    console.findings(comparison.findings)
    if cases[0].output == nil, plate == nil {
      console.note("nothing was written: -o pair.stl writes pair-left.stl and pair-right.stl")
    }
    return isRefused ? .checkFailed : .done
  }

  /// The page that shows both feet.
  private func report(
    on designs: [(design: DesignResult, job: PrintJob)], _ named: NamedPrescription, outputs: [OutputPlan?]
  ) throws -> Report {
    let inputs = try origin(named).inputs
    return Report(
      try designs.enumerated().map { index, made in
        var asked = named
        asked.prescription = named.prescription(for: made.design.foot.side)
        let output = index < outputs.count ? outputs[index] : nil
        let form = output ?? OutputPlan(path: "", format: .mesh(.stl))
        let record = DesignRecord(
          made.design, origin: try origin(asked, inputs: inputs),
          output: DesignRecord.Output(
            path: output?.path, format: form.format, bytes: form.bytes(of: made.design, print: made.job)),
          print: made.job.facts, assumptions: unsettled(made.design.assumptions))
        return ReportDesign(made.design, record: record, name: made.design.foot.side.rawValue)
      })
  }

  private func checkPair() throws {
    if isOn(.both) {
      guard operands.count == 1, !isOn(.left), !isOn(.right) else {
        throw UsageError("--both takes one SCAN, for example: orthotic design foot.ply --both -o pair.stl")
      }
    } else {
      guard operands.isEmpty else {
        throw UsageError("\(operands[0]): --left and --right name the scans; give no other")
      }
      guard isOn(.left), isOn(.right) else {
        throw UsageError(
          "--\(isOn(.left) ? "left" : "right") is given alone: give both, or one SCAN, or one SCAN with --both")
      }
      if isOn(.pressure) { throw UsageError("--pressure: say which foot, with --pressure-left and --pressure-right") }
      if isOn(.side) { throw UsageError("--side: --left and --right say which foot it is") }
    }
    for flag in [Flag.picture, .insolePicture, .preview, .record, .replay] where isOn(flag) {
      throw UsageError("--\(flag.name) is for one foot: design each alone for it")
    }
  }

  private func footCases(_ named: NamedPrescription, progress: Progress) throws -> [FootCase] {
    var pressure = try pressureOptions()
    if !isOn(.both) {
      return try [(Side.left, Flag.left, Flag.pressureLeft), (.right, .right, .pressureRight)].map { side, scan, map in
        var options = scanOptions
        options.side = side
        pressure.side = side
        return FootCase(
          side: side,
          inputs: DesignInputs(
            scan: try load(scan: text(scan) ?? "", progress), scanOptions: options,
            recording: try text(map).map { try load(map: $0, pressure, progress) }, pressureOptions: pressure,
            prescription: named.prescription(for: side), outline: try outlineGiven()),
          output: try outputPlan(for: side))
      }
    }
    progress.begin(DesignPipeline.Step.foot.progressText)
    let scan = try load(scan: operands[0], progress)
    let scanned = try FootShape.find(in: scan, options: scanOptions)
    return try Side.allCases.map { side in
      // The canonical foot is the same for both sides: only the way out mirrors it.
      var foot = scanned
      foot.side = side
      if side != scanned.side {
        foot.assumptions.append(
          Assumption(
            what: "foot shape", value: "mirror image of the \(scanned.side)", why: "one scan for both",
            override: "--left and --right"))
      }
      let own = side == .left ? Flag.pressureLeft : .pressureRight
      let path = text(own) ?? (side == scanned.side ? text(.pressure) : nil)
      pressure.side = path == nil ? nil : side
      return FootCase(
        side: side,
        inputs: DesignInputs(
          scan: scan, scanOptions: scanOptions, recording: try path.map { try load(map: $0, pressure, progress) },
          pressureOptions: pressure, prescription: named.prescription(for: side), foot: foot,
          outline: try outlineGiven()),
        output: try outputPlan(for: side))
    }
  }

  private func load(scan path: String, _ progress: Progress) throws -> Scan {
    progress.begin("reading \(path)")
    return try ScanReader.read(InputFile.load(path: path))
  }

  private func load(map path: String, _ options: PressureOptions, _ progress: Progress) throws -> PressureRecording {
    progress.begin("reading \(path)")
    return try PressureReader.read(InputFile.load(path: path), options: options)
  }

  /// The one output of both feet, where a plate is asked for.
  private func platePlan() throws -> OutputPlan? {
    guard isOn(.plate) else { return nil }
    guard let plan = try outputPlan(), plan.holdsBodies else {
      throw UsageError("--plate: expected a 3MF file for both feet, such as --output pair.3mf")
    }
    return plan
  }

  /// The output of one foot: `pair.stl` becomes `pair-left.stl`.
  private func outputPlan(for side: Side) throws -> OutputPlan? {
    // On a plate both go into one file.
    if isOn(.plate) { return nil }
    guard var plan = try outputPlan() else { return nil }
    guard plan.path != "-", !plan.path.hasPrefix("/dev/") else {
      throw UsageError("--output \(plan.path): two solids cannot go there; name a file such as pair.stl")
    }
    let dot = plan.path.lastIndex(of: ".") ?? plan.path.endIndex
    plan.path = plan.path[..<dot] + "-\(side.rawValue)" + plan.path[dot...]
    try OutputPlace.check(plan.path, inputs: operands + texts(.left) + texts(.right))
    return plan
  }
}
