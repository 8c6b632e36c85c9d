import OrthoticCore
import OrthoticExport

extension Command {
  static let report = Command(
    name: .report,
    summary: "Show recorded designs in one page, such as both feet",
    detail:
      "Does again what the records hold, checks that the bytes are the same, and writes one HTML file with the devices side "
      + "by side: a left and a right foot, or some devices for one foot. Scans and maps are found by their content, in the "
      + "record's folder or among the files given.",
    operands: [
      Operand(placeholder: "RECORD", summary: "a record that design --record wrote", endings: ["json"]),
      Operand(
        placeholder: "FILE", summary: "another record (.json), or a scan or map that does not lie beside its record",
        endings: ["json", "ply", "stl", "obj", "xyz", "asc", "csv", "txt", "gz"], isOptional: true, isRepeated: true),
    ],
    examples: [
      Example(purpose: "both feet in one page", arguments: "report left.json right.json --report pair.html"),
      Example(
        purpose: "the inputs lie elsewhere",
        arguments: "report left.json \(Sample.flatScan) \(Sample.flatPressure) --report page.html"),
    ]
  ) { arguments, console in
    guard arguments.text(.report) != nil else {
      throw UsageError("report needs --report, the page to write, for example: --report pair.html")
    }
    let sides = try AdditionalOutputs(arguments)
    let progress = Progress(console: console)
    defer { progress.end() }
    // The first operand is a record whatever its name is.
    func isRecord(_ path: String) -> Bool { path.lowercased().hasSuffix(".json") }
    let others = arguments.operands.dropFirst()
    var current = ParsedArguments(command: .design)
    current.operands = others.filter { !isRecord($0) }
    var shown: [ReportDesign] = []
    for path in arguments.operands.prefix(1) + others.filter(isRecord) {
      let file = try InputFile.load(path: path)
      let replay = try Replay(RecordFile.record(in: file), from: file.name, current: current)
      let plan = try replay.arguments.printPlan()
      var inputs = try replay.arguments.designInputs(
        prescription: replay.prescription.prescription, progress: progress)
      inputs.solidOptions = replay.arguments.solidOptions(plan: plan, output: replay.output)
      var design = try DesignPipeline.run(inputs) { progress.begin("\(path): \($0.progressText)") }
      if let verdict = replay.verdict(on: design, plan: plan) { design.findings.append(verdict) }
      let record = DesignRecord(
        design, origin: replay.origin, output: replay.record.output, print: replay.record.device.print,
        assumptions: replay.arguments.unsettled(design.assumptions), naming: .flags)
      shown.append(ReportDesign(design, record: record))
    }
    // Left and right say more than the names of two prescriptions.
    if Set(shown.map(\.record.foot.side)).count > 1 {
      for index in shown.indices { shown[index].name = shown[index].record.foot.side }
    }
    if let path = sides.report {
      progress.begin("writing \(path)")
      try AtomicFile.write(Array(try Report(shown).html.utf8), to: path)
    }
    progress.end()
    let findings = shown.flatMap(\.design.findings).filter { $0.code == "replay-differs" }
    console.findings(findings)
    return findings.isEmpty ? .done : .checkFailed
  }
}
