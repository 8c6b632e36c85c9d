import OrthoticCore
import OrthoticExport

/// What `check` prints: mm, cm², cm³.
struct CheckResult: Encodable {
  struct Box: Encodable {
    let minimum: PlaceResult
    let maximum: PlaceResult
  }

  struct Wall: Encodable {
    let value: Double?
    let at: PlaceResult
  }

  struct Defect: Encodable {
    let kind: String
    let at: PlaceResult
    let triangles: [Int]
  }

  /// One of several bodies in a file.
  struct Body: Encodable {
    let sound: Bool
    let triangles: Int
    let volume: Double?
  }

  /// Bodies that are listed at most.
  private static let mostListed = 1000

  let sound: Bool
  private let areBodiesClosed: Bool
  let watertight: Bool
  let openEdges: Int
  let nonManifoldEdges: Int
  let nonManifoldVertices: Int
  let flippedEdges: Int
  let degenerateFacets: Int
  let duplicateFacets: Int
  let selfIntersections: Int?
  /// Whether there may be more of them.
  let selfIntersectionsAtLeast: Bool
  let joinedVertices: Int
  let components: Int
  let triangles: Int
  let vertices: Int
  let volume: Double?
  let area: Double?
  let minimumAngle: Double?
  let bounds: Box?
  let minimumWall: Wall?
  let defects: [Defect]
  /// The first of them.
  let bodies: [Body]?
  let bodyCount: Int?
  let poses: [PoseResult]
  let suggestedPose: String?
  let notMeasured: [String]
  let assumed: [AssumedResult]
  let warnings: [WarningResult]

  init(
    _ report: MeshReport, parts: [MeshReport], poses placements: [PrintPlacement], joined: Int = 0,
    assumptions: [Assumption], findings: [Finding]
  ) {
    sound = report.isSound && parts.allSatisfy(\.isSound)
    areBodiesClosed = parts.allSatisfy(\.isSound)
    joinedVertices = joined
    selfIntersectionsAtLeast = !report.isSearchComplete
    bodyCount = parts.isEmpty ? nil : parts.count
    bodies =
      parts.isEmpty
      ? nil
      : parts.prefix(Self.mostListed).map {
        Body(sound: $0.isSound, triangles: $0.triangles, volume: ($0.volume / 1000).rounded(decimals: 3))
      }
    poses = placements.map(PoseResult.init)
    let fitting = placements.filter(\.fits).min { ($0.overhangShare, $0.height) < ($1.overhangShare, $1.height) }
    suggestedPose = fitting?.pose.rawValue
    watertight = report.watertight
    openEdges = report.openEdges
    nonManifoldEdges = report.nonManifoldEdges
    nonManifoldVertices = report.nonManifoldVertices
    flippedEdges = report.flippedEdges
    degenerateFacets = report.degenerateFacets
    duplicateFacets = report.duplicateFacets
    selfIntersections = report.selfIntersections
    components = report.components
    triangles = report.triangles
    vertices = report.vertices
    volume = (report.volume / 1000).rounded(decimals: 3)
    area = (report.area / 100).rounded(decimals: 2)
    minimumAngle = report.minimumAngle?.rounded(decimals: 2)
    bounds = report.bounds.map { Box(minimum: PlaceResult($0.minimum), maximum: PlaceResult($0.maximum)) }
    minimumWall = report.minimumWall.map { Wall(value: $0.value.rounded(decimals: 3), at: PlaceResult($0.at)) }
    defects = report.defects.map {
      Defect(kind: $0.kind.rawValue, at: PlaceResult($0.at), triangles: $0.triangles)
    }
    let values: [(String, Any?)] = [
      ("selfIntersections", report.selfIntersections), ("bounds", report.bounds), ("minimumWall", report.minimumWall),
    ]
    notMeasured = values.filter { $0.1 == nil }.map(\.0)
    assumed = assumptions.map(AssumedResult.init)
    warnings = findings.map(WarningResult.init)
  }

