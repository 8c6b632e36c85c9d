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

  @Test("a child's foot has none either, and its cuts are found", arguments: [0.35, 0.5]) func child(scale: Double) {
    let length = ParametricFoot.normalRight.truth.length
    func cuts(_ isKept: (Vector3) -> Bool) -> [StraightCut.Place] {
      StraightCut.all(in: Self.normal.filter(isKept).map { $0 * scale }, length: length * scale).map(\.place)
    }
    #expect(cuts { _ in true } == [])
    #expect(cuts { $0.y > 0.04 * length } == [.heel])
  }

  @Test("half a millimetre of noise hides no cut and makes none") func noise() {
    let length = ParametricFoot.normalRight.truth.length
    var generator = SplitMix64(seed: 9)
    let noisy = Self.normal.map {
      $0 + Vector3(generator.normal(), generator.normal(), generator.normal()) * 0.5
    }
    func cuts(_ isKept: (Vector3) -> Bool) -> [StraightCut.Place] {
      let kept = zip(Self.normal, noisy).filter { isKept($0.0) }.map(\.1)
      return StraightCut.all(in: kept, length: length, noise: 0.45).map(\.place)
    }
    #expect(cuts { _ in true } == [])
    #expect(cuts { $0.y < length - 16 } == [.toes])
    #expect(cuts { $0.y > 0.04 * length } == [.heel])
  }

  @Test("a heel cut aslant, with but its sole between two walls, is found")
  func aslant() {
    let along = Vector2(0.7, 0.7)
    let least = Self.normal.map { $0.xy.dot(along) }.min() ?? 0
    let kept = Self.normal.filter { $0.xy.dot(along) > least + 35 }
    let length = ParametricFoot.normalRight.truth.length
    #expect(StraightCut.all(in: kept, length: length).map(\.place) == [.medial])
    // Pieces of a floor at the borders of a foot are no end of its sole.
    #expect(StraightCut.all(in: kept, length: length, isOnSupport: true).isEmpty)
  }

  @Test("nothing and a line have none") func nothing() {
    #expect(StraightCut.all(in: [], length: 260) == [])
    #expect(StraightCut.all(in: (0..<200).map { Vector3(0, Double($0), 0) }, length: 200) == [])
  }
}
