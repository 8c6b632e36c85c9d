import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct ZeroPagesTests {
  @Test("changes no value, wherever it begins", arguments: [0, 1, 1023, 5000, 199_999]) func changesNoValueWherever(
    start: Int
  ) {
    var generator = SplitMix64(seed: 7)
    var values = [Float](repeating: 0, count: 200_000)
    // Runs of numbers between runs of zeros, some shorter than a page, some of many pages.
    var place = 0
    while place < values.count {
      for index in place..<min(place + Int.random(in: 1...900, using: &generator), values.count) {
        values[index] = Float.random(in: -1...1, using: &generator)
      }
      place += Int.random(in: 1000...30_000, using: &generator)
    }
    values[150_000] = -0.0
    let before = values.map(\.bitPattern)
    let shared = values
    let end = ZeroPages.release(values, from: start)
    #expect(end >= start && end <= values.count)
    #expect(values.map(\.bitPattern) == before && shared.map(\.bitPattern) == before)
    // The pages can be written to again.
    for index in values.indices { values[index] += 1 }
    #expect(zip(values, before).allSatisfy { $0 == Float(bitPattern: $1) + 1 })
  }

  @Test("takes empty arrays and ends") func takesEmptyArrays() {
    #expect(ZeroPages.release([], from: 0) == 0)
    #expect(ZeroPages.release([1, 2], from: 2) == 2)
  }
}
