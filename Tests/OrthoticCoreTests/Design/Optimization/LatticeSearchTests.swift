import Testing

@testable import OrthoticCore

@Suite struct LatticeSearchTests {
  private static let axes = [(40, 8), (20, 4), (100, 16), (5, 1)].map { LatticeSearch.Axis(count: $0.0, stride: $0.1) }
  private static let home = [20, 10, 50, 2]

  /// A tilted valley with a kink; its lowest point is (31, 4, 77, 0).
  private static func valley(_ point: [Int]) -> Double {
    let (a, b, c) = (Double(point[0] - 31), Double(point[1] - 4), Double(point[2] - 77))
    return abs(a + b) + 0.5 * a * a + b * b + abs(c) + 3 * Double(point[3])
  }

  private func search(_ effort: Int, from starts: [[Int]] = [home]) -> (
    found: LatticeSearch.Found?, search: LatticeSearch
  ) {
    var search = LatticeSearch(Self.axes, home: Self.home, effort: effort)
    let found = search.lowest(from: starts, isActing: { _, _ in true }) { points, _ in points.map(Self.valley) }
    return (found, search)
  }

  @Test("the lowest point of a bent valley is found in a few hundred looks out of 400 000")
  func finds() {
    let (found, search) = search(1000)
    #expect(found?.point == [31, 4, 77, 0] && found?.value == 0)
    #expect(search.seen.count < 400)
    let points = search.seen.map(\.point)
    #expect(Set(points).count == points.count)
    #expect(points.allSatisfy { point in zip(point, Self.axes).allSatisfy { (0..<$1.count).contains($0) } })
  }

  @Test("no more is looked at than the effort allows, and the best of it is returned", arguments: [1, 7, 30, 100])
  func effort(_ most: Int) {
    let (found, search) = search(most)
    #expect(search.seen.count <= most && search.left == most - search.seen.count)
    #expect(found?.value == search.seen.map(\.value).min())
  }

  @Test("without effort or starts nothing is found")
  func nothing() {
    #expect(search(0).found == nil)
    #expect(search(100, from: []).found == nil)
  }

  @Test("what is cut short because it cannot be lower changes nothing")
  func bounded() {
    var search = LatticeSearch(Self.axes, home: Self.home, effort: 1000)
    var cut = 0
    let found = search.lowest(from: [Self.home], isActing: { _, _ in true }) { points, bound in
      points.map { point in
        let value = Self.valley(point)
        if value >= bound { cut += 1 }
        return value < bound ? value : .infinity
      }
    }
    #expect(found == self.search(1000).found && cut > 20)
  }

  @Test("a number that does nothing is not moved")
  func idle() {
    var search = LatticeSearch(Self.axes, home: Self.home, effort: 1000)
    let found = search.lowest(from: [Self.home], isActing: { axis, _ in axis != 2 }) { points, _ in
      points.map(Self.valley)
    }
    #expect(found?.point == [31, 4, 50, 0])
  }

  @Test("a second start is followed where the first ends in a hollow of its own")
  func hollows() {
    // Two hollows: the lower one is far from where the first start leads.
    func value(_ point: [Int]) -> Double {
      let near = Double(abs(point[0] - 18)) + 5
      let far = 3 * Double(abs(point[0] - 37))
      return min(near, far)
    }
    var search = LatticeSearch([LatticeSearch.Axis(count: 40, stride: 1)], home: [0], effort: 200)
    let found = search.lowest(from: [[20], [33]], isActing: { _, _ in true }) { points, _ in points.map(value) }
    #expect(found?.point == [37])
  }
}
