import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct StraightCutTests {
  /// The normal foot in its own frame; made once, it takes a debug build seconds.
  private static let normal = ParametricFoot.normalRight.mesh(spacing: 1.5).vertices

  /// The normal foot as far as a place is kept.
  private func cuts(keeping isKept: (Vector3) -> Bool) -> [StraightCut] {
    StraightCut.all(in: Self.normal.filter(isKept), length: ParametricFoot.normalRight.truth.length)
  }

  @Test("a whole foot has none") func whole() {
    #expect(cuts { _ in true } == [])
    let cavus = ParametricFoot.cavusRight
    #expect(StraightCut.all(in: cavus.mesh(spacing: 2).vertices, length: cavus.truth.length) == [])
  }

  @Test("a heel, toes and borders cut off are found") func parts() {
    let length = ParametricFoot.normalRight.truth.length
    let xs = Self.normal.map(\.x)
    let (low, high) = (xs.min() ?? 0, xs.max() ?? 0)
    #expect(cuts { $0.y > 0.04 * length }.map(\.place) == [.heel])
    #expect(cuts { $0.y < 0.94 * length }.map(\.place) == [.toes])
    #expect(cuts { $0.x > low + 10 }.map(\.place) == [.medial])
    #expect(cuts { $0.x < high - 10 }.map(\.place) == [.lateral])
    // Two millimetres are within what a heel's own roundness hides.
    #expect(cuts { $0.y > 2 } == [])
  }

  @Test("nothing and a line have none") func nothing() {
    #expect(StraightCut.all(in: [], length: 260) == [])
    #expect(StraightCut.all(in: (0..<200).map { Vector3(0, Double($0), 0) }, length: 200) == [])
  }
}
