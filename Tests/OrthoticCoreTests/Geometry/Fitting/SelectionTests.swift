import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SelectionTests {
  @Test("gives what sorting gives, whatever the order and however many are equal")
  func agreesWithSorting() {
    var random = SplitMix64(seed: 11)
    func next() -> UInt64 { random.next() >> 33 }
    for count in [1, 2, 3, 10, 97, 500] {
      let few = (0..<count).map { _ in Double(next() % 7) }
      let many = (0..<count).map { _ in Double(next()) - 1e9 }
      for values in [few, many, many.sorted(), many.sorted(by: >), [Double](repeating: 2, count: count)] {
        let sorted = values.sorted()
        for place in [0, count / 50, count / 2, count - 1] { #expect(values.ranked(place) == sorted[place]) }
      }
    }
  }
}

extension SelectionTests {
  @Test func `the median is the upper of the two in the middle`() {
    #expect([5.0, 1, 3].median == 3)
    #expect([4, 1, 3, 2].median == 3)
    #expect([Int]().median == nil)
  }
}
