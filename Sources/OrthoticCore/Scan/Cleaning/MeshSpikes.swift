extension Scan {
  /// The mesh without the facets around corners that stick out of it like spikes; a cloud stays as it is.
  ///
  /// A corner is a spike where it lies far from the middle of its neighbours, measured by how far these spread: on a
  /// surface, however curved or unevenly meshed, the ratio stays below 1. Where there are spikes, what spans between
  /// several of them shows by its long edges.
  var withoutSpikes: Scan {
    guard !triangles.isEmpty else { return self }
    var rings = [NeighborRing](repeating: NeighborRing(), count: points.count)
    for triangle in triangles {
      let (a, b, c) = (Int(triangle.a), Int(triangle.b), Int(triangle.c))
      let (p, q, r) = (points[a], points[b], points[c])
      rings[a].add(q - p, r - p)
      rings[b].add(r - q, p - q)
      rings[c].add(p - r, q - r)
    }
    let isSpike = rings.map(\.isSpike)
    guard isSpike.contains(true) else { return self }
    let longest = triangles.map { longestEdge(of: $0) }
    let limit = NeighborRing.longEdge * (longest.filter(\.isFinite).median ?? 0)
    var other = self
    other.triangles = zip(triangles, longest).filter { triangle, edge in
      edge <= limit && !isSpike[Int(triangle.a)] && !isSpike[Int(triangle.b)] && !isSpike[Int(triangle.c)]
    }.map(\.0)
    return other
  }

  private func longestEdge(of triangle: Triangle) -> Double {
    let (a, b, c) = (points[Int(triangle.a)], points[Int(triangle.b)], points[Int(triangle.c)])
    return max((a - b).length, (b - c).length, (c - a).length)
  }
}

/// The neighbours of a mesh's corner, as offsets from it: their number, middle and spread.
private struct NeighborRing {
  private var count = 0.0
  private var sum = Vector3.zero
  private var squares = 0.0

  /// Distance from the middle of the neighbours, in units of their spread, from which a corner is a spike.
  static let ratio = 2.5
  /// Edges longer than so many usual ones do not belong to a mesh that has spikes.
  static let longEdge = 6.0

  mutating func add(_ a: Vector3, _ b: Vector3) {
    count += 2
    sum = sum + a + b
    squares += a.dot(a) + b.dot(b)
  }

  /// Whether the corner sticks out; needs three facets to tell.
  var isSpike: Bool {
    guard count >= 6 else { return false }
    let distance = sum.dot(sum) / (count * count)
    let spread = max(squares / count - distance, 0)
    return distance > Self.ratio * Self.ratio * spread
  }
}
