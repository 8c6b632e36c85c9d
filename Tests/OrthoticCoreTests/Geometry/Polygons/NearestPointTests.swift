import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct NearestPointTests {
  @Test("the point found is the first of the nearest, whatever the order", arguments: [1, 7, 8, 9, 40, 333])
  func pointFound(count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    // On a lattice many are equally near.
    func place() -> Vector2 { Vector2(Double(random.next() % 20), Double(random.next() % 30)) }
    let points = (0..<count).map { _ in place() }
    let nearest = NearestPoint(among: points)
    for _ in 0..<200 {
      let from = place() * 2 - Vector2(10, 15)
      let distances = points.map { ($0 - from).length }
      let least = try #require(distances.min())
      let found = try #require(nearest.point(to: from))
      #expect(found.distance == least)
      #expect(found.number == distances.firstIndex(of: least))
    }
  }

  @Test("where there are no points none is nearest") func whereThereAreNo() {
    #expect(NearestPoint(among: []).point(to: .zero) == nil)
  }
}
