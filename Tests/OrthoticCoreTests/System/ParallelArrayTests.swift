import Testing

@testable import OrthoticCore

@Suite struct ParallelArrayTests {
  @Test("filtering many elements keeps their order and leaves no gaps", arguments: [0, 1, 32_767, 32_768, 100_001])
  func compactMap(count: Int) {
    let numbers = Array(0..<count)
    let keeps: @Sendable (Int) -> Int? = { $0 % 7 < 3 || $0 > 70_000 ? $0 * 2 : nil }
    #expect(Parallel.compactMap(numbers, keeps) == numbers.compactMap(keeps))
    let every3rd = stride(from: 0, to: count, by: 3).compactMap(keeps)
    #expect(Parallel.compactMap(numbers, step: 3, keeps) == every3rd)
  }

  @Test("elements stand where they belong whatever the grain", arguments: [0, 1, 999, 1000, 1001])
  func array(count: Int) {
    #expect(Parallel.array(count: count, grain: 100) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test("sums cover every element once", arguments: [0, 5, 16_383, 16_384, 40_003])
  func sums(count: Int) {
    let total = Parallel.sums(count: count) {
      $0.reduce(0, +)
    } add: {
      $0 += $1
    }
    #expect(total == (0..<count).reduce(0, +))
  }

  @Test("two values come side by side, nested as deep as one likes")
  func both() {
    @Sendable func sum(_ depth: Int) -> Int {
      guard depth > 0 else { return 1 }
      let (first, second) = Parallel.both({ sum(depth - 1) }) { sum(depth - 1) }
      return first + second
    }
    #expect(sum(6) == 64)
  }
}
