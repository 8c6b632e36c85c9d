import OrthoticCore
import OrthoticExport

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
      Example(
        purpose: "look at the sole, its landmarks and what was filled",
        arguments: "measure \(Sample.flatScan) --picture sole.png"),
    ]
  ) { arguments, console in
    let picture = try arguments.picturePath()
    let path = arguments.operands[0]
    let options = arguments.scanOptions
    let foot = try FootShape.find(in: ScanReader.read(InputFile.load(path: path), side: options.side), options: options)
    let assumptions = arguments.unsettled(foot.assumptions)
    let result = MeasureResult(foot, assumptions: assumptions)
    if let picture {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      try AtomicFile.write(SolePicture(foot, title: "\(name), \(foot.side.rawValue)").drawn().png, to: picture)
    }
    try console.result(arguments.isOn(.json) ? JSONOutput.text(result) : result.text)
    console.assumed(assumptions)
    console.findings(foot.findings)
    return .done
  }
}
