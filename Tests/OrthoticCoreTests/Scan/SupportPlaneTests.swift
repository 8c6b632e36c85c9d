import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SupportPlaneTests {
  private let foot = ParametricFoot.normalRight

  @Test func `a plate that hardly reaches beyond the foot is cut away`() throws {
    let height = 26.0
    var points = foot.cloud(count: 30_000, seed: 6, spacing: 3).filter { $0.z < height }
    for row in 0...136 {
      for column in 0...60 {
        let place = Vector2(-58 + 2 * Double(column), -10 + 2 * Double(row) * 282 / 272)
        if foot.depth(x: place.x, y: place.y) < -1 { points.append(Vector3(place.x, place.y, height)) }
      }
    }
    var generator = SplitMix64(seed: 8)
    let scan = foot.scan(points, pose: ScanPose(randomFrom: &generator))
    let found = try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 2))
    #expect(found.side == .right)
    #expect(abs(found.length - foot.truth.length) < 3)
    #expect(found.findings.contains { $0.code == "support-cut-away" })
  }

  @Test func `a rough floor is cut away with its roughness`() throws {
    var generator = SplitMix64(seed: 8)
    var points = foot.cloud(count: 12_000, seed: 6, spacing: 3)
    for row in 0..<170 {
      for column in 0..<150 {
        let place = Vector2(-300 + 4 * Double(column), -220 + 4 * Double(row))
        if foot.depth(x: place.x, y: place.y) < -2 {
          points.append(Vector3(place.x, place.y, 3 * generator.normal()))
        }
      }
    }
    let whole = try #require(SurfaceVoxels(points))
    let cubes = try #require(ScanCleaning(whole).pieces.first)
    let sample = SurfaceSample(whole, cubes: cubes)
    var support = try #require(SupportPlane(sample))
    #expect(support.kind == .floor)
    support.widen(on: points, size: sample.size)
    #expect(abs(support.thickness - 9) < 2)
    #expect(abs(abs(support.normal.z) - 1) < 1e-3)
  }
}
