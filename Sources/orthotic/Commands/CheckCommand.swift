import OrthoticCore
import OrthoticExport

extension Command {
  static let check = Command(
    name: .check,
    summary: "Check that a mesh is a printable solid",
    detail:
      "Watertight, manifold, orientation, degenerate and duplicate facets, self-intersections, components, volume and "
      + "thinnest wall; with --min-wall also whether that wall is thick enough. Ends with 1 where the mesh fails. Defects "
      + "are listed with their places by --json.",
    operands: [
      Operand(
        placeholder: "MESH", summary: "the mesh: STL, PLY or OBJ; - is standard input",
        endings: ["stl", "ply", "obj"])
    ],
    examples: [
      Example(purpose: "check what design wrote", arguments: "check insole.stl"),
      Example(purpose: "no wall under three perimeters, as JSON", arguments: "check insole.stl --min-wall 1.2 --json"),
    ]
  ) { arguments, console in
    let path = arguments.operands[0]
    let progress = Progress(console: console)
    defer { progress.end() }
    progress.begin("reading \(path)")
    let scan = try ScanReader.read(InputFile.load(path: path))
    guard !scan.triangles.isEmpty else {
      throw InputError(
        .unsupported("is a point cloud without facets (\(scan.format))"), in: path, expected: "a mesh",
        remedy: "orthotic design makes a solid of a scan")
    }
    progress.begin("checking \(path)")
    let unit = arguments.choice(.unit, as: LengthUnit.self)
    let scale = unit?.millimetres ?? scan.millimetresPerUnit ?? 1
    let mesh = Mesh(vertices: scale == 1 ? scan.points : scan.points.map { $0 * scale }, triangles: scan.triangles)
    let report = MeshCheck().report(on: mesh)
    progress.end()

    var assumptions: [Assumption] = []
    if unit == nil, scan.millimetresPerUnit == nil {
      assumptions.append(
        Assumption(what: "units", value: "mm", why: "what slicers take a mesh to be in", override: "--unit"))
    }
    let findings = meshFindings(report, minimumWall: FlagTable.minimumWall.flatMap(arguments.number))
    let result = CheckResult(report, assumptions: assumptions, findings: findings)
    try console.result(arguments.isOn(.json) ? JSONOutput.text(result) : result.text)
    console.assumed(assumptions)
    console.findings(findings)
    return report.isSound && !findings.contains { $0.severity == .error } ? .done : .checkFailed
  }
}

/// What a person should know about a mesh, with what to do.
private func meshFindings(_ report: MeshReport, minimumWall: Double?) -> [Finding] {
  var findings: [Finding] = []
  if report.volume < 0, report.watertight {
    findings.append(
      Finding(
        .error, code: "inside-out", message: "the facets face inward: the volume is negative",
        remedy: "turn the facets round"))
  }
  if let wall = report.minimumWall, let minimumWall, wall.value < minimumWall {
    findings.append(
      Finding(
        .error, code: "wall-too-thin",
        message: "the thinnest wall is \(tableText(wall.value, decimals: 2)) mm, below --min-wall",
        remedy: "raise --thickness or --min-wall of the design"))
  }
  if let size = report.bounds?.size, max(size.x, size.y, size.z) < 20 {
    findings.append(
      Finding(
        .warning, code: "small", message: "the whole mesh is smaller than 20 mm: its unit may not be the millimetre",
        remedy: "give --unit m, cm or in"))
  }
  return findings
}