  private enum CodingKeys: String, CodingKey {
    case sound, watertight, openEdges, nonManifoldEdges, nonManifoldVertices, flippedEdges, degenerateFacets
    case duplicateFacets, selfIntersections, selfIntersectionsAtLeast, joinedVertices, components, triangles, vertices
    case volume, area, minimumAngle, bounds, minimumWall, defects, bodies, bodyCount, poses, suggestedPose, notMeasured
    case assumed, warnings
  }

  /// The same for a person.
  var text: String {
    var table = TextTable(wordColumns: [0, 2, 3])
    func count(_ name: String, _ number: Int?) { table.add([name, number.map { "\($0)" } ?? "-"]) }
    table.add(["watertight", watertight ? "yes" : "no"])
    count("open edges", openEdges)
    count("non-manifold edges", nonManifoldEdges)
    count("non-manifold vertices", nonManifoldVertices)
    count("flipped edges", flippedEdges)
    count("degenerate facets", degenerateFacets)
    count("duplicate facets", duplicateFacets)
    let crossings = selfIntersections.map { selfIntersectionsAtLeast ? "at least \($0)" : "\($0)" }
    table.add(["self-intersections", crossings ?? "-"])
    count("components", components)
    count("triangles", triangles)
    table.add(["volume", tableText(volume, decimals: 2), "cm³"])
    table.add(["area", tableText(area, decimals: 1), "cm²"])
    table.add(["smallest angle", tableText(minimumAngle, decimals: 1), "deg"])
    if let bounds {
      let size = zip(bounds.minimum.coordinates, bounds.maximum.coordinates).map { tableText($1 - $0, decimals: 1) }
      table.add(["size", size.joined(separator: " × "), "mm"])
    }
    if let minimumWall {
      let place = minimumWall.at.coordinates.map { tableText($0, decimals: 1) }.joined(separator: ", ")
      table.add(["thinnest wall", tableText(minimumWall.value, decimals: 2), "mm", "at \(place)"])
    }
    if let bodyCount {
      table.add(["bodies", "\(bodyCount)", areBodiesClosed ? "each closed by itself" : "not all closed"])
    }
    return table.text + defectLines + poseTable + (sound ? "sound: a closed solid\n" : "not sound\n")
  }

  /// The listed defects, one a line.
  private var defectLines: String {
    if defects.isEmpty { return "" }
    var table = TextTable(wordColumns: [0, 1, 2])
    for defect in defects {
      let place = defect.at.coordinates.map { tableText($0, decimals: 2) }.joined(separator: ", ")
      let facets = defect.triangles.prefix(4).map { "\($0)" }.joined(separator: ", ")
      table.add([defect.kind, "at \(place)", "facets \(facets)\(defect.triangles.count > 4 ? " …" : "")"])
    }
    let all = [
      openEdges, nonManifoldEdges, nonManifoldVertices, flippedEdges, degenerateFacets, duplicateFacets,
      selfIntersections ?? 0,
    ]
    // Repeated facets count as crossings too; sums that saturate are no concern of a table.
    let more = all.reduce(0, +) - defects.count
    return "\n" + table.text + (more > 0 ? "and \(more) more; the first thousand of each kind by --json\n" : "") + "\n"
  }

  /// Each way to lay it on the bed.
  private var poseTable: String {
    var table = TextTable(wordColumns: [0, 4, 5])
    table.add(["on the bed", "overhang", "contact cm²", "height mm", "fits", "pair"])
    for pose in poses {
      let fits = pose.fits ? (pose.turn == 0 ? "yes" : "turned \(tableText(pose.turn, decimals: 0)) deg") : "no"
      table.add([
        pose.pose + (pose.pose == suggestedPose ? " (best)" : ""),
        tableText(pose.overhangShare.map { $0 * 100 }, decimals: 1) + " %", tableText(pose.contactArea, decimals: 1),
        tableText(pose.height, decimals: 1), fits, pose.pairFits ? "yes" : "no",
      ])
    }
    return "\n" + table.text
  }
}
