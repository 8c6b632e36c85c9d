import OrthoticCore
import OrthoticExport

extension Command {
  static let check = Command(
    name: .check,
    summary: "Check that a mesh is a printable solid",
    detail:
      "Watertight, manifold, orientation, degenerate and duplicate facets, self-intersections, components, volume and "
      + "thinnest wall; with --min-wall also whether that wall is thick enough. Says for each way to lay it on the bed how "
      + "much hangs over and whether it fits. Bodies of a 3MF are looked at one by one and together. Ends with 1 where the "
      + "mesh fails. The first defects of each kind are listed with their places, the first thousand by --json. Vertices at "
      + "open edges that only rounding keeps apart, up to 0.002 mm, are joined, which is said. Work and memory keep to the size "
      + "of the mesh: where thousands of facets cross, they are counted as far as that goes.",
    operands: [
      Operand(
        placeholder: "MESH", summary: "the mesh: STL, 3MF, PLY, OBJ or OFF; - is standard input",
        endings: ["stl", "3mf", "ply", "obj", "off"])
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
    let closed = Mesh(
      vertices: scale == 1 ? scan.points : scan.points.map { $0 * scale }, triangles: scan.triangles
    ).joinedAtOpenEdges
    let mesh = closed.mesh
    // Bodies that touch are looked at one by one, and as the solid that they make together.
    let bodies = mesh.bodies
    let alone = MeshCheck(findsSelfIntersections: false, measuresWall: false, listed: 0)
    let parts = bodies.count > 1 ? bodies.map { alone.report(on: $0) } : []
    let isJSON = arguments.isOn(.json)
    let check = MeshCheck(listed: isJSON ? 1000 : 5)
    let surface = bodies.count > 1 ? mesh.withoutSharedFaces : mesh
    let report = check.report(on: surface)
    let plan = try arguments.printPlan()
    let poses = PrintPose.allCases.map { PrintPlacement(surface, pose: $0, printer: plan.printer) }
    progress.end()

    var assumptions: [Assumption] = []
    if unit == nil, scan.millimetresPerUnit == nil {
      assumptions.append(
        Assumption(what: "units", value: "mm", why: "what slicers take a mesh to be in", override: "\(.unit)"))
    }
    var findings = meshFindings(report, minimumWall: FlagTable.minimumWall.flatMap(arguments.number))
    if closed.joined > 0 {
      findings.append(
        Finding(
          .note, code: "vertices-joined",
          message:
            "\(closed.joined) vertices at open edges lay within \(tableText(closed.tolerance * 1000, decimals: 1)) µm of "
            + "another and were joined with it, as slicers do"))
    }
    findings += printFindings(parts: parts, poses: poses, plan: plan)
    let result = CheckResult(
      report, parts: parts, poses: poses, joined: closed.joined, assumptions: assumptions, findings: findings)
    try console.result(isJSON ? JSONOutput.text(result) : result.text)
    console.assumed(assumptions)
    console.findings(findings)
    return result.sound && !findings.contains { $0.severity == .error } ? .done : .checkFailed
  }
}

/// Bodies that are named one by one; more would only hide what else there is to say.
private let mostBodiesNamed = 7

extension MeshReport {
  /// What keeps a body from being a solid, in words.
  fileprivate var faults: String {
    let counts = [
      (openEdges, "open edges"), (nonManifoldEdges, "non-manifold edges"), (flippedEdges, "flipped edges"),
      (degenerateFacets, "facets without area"), (duplicateFacets, "facets that stand twice"),
    ].filter { $0.0 > 0 }
    if !counts.isEmpty { return counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ") }
    return volume < 0 ? "its facets face inward" : "it encloses no volume"
  }
}

/// What a person should know about the bodies of a mesh and its print.
private func printFindings(parts: [MeshReport], poses: [PrintPlacement], plan: PrintPlan) -> [Finding] {
  var findings: [Finding] = []
  let unsound = parts.indices.filter { !parts[$0].isSound }
  for index in unsound.prefix(mostBodiesNamed) {
    findings.append(
      Finding(
        .error, code: "body-not-sound",
        message: "body \(index + 1) of \(parts.count) is no closed solid by itself (\(parts[index].faults))",
        remedy: "export it again"))
  }
  if unsound.count > mostBodiesNamed {
    findings.append(
      Finding(
        .error, code: "body-not-sound",
        message:
          "and \(unsound.count - mostBodiesNamed) more of \(parts.count) bodies are no closed solids by themselves",
        remedy: "export them again"))
  }
  if !poses.contains(where: \.fits) {
    let size = [plan.printer.bedWidth, plan.printer.bedDepth, plan.printer.height]
      .map { tableText($0, decimals: 0) }.joined(separator: " × ")
    findings.append(
      Finding(
        plan.isBedGiven ? .error : .note, code: "does-not-fit", message: "no pose fits a bed of \(size) mm",
        remedy: "give the printer's size by --bed, or cut the mesh"))
  }
  return findings
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
  if !report.isSearchComplete {
    findings.append(
      Finding(
        .error, code: "search-incomplete",
        message:
          "too many facets meet, cross or lie upon each other at one place to compare all pairs: at least "
          + "\(report.selfIntersections ?? 0) of them cut each other",
        remedy: "repair the mesh, or export it again"))
  }
  if !report.isWallMeasured {
    findings.append(
      Finding(
        .warning, code: "wall-incomplete",
        message: "facets lie upon each other: the wall was not measured everywhere and may be thinner",
        remedy: "repair the mesh first"))
  }
  if let wall = report.minimumWall, let minimumWall, wall.value < minimumWall {
    findings.append(
      Finding(
        .error, code: "wall-too-thin",
        message: "the thinnest wall is \(tableText(wall.value, decimals: 2)) mm, below \(.minimumWall)",
        remedy: "raise \(.thickness) or \(.minimumWall) of the design"))
  }
  if let size = report.bounds?.size, max(size.x, size.y, size.z) < 20 {
    findings.append(
      Finding(
        .warning, code: "small", message: "the whole mesh is smaller than 20 mm: its unit may not be the millimetre",
        remedy: "give \(.unit) m, cm or in"))
  }
  return findings
}
