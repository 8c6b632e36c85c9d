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
    try arguments.checkFeet()
    let broken = Finding.allowing(arguments.texts(.allow), in: named.ruleFindings(for: Side.allCases)).filter {
      $0.severity == .error
    }
    guard broken.isEmpty else { return try arguments.refuse(broken, console) }
    return try DesignRun(arguments, named, replay: replay).carriedOut(console)
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
