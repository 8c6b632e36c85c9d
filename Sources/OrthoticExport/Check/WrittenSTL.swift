import OrthoticCore

/// Checks a binary STL that was just made against the mesh that it should hold, before it is called written.
///
/// A reader welds corners that agree bit by bit. If all vertices of the mesh differ in single precision, and each
/// corner in the file is exactly the vertex that the mesh names, then what is read back is the mesh: closed, manifold
/// and oriented where the mesh is. The three questions are answered side by side, with no search for equal corners.
package struct WrittenSTL: Sendable {
  /// What was found.
  package struct Verdict: Equatable, Sendable {
    /// Whether the file holds exactly the mesh in single precision.
    package var holdsMesh = false
    /// Whether no two vertices are the same point in single precision.
    package var verticesDiffer = false
    /// Edges that are not shared by two triangles in opposite directions.
    package var badEdges = 0
    /// Triangles without area.
    package var degenerateFacets = 0
    /// Enclosed volume of what the file holds, mm³.
    package var volume = 0.0

    /// Whether the file can be called written.
    package var isSound: Bool {
      holdsMesh && verticesDiffer && badEdges == 0 && degenerateFacets == 0 && volume > 0
    }
  }

  private let bytes: [UInt8]
  private let mesh: Mesh

  /// Pairs a file's content with the mesh that it should hold.
  package init(bytes: [UInt8], mesh: Mesh) {
    self.bytes = bytes
    self.mesh = mesh
  }

  /// The answer of one of the questions that run side by side.
  private enum Part: Sendable {
    case decoded(holdsMesh: Bool, degenerate: Int, sixfoldVolume: Double)
    case differ(Bool)
    case badEdges(Int)
  }

  private static let facetsPerChunk = 1 << 16

  /// Examines the file.
  package func verdict() -> Verdict {
    let count = mesh.triangles.count
    guard bytes.count == 84 + 50 * count, count > 0 else { return Verdict() }
    let chunks = (count + Self.facetsPerChunk - 1) / Self.facetsPerChunk
    // The edges take longest, so they come first.
    let parts = Parallel.map(count: chunks + 2) { item -> Part in
      switch item {
      case 0: .badEdges(EdgeCensus(mesh).badEdges.count)
      case 1: .differ(mesh.hasDistinctVertices)
      default:
        decoded((item - 2) * Self.facetsPerChunk..<min((item - 1) * Self.facetsPerChunk, count))
      }
    }
    var verdict = Verdict()
    verdict.holdsMesh = storedCount == count
    var sixfold = 0.0
    for part in parts {
      switch part {
      case .badEdges(let edges): verdict.badEdges = edges
      case .differ(let differ): verdict.verticesDiffer = differ
      case .decoded(let holds, let degenerate, let volume):
        verdict.holdsMesh = verdict.holdsMesh && holds
        verdict.degenerateFacets += degenerate
        sixfold += volume
      }
    }
    verdict.volume = sixfold / 6
    return verdict
  }

  private var storedCount: Int {
    (0..<4).reduce(0) { $0 | Int(bytes[80 + $1]) << (8 * $1) }
  }

  /// Compares some facets with the mesh and measures them.
  private func decoded(_ facets: Range<Int>) -> Part {
    let raw = unsafe bytes.span.bytes
    let vertices = mesh.vertices.span
    var holds = true
    var degenerate = 0
    var sixfold = 0.0
    for facet in facets {
      let triangle = mesh.triangles[facet]
      let offset = 84 + 50 * facet + 12
      let a = STLCorner(raw, at: offset)
      let b = STLCorner(raw, at: offset + 12)
      let c = STLCorner(raw, at: offset + 24)
      holds =
        holds && a.isSame(as: vertices[Int(triangle.a)]) && b.isSame(as: vertices[Int(triangle.b)])
        && c.isSame(as: vertices[Int(triangle.c)])
      let (p, q, r) = (a.position, b.position, c.position)
      let normal = (q - p).cross(r - p)
      if !(normal.dot(normal) > 0) || triangle.isCollapsed { degenerate += 1 }
      sixfold += p.dot(q.cross(r))
    }
    return .decoded(holdsMesh: holds, degenerate: degenerate, sixfoldVolume: sixfold)
  }
}

/// A corner as an STL file stores it.
private struct STLCorner {
  private let x: Float
  private let y: Float
  private let z: Float

  @inline(__always)
  init(_ raw: RawSpan, at offset: Int) {
    x = unsafe Float(bitPattern: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
    y = unsafe Float(bitPattern: raw.unsafeLoadUnaligned(fromByteOffset: offset + 4, as: UInt32.self).littleEndian)
    z = unsafe Float(bitPattern: raw.unsafeLoadUnaligned(fromByteOffset: offset + 8, as: UInt32.self).littleEndian)
  }

  @inline(__always)
  func isSame(as vertex: Vector3) -> Bool {
    // A number that is none is never the same, so it cannot pass.
    x == Float(vertex.x) && y == Float(vertex.y) && z == Float(vertex.z)
  }

  @inline(__always)
  var position: Vector3 { Vector3(Double(x), Double(y), Double(z)) }
}
