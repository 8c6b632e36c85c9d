import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct EvenDensityTests {
  private let foot = ParametricFoot.normalRight
  private static let dense = ParametricFoot.normalRight.cloud(count: 60_000, seed: 9, spacing: 4)

  /// A cloud with every n-th point only where a test says so.
  private func cloud(_ n: Int, where isSparse: (Vector3) -> Bool) -> [Vector3] {
    Self.dense.enumerated().filter { !isSparse($1) || $0 % n == 0 }.map(\.element)
  }

  @Test("a cloud of even density stays as it is, with strays and without") func cloudOfEvenDensity() {
    for outliers in [0, 0.05] {
      let points = foot.cloud(count: 12_000, seed: 3, outliers: outliers, spacing: 4)
      #expect(EvenDensity.thinned(points) == points)
    }
    #expect(EvenDensity.thinned([]).isEmpty)
    #expect(EvenDensity.thinned([Vector3](repeating: .zero, count: 2000)).count == 2000)
  }

  @Test("what is thinned is the dense part alone") func whatIsThinned() {
    let points = cloud(30) { $0.y > 60 }
    let thinned = EvenDensity.thinned(points)
    #expect(thinned.count < points.count / 2)
    #expect(thinned.count { $0.y > 75 } == points.count { $0.y > 75 })
  }

  @Test("a foot that was seen well only in part is found whole") func footThatWasSeen() throws {
    let parts: [(Vector3) -> Bool] = [{ $0.z >= 12 }, { $0.x >= 0 }, { $0.y >= 60 }]
    for isSparse in parts {
      let found = try FootShape.find(in: foot.scan(cloud(24, where: isSparse)), options: ScanOptions(gridSpacing: 2))
      #expect(found.side == .right)
      #expect(abs(found.length - foot.truth.length) < 1.5)
      #expect(abs(found.landmarks.archApex.position.z - foot.truth.archHeight) < 1.5)
    }
  }
}
