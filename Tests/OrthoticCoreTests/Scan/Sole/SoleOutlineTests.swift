import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SoleOutlineTests {
  @Test(
    "the line follows the clefts between the toes",
    arguments: SampleCase.all.prefix(isOptimised ? 3 : 1).map(\.foot))
  func lineFollowsTheClefts(foot: ParametricFoot) throws {
    let length = foot.truth.length
    let outline = try #require(SoleOutline(foot.cloud(count: 20_000, seed: 3, spacing: 3))).outline
    let toes = outline.points.filter { $0.y > 0.75 * length }
    #expect(toes.count > 50)
    let outside = toes.map { -foot.depth(x: $0.x, y: $0.y) }.max() ?? .infinity
    #expect(outside < 1.5)
  }
}
