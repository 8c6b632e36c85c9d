import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct StraightCutTests {
  /// The parametric foot in its own frame, as far as a place is kept.
  private func cuts(of foot: ParametricFoot = .normalRight, keeping isKept: (Vector3) -> Bool) -> [StraightCut] {
    let mesh = foot.mesh(spacing: 1.5)
    let kept = mesh.vertices.filter(isKept)
    let length = foot.truth.length
    return StraightCut.all(in: kept, length: length)
  }

  @Test("a whole foot has none", arguments: [ParametricFoot.normalRight, .cavusRight]) func whole(foot: ParametricFoot)
  {
    #expect(cuts(of: foot) { _ in true } == [])
  }

  @Test("a heel, toes and borders cut off are found") func parts() {
    let foot = ParametricFoot.normalRight
    let length = foot.truth.length
    let xs = foot.mesh(spacing: 3).vertices.map(\.x)
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
