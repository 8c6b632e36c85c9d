import OrthoticCore

/// What belongs together in a mesh: parts connected over edges, and triangles that stand twice.
struct MeshParts {
  /// Number of parts; triangles that share only a corner are not connected.
  private(set) var count = 0
  /// Triangles with the same corners as one of a lower number, sorted.
  private(set) var duplicates: [Int] = []

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

  private static func duplicates(_ mesh: Mesh, _ census: EdgeCensus) -> [Int] {
    var later: [Int] = []
    func compare(_ first: UInt32, _ second: UInt32) {
      if first != second, hasSameCorners(mesh.triangles[Int(first)], mesh.triangles[Int(second)]) {
        later.append(Int(max(first, second)))
      }
    }
    for number in mesh.triangles.indices {
      let across = census.opposite[3 * number]
      if across > 3 * number + 2 { compare(UInt32(number), UInt32(across) / 3) }
    }
    for edge in census.badEdges {
      for (index, half) in edge.halfEdges.enumerated() {
        for other in edge.halfEdges.dropFirst(index + 1) { compare(half / 3, other / 3) }
      }
    }
    later.sort()
    var unique: [Int] = []
    for number in later where unique.last != number { unique.append(number) }
    return unique
  }

  private static func hasSameCorners(_ one: Triangle, _ other: Triangle) -> Bool {
    func contains(_ vertex: UInt32) -> Bool { vertex == other.a || vertex == other.b || vertex == other.c }
    return contains(one.a) && contains(one.b) && contains(one.c)
  }
}
