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

  let sound: Bool
  let watertight: Bool
  let openEdges: Int
  let nonManifoldEdges: Int
  let nonManifoldVertices: Int
  let flippedEdges: Int
  let degenerateFacets: Int
  let duplicateFacets: Int
  let selfIntersections: Int?
  let components: Int
  let triangles: Int
  let vertices: Int
  let volume: Double?
  let area: Double?
  let bounds: Box?
  let minimumWall: Wall?
  let defects: [Defect]
  let notMeasured: [String]
  let assumed: [AssumedResult]
  let warnings: [WarningResult]

  init(_ report: MeshReport, assumptions: [Assumption], findings: [Finding]) {
    sound = report.isSound
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
    count("self-intersections", selfIntersections)
    count("components", components)
    count("triangles", triangles)
    table.add(["volume", tableText(volume, decimals: 2), "cm³"])
    table.add(["area", tableText(area, decimals: 1), "cm²"])
    if let bounds {
      let size = zip(bounds.minimum.coordinates, bounds.maximum.coordinates).map { tableText($1 - $0, decimals: 1) }
      table.add(["size", size.joined(separator: " × "), "mm"])
    }
    if let minimumWall {
      let place = minimumWall.at.coordinates.map { tableText($0, decimals: 1) }.joined(separator: ", ")
      table.add(["thinnest wall", tableText(minimumWall.value, decimals: 2), "mm", "at \(place)"])
    }
    return table.text + (sound ? "sound: a closed solid\n" : "not sound\n")
  }
}
