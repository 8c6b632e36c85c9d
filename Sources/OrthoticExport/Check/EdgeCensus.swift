import OrthoticCore

/// Which triangles meet along each edge.
///
/// Half-edge 3t + k runs from corner k of triangle t to the next corner. Those that climb in vertex number are sorted
/// by their lower vertex by counting (four times faster than a dictionary); each of the others looks for its partner
/// among the few of its lower vertex, or by halves where they are many. What finds not exactly one partner is collected and looked at again.
struct EdgeCensus {
  /// What is wrong with an edge, with all its half-edges.
  struct BadEdge: Sendable {
    var kind: MeshDefect.Kind
    var halfEdges: [UInt32]
  }

  /// The half-edge on the other side of each, or −1 where the edge is not between exactly two triangles.
  private(set) var opposite: [Int32]
  /// Edges that are not shared by two triangles in opposite directions, by lower vertex.
  private(set) var badEdges: [BadEdge] = []

  /// Counts the edges of a mesh; triangles with two equal corners are left out.
  init(_ mesh: Mesh) {
    opposite = [Int32](repeating: -1, count: mesh.triangles.count * 3)
    let climbing = Climbing(mesh)
    var isOdd = false
    for (number, triangle) in mesh.triangles.enumerated() where !triangle.isCollapsed {
      let half = Int32(truncatingIfNeeded: 3 * number)
      if triangle.a > triangle.b { isOdd = !match(half, triangle.b, triangle.a, climbing) || isOdd }
      if triangle.b > triangle.c { isOdd = !match(half + 1, triangle.c, triangle.b, climbing) || isOdd }
      if triangle.c > triangle.a { isOdd = !match(half + 2, triangle.a, triangle.c, climbing) || isOdd }
    }
    if !isOdd { isOdd = climbing.entries.contains { opposite[Int($0.half)] < 0 } }
    if isOdd { collectBadEdges(mesh) }
  }

  /// Joins a falling half-edge with the one climbing half-edge between the same vertices, if there is just one.
  @inline(__always)
  private mutating func match(_ half: Int32, _ low: UInt32, _ high: UInt32, _ climbing: Climbing) -> Bool {
    var partner: Int32 = -1
    for index in climbing.stretch(low, high) where climbing.entries[index].high == high {
      if partner >= 0 { return false }
      partner = Int32(bitPattern: climbing.entries[index].half)
    }
    guard partner >= 0, opposite[Int(partner)] < 0 else { return false }
    opposite[Int(partner)] = half
    opposite[Int(half)] = partner
    return true
  }

  /// The half-edges from lower to higher vertices, sorted by the lower one.
  private struct Climbing {
    struct Entry {
      var high: UInt32
      var half: UInt32
    }
    var starts: [UInt32]
    var entries: [Entry]

    /// Entries of one vertex from which on they are sorted: in a surface six triangles meet, in a fan as many as it has.
    private static let many = 32

    /// Where the entries of an edge stand, perhaps among others of its lower vertex; at most one more than two of its own.
    @inline(__always)
    func stretch(_ low: UInt32, _ high: UInt32) -> Range<Int> {
      let all = Int(starts[Int(low)])..<Int(starts[Int(low) + 1])
      return all.count <= Self.many ? all : sortedStretch(all, high)
    }

    private func sortedStretch(_ all: Range<Int>, _ high: UInt32) -> Range<Int> {
      var first = all.lowerBound
      var end = all.upperBound
      while first < end {
        let middle = (first + end) / 2
        if entries[middle].high < high { first = middle + 1 } else { end = middle }
      }
      // Two of the same are as many as are needed to tell that there is not just one.
      return first..<min(first + 2, all.upperBound)
    }

