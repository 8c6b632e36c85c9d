import Testing

@testable import OrthoticCore

@Suite struct SimilarityTests {
  @Test("placing and unplacing gives the point back, and placements chain") func placingAndUnplacingGives() {
    let first = Similarity(
      up: Vector3(0.1, 0.2, 0.9), forward: Vector3(0.3, 1, 0), origin: Vector3(4, 5, 6), scale: 25.4)
    let second = Similarity(up: Vector3(-0.3, 0.1, 0.8), forward: Vector3(1, 0, 0), origin: Vector3(-4, 1, 2))
    let point = Vector3(1, -2, 3)
    #expect((first.unplaced(first.placed(point)) - point).length < 1e-12)
    #expect((first.followed(by: second).placed(point) - second.placed(first.placed(point))).length < 1e-9)
    #expect(abs(first.x.cross(first.y).dot(first.z) - 1) < 1e-12)
  }
}
