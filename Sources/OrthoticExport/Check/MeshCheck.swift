#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore

extension Vector3 {
  /// Squared length.
  @inline(__always) fileprivate var squared: Double { dot(self) }
}

/// Checks whether a mesh is the surface of a sound solid.
///
/// Vertices count as one only where they agree bit by bit in single precision, as in an STL file.
///
/// Work and memory are bounded by the size of the mesh, however its triangles lie: where thousands cross or lie upon each
/// other, what was found is counted, and `MeshReport.isSearchComplete` says that there may be more.
public struct MeshCheck: Sendable {
  /// Look for triangles that cut each other.
  public var findsSelfIntersections: Bool
  /// Measure the thinnest wall.
  public var measuresWall: Bool
  /// How many defects of each kind are listed with their place.
  public var listed: Int

  /// Creates a check.
  public init(findsSelfIntersections: Bool = true, measuresWall: Bool = true, listed: Int = 20) {
    self.findsSelfIntersections = findsSelfIntersections
    self.measuresWall = measuresWall
    self.listed = listed
  }

  /// Closed, manifold, oriented, no triangle without area, volume: what needs no search in space.
  public static let quick = MeshCheck(findsSelfIntersections: false, measuresWall: false)

  /// Examines a mesh.
  public func report(on mesh: Mesh) -> MeshReport {
    let welded = mesh.weldedInSinglePrecision
    var report = MeshReport()
    report.triangles = mesh.triangles.count
    report.vertices = welded.vertices.count
    report.bounds = Bounds(welded.vertices.lazy.filter(\.isFinite))
    let isSkipped = examineFacets(welded, &report)

    let census = EdgeCensus(welded)
    examineEdges(welded, census, &report)
    let parts = MeshParts(welded, census)
    report.components = parts.count
    report.duplicateFacets = parts.duplicates.count
    list(
      parts.duplicates.lazy.map { MeshDefect(.duplicate, at: welded.center($0.later), triangles: [$0.later]) },
      in: &report)

    if findsSelfIntersections || measuresWall {
      let fans = VertexFans(welded)
      let pinched = fans.pinchedVertices(welded, census)
      report.nonManifoldVertices = pinched.count
      list(
        pinched.lazy.map { vertex in
          MeshDefect(
            .nonManifoldVertex, at: welded.vertices[vertex], triangles: Self.numbers(fans.leaving(vertex)))
        }, in: &report)
      // Of facets that stand several times one stands for all.
      let twins = parts.duplicates.filter { !isSkipped[$0.later] }
      var isLeftOut = isSkipped
      for twin in twins { isLeftOut[twin.later] = true }
      let tree = TriangleTree(welded, without: isLeftOut)
      if findsSelfIntersections {
        var pairs = SelfIntersections(
          mesh: welded, fans: fans, census: census, tree: tree, isSkipped: isLeftOut, limit: listed
        ).pairs()
        pairs.count += twins.count
        report.selfIntersections = pairs.count
        report.isSearchComplete = pairs.isComplete
        let meeting =
          (pairs.listed.map { (Int($0), Int($1)) } + twins.prefix(listed).map { ($0.first, $0.later) }).sorted {
            $0 < $1
          }
        list(
          meeting.lazy.map { MeshDefect(.selfIntersection, at: welded.center($0), triangles: [$0, $1]) }, in: &report)
      }
      if measuresWall {
        let search = WallThickness(mesh: welded, tree: tree, fans: fans, isSkipped: isLeftOut)
        (report.minimumWall, report.isWallMeasured) = search.minimum()
      }
    }
    return report
  }

  /// Sums area and volume and notes facets that have none; true for those no further test can use.
  private func examineFacets(_ mesh: Mesh, _ report: inout MeshReport) -> [Bool] {
    // Volumes are taken from the middle of the box: far from the origin their differences would lose digits.
    let origin = report.bounds?.center ?? .zero
    var isSkipped = [Bool](repeating: false, count: mesh.triangles.count)
    var sixfold = 0.0
    var twofold = 0.0
    var flattest = Double.infinity
    for (number, triangle) in mesh.triangles.enumerated() {
      let a = mesh.vertices[Int(triangle.a)] - origin
      let b = mesh.vertices[Int(triangle.b)] - origin
      let c = mesh.vertices[Int(triangle.c)] - origin
      let normal = (b - a).cross(c - a)
      if !normal.isFinite {
        isSkipped[number] = true
        report.degenerateFacets += 1
        list([MeshDefect(.nonFinite, at: .zero, triangles: [number])], in: &report)
      } else if triangle.isCollapsed || mesh.isCollinear(triangle) {
        isSkipped[number] = true
        report.degenerateFacets += 1
        list([MeshDefect(.degenerate, at: mesh.center(number), triangles: [number])], in: &report)
      } else {
        twofold += normal.length
        sixfold += a.dot(b.cross(c))
        flattest = min(flattest, Self.squaredSine(a, b, c, normal))
      }
    }
    if flattest < .infinity { report.minimumAngle = asin(min(flattest.squareRoot(), 1)) * 180 / .pi }
    report.area = twofold / 2
    report.volume = sixfold / 6
    return isSkipped
  }

  /// Squared sine of a triangle's smallest angle, the one between its two longer sides.
  @inline(__always)
  private static func squaredSine(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ normal: Vector3) -> Double {
    let sides = ((b - a).squared, (c - b).squared, (a - c).squared)
    let shortest = min(sides.0, sides.1, sides.2)
    let longer = shortest == sides.0 ? sides.1 * sides.2 : shortest == sides.1 ? sides.0 * sides.2 : sides.0 * sides.1
    return longer > 0 ? normal.squared / longer : 0
  }

  private func examineEdges(_ mesh: Mesh, _ census: EdgeCensus, _ report: inout MeshReport) {
    for edge in census.badEdges {
      switch edge.kind {
      case .openEdge: report.openEdges += 1
      case .flippedEdge: report.flippedEdges += 1
      default: report.nonManifoldEdges += 1
      }
    }
    for kind in [MeshDefect.Kind.openEdge, .nonManifoldEdge, .flippedEdge] {
      list(
        census.badEdges.lazy.filter { $0.kind == kind }.prefix(listed).map { edge in
          let half = edge.halfEdges[0]
          let triangle = mesh.triangles[Int(half / 3)]
          let from = mesh.vertices[Int(triangle.corner(Int(half % 3)))]
          let to = mesh.vertices[Int(triangle.corner(Int((half + 1) % 3)))]
          return MeshDefect(kind, at: (from + to) * 0.5, triangles: Self.numbers(edge.halfEdges))
        }, in: &report)
    }
  }

  /// Triangles of one defect that are named at most.
  private static let mostNamed = 100

  /// The triangles of some half-edges.
  private static func numbers(_ halfEdges: some Sequence<UInt32>) -> [Int] {
    halfEdges.prefix(mostNamed).map { Int($0 / 3) }
  }

  /// Adds defects of one kind until the list of that kind is full.
  private func list(_ defects: some Sequence<MeshDefect>, in report: inout MeshReport) {
    for defect in defects {
      guard report.listed[defect.kind, default: 0] < listed else { return }
      report.listed[defect.kind, default: 0] += 1
      report.defects.append(defect)
    }
  }
}
