import OrthoticCore
import OrthoticExport

extension Command {
  static let design = Command(
    name: .design,
    summary: "Design an insole and predict the pressure on it",
    detail:
      "Finds side, unit, heading and landmarks of the scan, lays the pressure map on the foot, shapes the insole, predicts "
      + "pressure before and after in each region, and writes a watertight solid. No flag is needed for a sensible device; "
      + "whatever was assumed is printed. The prediction is a model's, not a measurement.",
    operands: [.scan(isOptional: true)],
    examples: [
      Example(
        purpose: "design from scan and pressure map",
        arguments: "design \(Sample.scan) --pressure \(Sample.pressure) -o insole.stl"),
      Example(
        purpose: "a 4 degree varus heel post and a metatarsal pad, relief above 200 kPa",
        arguments:
          "design \(Sample.flatScan) --pressure \(Sample.flatPressure) --rearfoot-post 4varus --met-pad 4 --offload 200kPa "
          + "-o insole.stl"),
      Example(
        purpose: "a 3MF for PrusaSlicer, its offloading zones bodies of 10 % infill",
        arguments: "design \(Sample.scan) --pressure \(Sample.pressure) --zone-infill 10% -o insole.3mf"),
      Example(
        purpose: "both feet from one scan, half of an 8 mm leg-length difference lifted on the shorter side",
        arguments: "design \(Sample.flatScan) --both --leg-difference left:8mm -o pair.stl"),
      Example(
        purpose: "start from a preset and say what the person reports",
        arguments:
          "design \(Sample.flatScan) --preset metatarsalgia --symptoms ball-pain,numbness --monofilament felt -o insole.stl"
      ),
      Example(
        purpose: "no scan: outline and arch from the footprint",
        arguments: "design --pressure \(Sample.flatPressure) --weight 82 -o insole.stl"),
      Example(
        purpose: "write the prescription down, with one element changed",
        arguments: "design --heel-cup 14 --print-rx > rx.json"),
    ]
  ) { given, console in
    let replay = try given.replayed()
    let arguments = replay?.arguments ?? given
    let named = try replay?.prescription ?? arguments.prescription()
    if arguments.isOn(.printPrescription) {
      try console.result(named.completeFile.text)
      return .done
    }
    if arguments.isPair { return try arguments.designPair(named, console) }
    if arguments.isOn(.plate) { throw UsageError("--plate: expected a pair, by --both, or by --left and --right") }
    let allowed = arguments.texts(.allow)
    let broken = Finding.allowing(allowed, in: named.ruleFindings(for: [.left, .right])).filter {
      $0.severity == .error
    }
    guard broken.isEmpty else { return try arguments.refuse(broken, console) }
    let wanted = try arguments.outputPlan()
    let sides = try AdditionalOutputs(arguments)
    let plan = try arguments.printPlan()
    // The format of a record decides the solid again, whatever else it is written as now.
    let shape = replay?.output ?? wanted ?? OutputPlan(path: "", format: .mesh(.stl))
    let progress = Progress(console: console)
    defer { progress.end() }
    var inputs = try arguments.designInputs(prescription: named.prescription, progress: progress)
    inputs.solidOptions = arguments.solidOptions(plan: plan, output: shape)
    if named.file?.overrides.isEmpty == false {
      // Which foot it is decides what the file says about it.
      progress.begin(DesignPipeline.Step.foot.progressText)
      let foot = try inputs.foot ?? FootShape.find(in: inputs.scan, options: inputs.scanOptions)
      inputs.foot = foot
      inputs.prescription = named.prescription(for: foot.side)
    }
    var design = try DesignPipeline.run(inputs) { progress.begin($0.progressText) }
    design.findings = Finding.allowing(allowed, in: design.findings)
    let finished = design
    // The file is encoded and read again while the print is laid out.
    let (job, encoded) = Parallel.both({
      PrintJob(finished, plan: plan, holdsBodies: (wanted ?? shape).holdsBodies)
    }) { wanted?.encoded(finished) }
    let isRefused = design.findings.contains { $0.severity == .error }
    let output = isRefused ? nil : wanted
    if let output { progress.begin("writing \(output.path)") }
    let written = try output?.write(design, print: job, encoded: encoded)
    let verdict = replay?.verdict(on: design, plan: plan)
    if let verdict { design.findings.append(verdict) }
    let assumptions = arguments.unsettled(design.assumptions)
    try sides.write(design, job: job, assumptions: assumptions, progress: progress) {
      var asked = named
      asked.prescription = inputs.prescription
      return AdditionalOutputs.Evidence(
        origin: try replay?.origin ?? arguments.origin(asked),
        output: DesignRecord.Output(
          path: output?.path, format: (wanted ?? shape).format,
          bytes: written ?? (wanted ?? shape).bytes(of: design, print: job)))
    }
    progress.end()

    let result = DesignOutcome(design, output: output?.path, print: job, assumptions: assumptions)
    var speaker = console
    // Standard output carries a file itself then.
    if output?.path == "-" || sides.usesStandardOutput { speaker.resultStream = .error }
    if arguments.isOn(.preview) {
      // A program that reads JSON wants nothing else there.
      let stream = arguments.isOn(.json) ? StandardStream.error : speaker.resultStream
      let preview = TerminalPreview(design).text(columns: stream.columns, capability: stream.capability)
      _ = stream.write(preview + "\n")
    }
    try speaker.result(arguments.isOn(.json) ? JSONOutput.text(result) : result.text)
    console.assumed(assumptions)
    console.findings(design.findings)
    if replay != nil, verdict == nil { console.note("replayed: the same bytes as recorded") }
    if wanted != nil, isRefused {
      console.note("the solid was not written: an error stops the design; --allow CODE overrides it")
    }
    if wanted == nil, sides.isEmpty, replay == nil {
      console.note("nothing was written: -o insole.stl writes the solid")
    }
    return isRefused || verdict != nil ? .checkFailed : .done
  }
}

extension ParsedArguments {
  /// Says why a prescription is refused before any file is read.
  func refuse(_ broken: [Finding], _ console: Console) throws -> ExitCode {
    if isOn(.json) { try console.result(JSONOutput.text(RefusedResult(warnings: broken.map(WarningResult.init)))) }
    console.findings(broken)
    let names = broken.map(\.code).filter { $0 != RedFlags.stopCode }
    let way = names.isEmpty ? "" : "; to design all the same: " + names.map { "--allow \($0)" }.joined(separator: " ")
    console.note("nothing was designed" + way)
    return .checkFailed
  }
}

/// What `design --json` prints where rules refuse the prescription.
private struct RefusedResult: Encodable {
  var refused = true
  let warnings: [WarningResult]
}

extension Command.Operand {
  /// A foot scan.
  static func scan(isOptional: Bool = false) -> Self {
    Self(
      placeholder: "SCAN", summary: "the foot scan: PLY, STL, OBJ, or a point cloud as text; - is standard input",
      endings: ["ply", "stl", "obj", "xyz", "asc", "csv", "txt", "gz"], isOptional: isOptional)
  }
}

/// The sample cases that examples use; `Samples/README.md` describes them.
enum Sample {
  static let scan = "Samples/normal-right/scan.ply"
  static let pressure = "Samples/normal-right/pressure.csv"
  static let flatScan = "Samples/flat-left/scan.ply"
  static let flatPressure = "Samples/flat-left/pressure.csv"
}
