/// Tells stray points of a cloud from its surface by how far away their neighbours are (Rusu 2008).
///
/// For users of the library who want a clean cloud, point by point, as they know it from other libraries. Designing and
/// measuring do without it: `ScanCleaning` drops strays by the cubes that they lie in, and `SoleHeights` averages many
/// points close to the surface, which single strays hardly move.
package enum StatisticalOutliers {
  /// Whether each point is kept: its mean distance to its nearest neighbours exceeds the mean of all points by less
  /// than some standard deviations.
  ///
  /// Points that are no finite numbers are not kept. A cloud of no more points than neighbours is kept as it is.
  ///
  /// - Parameters:
  ///   - neighbors: number of neighbours, at least 1.
  ///   - deviations: standard deviations above the mean from which a point is a stray.
  package static func kept(_ points: [Vector3], neighbors: Int = 20, deviations: Double = 2) -> [Bool] {
    precondition(neighbors > 0, "at least one neighbour")
    let finite = points.indices.filter { points[$0].isFinite }
    var kept = [Bool](repeating: false, count: points.count)
    let cloud = finite.count == points.count ? points : finite.map { points[$0] }
    guard cloud.count > neighbors, let tree = PointTree(cloud) else {
      for index in finite { kept[index] = true }
      return kept
    }
    let distances = tree.meanDistances(neighbors: neighbors)
    var sum = 0.0
    for distance in distances { sum += Double(distance) }
    let mean = sum / Double(distances.count)
    var squares = 0.0
    for distance in distances { squares += (Double(distance) - mean) * (Double(distance) - mean) }
    let limit = mean + deviations * (squares / Double(distances.count)).squareRoot()
    for (place, distance) in zip(tree.order, distances) {
      let index = finite.count == points.count ? Int(place) : finite[Int(place)]
      kept[index] = Double(distance) < limit || !(limit > mean)
    }
    return kept
  }
}
