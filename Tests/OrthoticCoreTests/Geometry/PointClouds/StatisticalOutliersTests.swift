import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct StatisticalOutliersTests {
  @Test("strays far from a surface are dropped, the surface stays") func straysFar() {
    var generator = SplitMix64(seed: 9)
    var points = (0..<5000).map { _ in
      Vector3(generator.uniform(0...100), generator.uniform(0...50), generator.normal() * 0.1)
    }
    points += (0..<50).map { _ in
      Vector3(generator.uniform(0...100), generator.uniform(0...50), generator.uniform(15...60))
    }
    let kept = StatisticalOutliers.kept(points)
    #expect(kept[..<5000].allSatisfy { $0 })
    #expect(kept[5000...].count { $0 } <= 2)
  }

  @Test("what is no number is dropped, what is too little stays") func whatIsNoNumber() {
    let few = [Vector3(0, 0, 0), Vector3(.nan, 0, 0), Vector3(1, 0, 0)]
    #expect(StatisticalOutliers.kept(few) == [true, false, true])
    #expect(StatisticalOutliers.kept([]) == [])
    let equal = [Vector3](repeating: Vector3(1, 1, 1), count: 100)
    #expect(StatisticalOutliers.kept(equal).allSatisfy { $0 })
  }

  @Test("the points kept do not depend on the number of threads") func pointsKept() {
    var generator = SplitMix64(seed: 2)
    let points = (0..<(isOptimised ? 20_000 : 6000)).map { _ in
      Vector3(generator.uniform(0...100), generator.uniform(0...50), generator.normal() * 3)
    }
    let before = Parallel.threads
    defer { Parallel.threads = before }
    Parallel.threads = 1
    let one = StatisticalOutliers.kept(points)
    Parallel.threads = 2
    #expect(StatisticalOutliers.kept(points) == one)
  }
}
