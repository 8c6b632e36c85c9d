import OrthoticCore

extension Command {
  static let measure = Command(
    name: .measure,
    summary: "Find landmarks and measures of a scanned foot",
    detail:
      "Cleans the scan, brings it into the canonical frame (a right foot seen from above, millimetres, heel at y = 0) and "
      + "prints lengths, widths and landmarks. A left foot is given as its mirror image.",
    operands: [.scan()],
    examples: [
      Example(purpose: "measure a foot", arguments: "measure \(Sample.scan)"),
      Example(
        purpose: "a scan without a unit, and the foot's known length",
        arguments: "measure \(Sample.scan) --foot-length 260 --json"),
    ]
  ) { arguments, console in
    let scan = try ScanReader.read(InputFile.load(path: arguments.operands[0]))
    let foot = try FootShape.find(in: scan, options: arguments.scanOptions)
    let assumptions = arguments.unsettled(foot.assumptions)
    let result = MeasureResult(foot, assumptions: assumptions)
    try console.result(arguments.isOn(.json) ? JSONOutput.text(result) : result.text)
    console.assumed(assumptions)
    console.findings(foot.findings)
    return .done
  }
}
