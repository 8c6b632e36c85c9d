import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SoleOutlineTests {
  private let foot = ParametricFoot.normalRight

  @Test func `the line follows the clefts between the toes at once`() throws {
    let points = foot.cloud(count: 20_000, seed: 3, spacing: 2)
    let first = try #require(SoleOutline(points))
    var settled = first
    for _ in 0..<8 { settled = SoleOutline(points, arch: ArchProfile(), from: settled.outline) }
    let toes = first.outline.points.filter { $0.y > 0.75 * foot.truth.length }
    #expect(toes.count > 50)
    for corner in toes {
      let nearest = settled.outline.points.map { ($0 - corner).length }.min() ?? .infinity
      #expect(nearest < 1.5, "at \(corner)")
    }
  }
}
