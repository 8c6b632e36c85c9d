import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct PointTreeTests {
  /// Every how many points are compared with all others: in debug that comparison takes longer than all else here.
  private static let step = isOptimised ? 1 : 11

  /// Holds what the tree found to comparing each point with all others.
  private func expectMeans(
    _ found: [Float], of tree: PointTree, match points: [Vector3], neighbors: Int, within tolerance: (Double) -> Double
  ) {
    #expect(found.count == points.count)
    for place in stride(from: 0, to: found.count, by: Self.step) {
      let expected = Self.mean(from: points[Int(tree.order[place])], to: points, neighbors: neighbors)
      #expect(abs(Double(found[place]) - expected) < tolerance(expected))
    }
  }

  /// The mean distance of a point to its nearest among points of which it is one.
  private static func mean(from point: Vector3, to points: [Vector3], neighbors: Int) -> Double {
    var distances: [Double] = []
    distances.reserveCapacity(points.count)
    for other in points { distances.append((other - point).length) }
    distances.sort()
    return distances[1...neighbors].reduce(0, +) / Double(neighbors)
  }

  @Test("mean distances are those of comparing all pairs", arguments: [(21, 20), (33, 5), (700, 20), (1500, 7)])
  func meanDistancesAreThose(count: Int, neighbors: Int) throws {
    var generator = SplitMix64(seed: UInt64(count))
    // A surface, and a tenth of strays far from it.
    let points = (0..<count).map { index in
      index % 10 == 0
        ? Vector3(generator.normal() * 80, generator.normal() * 80, generator.normal() * 80)
        : Vector3(generator.uniform(0...50), generator.uniform(0...20), generator.normal() * 0.1)
    }
    let tree = try #require(PointTree(points))
    let found = tree.meanDistances(neighbors: neighbors)
    expectMeans(found, of: tree, match: points, neighbors: neighbors) { 1e-4 * (1 + $0) }
  }

  @Test("equal points are at distance 0") func equalPoints() throws {
    let tree = try #require(PointTree([Vector3](repeating: Vector3(1, 2, 3), count: 500)))
    #expect(tree.meanDistances(neighbors: 20).allSatisfy { $0 == 0 })
  }

  @Test("a cloud with 500 equal points and strays among others is searched exactly") func cloudWith500Equal() throws {
    var generator = SplitMix64(seed: 5)
    var points = (0..<1500).map { index in
      index % 3 == 0
        ? Vector3.zero : Vector3(generator.uniform(0...9), generator.uniform(0...9), generator.normal() * 0.1)
    }
    points += (0..<40).map { _ in
      Vector3(generator.normal() * 900, generator.normal() * 900, generator.normal() * 900)
    }
    let tree = try #require(PointTree(points))
    expectMeans(tree.meanDistances(neighbors: 20), of: tree, match: points, neighbors: 20) { 1e-4 * (1 + $0) }
  }

  @Test("density that changes a thousandfold from one patch to the next is searched exactly") func densityThatChanges()
    throws
  {
    var generator = SplitMix64(seed: 6)
    let points = (0..<2000).map { index in
      let size = index % 2 == 0 ? 1.0 : 1000
      return Vector3(generator.unit() * size, generator.unit() * size, generator.normal() * 0.001)
    }
    let tree = try #require(PointTree(points))
    expectMeans(tree.meanDistances(neighbors: 20), of: tree, match: points, neighbors: 20) { 1e-4 * (0.1 + $0) }
  }

  @Test("one stray a million times as far away as the foot is long changes nothing for the others")
  func oneStrayAMillion() throws {
    var generator = SplitMix64(seed: 10)
    var points = (0..<1000).map { _ in Vector3(generator.uniform(0...250), generator.uniform(0...90), 0) }
    let near = points
    points.append(Vector3(2.5e8, 0, 0))
    let tree = try #require(PointTree(points))
    #expect(tree.leaves.filter { tree.nodes[Int($0)].high.x - tree.nodes[Int($0)].low.x > 100 }.isEmpty)
    // Each has its neighbours among the thousand: the stray is never one of them.
    let found = zip(tree.order, tree.meanDistances(neighbors: 20)).filter { $0.0 < 1000 }
    for (place, distance) in found.enumerated().filter({ $0.offset % Self.step == 0 }).map(\.element) {
      let expected = Self.mean(from: near[Int(place)], to: near, neighbors: 20)
      #expect(abs(Double(distance) - expected) < 1e-4 * (1 + expected))
    }
  }

  @Test("points closer than numbers tell apart are one place") func pointsCloserThanNumbers() throws {
    let points = (0..<100).map { Vector3(Double($0) * .leastNonzeroMagnitude, 0, 0) }
    #expect(try #require(PointTree(points)).meanDistances(neighbors: 20).allSatisfy { $0 == 0 })
  }

  @Test("more neighbours than a leaf searches at once are found one by one") func moreNeighbours() throws {
    var generator = SplitMix64(seed: 7)
    let points = (0..<1200).map { _ in Vector3(generator.unit(), generator.unit(), generator.unit()) }
    let tree = try #require(PointTree(points))
    var search = NeighborSearch(tree, neighbors: 1100)
    for leaf in stride(from: 0, to: tree.leaves.count, by: Self.step).map({ tree.leaves[$0] }) {
      var found: [Float] = []
      search.appendMeans(ofLeaf: leaf, to: &found)
      #expect(found.count == tree.nodes[Int(leaf)].count)
      for (index, distance) in found.enumerated() {
        let point = points[Int(tree.order[Int(tree.nodes[Int(leaf)].start) + index])]
        #expect(abs(Double(distance) - Self.mean(from: point, to: points, neighbors: 1100)) < 1e-4)
      }
    }
  }

  @Test("coordinates as large as numbers go do not trap") func coordinatesAsLarge() throws {
    let huge = Double.greatestFiniteMagnitude
    let points = (0..<60).map { (index: Int) -> Vector3 in
      let x = index % 2 == 0 ? huge : -huge
      return Vector3(x, index % 3 == 0 ? huge : 1, Double(index))
    }
    let tree = try #require(PointTree(points))
    #expect(tree.meanDistances(neighbors: 20).allSatisfy { $0.isFinite })
  }

  @Test("leaves hold all points once, in order, inside their boxes") func leavesHoldAllPoints() throws {
    var generator = SplitMix64(seed: 8)
    let points = (0..<3000).map { _ in Vector3(generator.normal() * 30, generator.normal() * 20, generator.normal()) }
    let tree = try #require(PointTree(points))
    var next = 0
    for leaf in tree.leaves {
      let node = tree.nodes[Int(leaf)]
      #expect(Int(node.start) == next && node.count > 0 && Int(node.count) <= PointTree.leafSize)
      for place in next..<next + Int(node.count) { #expect(node.distance(to: tree.places[place]) == 0) }
      next += Int(node.count)
    }
    #expect(next == 3000)
    #expect(tree.order.sorted() == (0..<3000).map { UInt32($0) })
  }

  @Test("points along the curve are neighbours") func pointsAlongTheCurve() throws {
    var generator = SplitMix64(seed: 3)
    let points = (0..<4000).map { _ in Vector3(generator.unit(), generator.unit(), generator.unit()) }
    let sorted = MortonOrder(points, box: try #require(Bounds(points)))
    let order = sorted.words.indices.map { sorted.number(at: $0) }
    #expect(Set(order).count == 4000)
    #expect(zip(sorted.words, sorted.words.dropFirst()).allSatisfy { $0 < $1 })
    let steps = zip(order, order.dropFirst()).map { (points[Int($0)] - points[Int($1)]).length }
    #expect(steps.reduce(0, +) / Double(steps.count) < 0.15)
  }
}
