import OrthoticCore

/// What belongs together in a mesh: parts connected over edges, and triangles that stand twice.
struct MeshParts {
  /// Number of parts; triangles that share only a corner are not connected.
  private(set) var count = 0
  /// A triangle with the same corners as an earlier one.
  struct Duplicate: Equatable, Sendable {
    /// Its number.
    var later: Int
    /// The lowest number with these corners.
    var first: Int
  }

  /// Triangles with the same corners as one of a lower number, sorted.
  private(set) var duplicates: [Duplicate] = []

  /// Examines a mesh; triangles with two equal corners belong to no part.
  init(_ mesh: Mesh, _ census: EdgeCensus) {
    var sets = DisjointSets(count: mesh.triangles.count)
    for half in census.opposite.indices {
      let across = census.opposite[half]
      if across > half { sets.join(UInt32(half) / 3, UInt32(across) / 3) }
    }
    for edge in census.badEdges {
      for half in edge.halfEdges.dropFirst() { sets.join(edge.halfEdges[0] / 3, half / 3) }
    }
    for (number, triangle) in mesh.triangles.enumerated() where !triangle.isCollapsed {
      if sets.root(UInt32(number)) == UInt32(number) { count += 1 }
    }
    duplicates = Self.duplicates(mesh, census)
  }

  /// Triangles with the same corners stand together once they are sorted by them; only those at an edge that shows it
  /// are.
  private static func duplicates(_ mesh: Mesh, _ census: EdgeCensus) -> [Duplicate] {
    var isCandidate = [Bool](repeating: false, count: mesh.triangles.count)
    for number in mesh.triangles.indices {
      let across = census.opposite[3 * number]
      guard across > 3 * number + 2 else { continue }
      let other = Int(across) / 3
      if SortedCorners(mesh.triangles[number]) == SortedCorners(mesh.triangles[other]) {
        isCandidate[number] = true
        isCandidate[other] = true
      }
    }
    for edge in census.badEdges where edge.halfEdges.count > 1 {
      for half in edge.halfEdges { isCandidate[Int(half / 3)] = true }
    }
    let candidates = isCandidate.indices.filter { isCandidate[$0] }
    let sorted = candidates.map { (corners: SortedCorners(mesh.triangles[$0]), number: $0) }
      .sorted { $0.corners == $1.corners ? $0.number < $1.number : $0.corners < $1.corners }
    var found: [Duplicate] = []
    var first = 0
    for index in sorted.indices.dropFirst() {
      if sorted[index].corners != sorted[first].corners { first = index }
      if index != first { found.append(Duplicate(later: sorted[index].number, first: sorted[first].number)) }
    }
    return found.sorted { $0.later < $1.later }
  }

  /// A triangle's corners in rising order.
  private struct SortedCorners: Equatable {
    private let low: UInt64
    private let high: UInt32

    init(_ triangle: Triangle) {
      let least = min(triangle.a, triangle.b, triangle.c)
      high = max(triangle.a, triangle.b, triangle.c)
      // The middle one is what the other two leave of the three.
      let middle = triangle.a ^ triangle.b ^ triangle.c ^ least ^ high
      low = UInt64(least) << 32 | UInt64(middle)
    }

    static func < (one: SortedCorners, other: SortedCorners) -> Bool {
      one.low != other.low ? one.low < other.low : one.high < other.high
    }
  }
}