    init(_ mesh: Mesh) {
      starts = [UInt32](repeating: 0, count: mesh.vertices.count + 1)
      for triangle in mesh.triangles where !triangle.isCollapsed {
        if triangle.a < triangle.b { starts[Int(triangle.a) + 1] += 1 }
        if triangle.b < triangle.c { starts[Int(triangle.b) + 1] += 1 }
        if triangle.c < triangle.a { starts[Int(triangle.c) + 1] += 1 }
      }
      for vertex in mesh.vertices.indices { starts[vertex + 1] += starts[vertex] }
      entries = [Entry](repeating: Entry(high: 0, half: 0), count: Int(starts[mesh.vertices.count]))
      var cursor = starts
      for (number, triangle) in mesh.triangles.enumerated() where !triangle.isCollapsed {
        let half = UInt32(truncatingIfNeeded: 3 * number)
        if triangle.a < triangle.b {
          entries[Int(cursor[Int(triangle.a)])] = Entry(high: triangle.b, half: half)
          cursor[Int(triangle.a)] += 1
        }
        if triangle.b < triangle.c {
          entries[Int(cursor[Int(triangle.b)])] = Entry(high: triangle.c, half: half + 1)
          cursor[Int(triangle.b)] += 1
        }
        if triangle.c < triangle.a {
          entries[Int(cursor[Int(triangle.c)])] = Entry(high: triangle.a, half: half + 2)
          cursor[Int(triangle.c)] += 1
        }
      }
      for vertex in mesh.vertices.indices {
        let own = Int(starts[vertex])..<Int(starts[vertex + 1])
        if own.count > Self.many {
          entries[own].sort { $0.high != $1.high ? $0.high < $1.high : $0.half < $1.half }
        }
      }
    }
  }

  /// Sorts out all half-edges whose edge has a half-edge without partner.
  private mutating func collectBadEdges(_ mesh: Mesh) {
    var isSuspect = [Bool](repeating: false, count: mesh.vertices.count)
    forEachHalfEdge(mesh) { half, low, _, isPaired in
      if !isPaired { isSuspect[Int(low)] = true }
    }
    // Lower vertex, higher vertex, half-edge: an order in which each edge stands together.
    var members: [(low: UInt32, high: UInt32, half: UInt32)] = []
    forEachHalfEdge(mesh) { half, low, high, _ in
      if isSuspect[Int(low)] { members.append((low, high, half)) }
    }
    members.sort { ($0.low, $0.high, $0.half) < ($1.low, $1.high, $1.half) }
    var index = 0
    while index < members.count {
      var end = index + 1
      while end < members.count, members[end].low == members[index].low, members[end].high == members[index].high {
        end += 1
      }
      let halves = members[index..<end].map(\.half)
      if end - index == 1 {
        badEdges.append(BadEdge(kind: .openEdge, halfEdges: halves))
      } else if end - index > 2 {
        for half in halves { opposite[Int(half)] = -1 }
        badEdges.append(BadEdge(kind: .nonManifoldEdge, halfEdges: halves))
      } else if opposite[Int(halves[0])] < 0 {
        opposite[Int(halves[0])] = Int32(bitPattern: halves[1])
        opposite[Int(halves[1])] = Int32(bitPattern: halves[0])
        badEdges.append(BadEdge(kind: .flippedEdge, halfEdges: halves))
      }
      index = end
    }
  }

  private func forEachHalfEdge(_ mesh: Mesh, _ body: (UInt32, UInt32, UInt32, Bool) -> Void) {
    for (number, triangle) in mesh.triangles.enumerated() where !triangle.isCollapsed {
      for corner in 0..<3 {
        let half = 3 * number + corner
        let from = triangle.corner(corner)
        let to = triangle.corner((corner + 1) % 3)
        body(UInt32(half), min(from, to), max(from, to), opposite[half] >= 0)
      }
    }
  }
}

extension Triangle {
  /// Whether two corners are the same vertex.
  @inline(__always) var isCollapsed: Bool { a == b || b == c || c == a }

  /// A corner by number 0, 1 or 2.
  @inline(__always) func corner(_ number: Int) -> UInt32 { number == 0 ? a : number == 1 ? b : c }
}
