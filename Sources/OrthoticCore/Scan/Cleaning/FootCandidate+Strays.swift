extension FootCandidate {
  /// Points from which on a cloud is so dense, two to a square millimetre, that a single stray weighs nothing among
  /// those that every part of the outline and of the sole is averaged from.
  static let crowdedCloud = 100_000
  /// Neighbours that a point's distance is averaged over.
  private static let strayNeighbors = 10
  /// Mean distance to the neighbours, in units of what is usual around, above which a point is none of the surface: on
  /// an evenly scanned one that is the height of 1.9 distances between points; at its edge the ratio is 1.4.
  private static let strayRatio = 2.0

  /// The piece's points of a cloud, without single ones that hover beside the surface.
  ///
  /// They lie too close for the coarse cubes to tell. What is usual is read from each point's cube and those beside it:
  /// a scan may be dense below and sparse above.
  func withoutStrays(_ surface: [Vector3]) -> [Vector3] {
    let inside = Parallel.compactMap(surface) { contains($0) ? $0 : nil }
    guard inside.count > Self.strayNeighbors, let tree = PointTree(inside) else { return inside }
    let distances = tree.meanDistances(neighbors: Self.strayNeighbors)
    let places = tree.order.map { inside[Int($0)] }
    let usual = usualAround(places, distances)
    var isKept = [Bool](repeating: true, count: inside.count)
    for (index, point) in places.enumerated() {
      guard let cube = grid.index(of: point) else { continue }
      isKept[Int(tree.order[index])] = !(Double(distances[index]) > Self.strayRatio * usual[cube])
    }
    return zip(inside, isKept).filter(\.1).map(\.0)
  }

  /// For every cube what is usual in it and those beside it: the medians, weighted by how many points they are of.
  private func usualAround(_ points: [Vector3], _ values: [Float]) -> [Double] {
    var lists = [[Double]](repeating: [], count: grid.count)
    for (point, value) in zip(points, values) {
      if let cube = grid.index(of: point) { lists[cube].append(Double(value)) }
    }
    let medians = lists.map { $0.median ?? 0 }
    let offsets = [0] + grid.neighborOffsets
    return lists.indices.map { cube in
      guard !lists[cube].isEmpty else { return 0 }
      var sum = 0.0
      var count = 0.0
      for offset in offsets {
        sum += medians[cube + offset] * Double(lists[cube + offset].count)
        count += Double(lists[cube + offset].count)
      }
      return sum / count
    }
  }
}
