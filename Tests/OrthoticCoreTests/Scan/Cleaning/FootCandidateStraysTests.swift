import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct FootCandidateStraysTests {
  @Test("single points close to the surface are dropped, the surface and its edge stay") func singlePointsClose() throws
  {
    let foot = ParametricFoot.normalRight
    // Cut at a height, so that it has an edge.
    let surface = foot.cloud(count: 16_000, seed: 3, spacing: 2).filter { $0.z < 40 }
    // Under the sole, at 8 mm and 25 mm from each other.
    var strays: [Vector3] = []
    for y in stride(from: 30.0, to: 230, by: 25) { strays.append(Vector3(0, y, foot.plantarHeight(x: 0, y: y) - 8)) }
    let points = surface + strays
    let piece = try #require(FootCandidate.all(in: points).first)
    #expect(strays.filter { piece.contains($0) }.count > 3, "the cubes alone do not tell them")
    let kept = piece.withoutStrays(points)
    #expect(!strays.contains { stray in kept.contains { $0 == stray } })
    #expect(Double(kept.count) > 0.99 * Double(surface.count))
  }
}
