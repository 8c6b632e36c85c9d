import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct PointTreeTests {
  private func bruteForce(_ points: [Vector3], neighbors: Int) -> [Double] {
    points.indices.map { index in
      let distances = points.indices.filter { $0 != index }.map { (points[$0] - points[index]).length }.sorted()
      return distances.prefix(neighbors).reduce(0, +) / Double(neighbors)
    }
  }

  @Test(arguments: [(21, 20), (33, 5), (700, 20), (1500, 7)])
  func `mean distances are those of comparing all pairs`(count: Int, neighbors: Int) throws {
    var generator = SplitMix64(seed: UInt64(count))
    // A surface, and a tenth of strays far from it.
    let points = (0..<count).map { index in
      index % 10 == 0
        ? Vector3(generator.normal() * 80, generator.normal() * 80, generator.normal() * 80)
        : Vector3(generator.uniform(0...50), generator.uniform(0...20), generator.normal() * 0.1)
    }
    let tree = try #require(PointTree(points))
    let found = tree.meanDistances(neighbors: neighbors)
    let expected = bruteForce(points, neighbors: neighbors)
    #expect(found.count == count)
    for (place, distance) in zip(tree.order, found) {
      #expect(abs(Double(distance) - expected[Int(place)]) < 1e-4 * (1 + expected[Int(place)]))
    }
  }

  @Test func `equal points are at distance 0`() throws {
    let tree = try #require(PointTree([Vector3](repeating: Vector3(1, 2, 3), count: 500)))
    #expect(tree.meanDistances(neighbors: 20).allSatisfy { $0 == 0 })
  }

  @Test func `points along the curve are neighbours`() throws {
    var generator = SplitMix64(seed: 3)
    let points = (0..<4000).map { _ in Vector3(generator.unit(), generator.unit(), generator.unit()) }
    let sorted = MortonOrder(points, box: try #require(Bounds(points)))
    #expect(Set(sorted.order).count == 4000)
    #expect(zip(sorted.keys, sorted.keys.dropFirst()).allSatisfy { $0 <= $1 })
    let steps = zip(sorted.order, sorted.order.dropFirst()).map { (points[Int($0)] - points[Int($1)]).length }
    #expect(steps.reduce(0, +) / Double(steps.count) < 0.15)
  }
}
