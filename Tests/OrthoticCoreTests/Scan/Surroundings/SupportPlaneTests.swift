import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SupportPlaneTests {
  private let foot = ParametricFoot.normalRight
  private static let cloud = ParametricFoot.normalRight.cloud(count: 24_000, seed: 6, spacing: 4)

  @Test("a plate that hardly reaches beyond the foot is told from a flat sole") func plateThatHardlyReaches() throws {
    let height = 26.0
    var points = Self.cloud.filter { $0.z < height }
    for row in 0...141 {
      for column in 0...61 {
        let place = Vector2(-58 + 2 * Double(column), -10 + 2 * Double(row))
        if foot.depth(x: place.x, y: place.y) < -2 { points.append(Vector3(place.x, place.y, height)) }
      }
    }
    #expect(try support(points)?.kind == .around)
    // The same foot pressed flat 3 mm above its lowest point, as on glass.
    let flat = Self.cloud.map { Vector3($0.x, $0.y, max($0.z, 3)) }
    #expect(try support(flat) == nil)
  }

  private func support(_ points: [Vector3]) throws -> SupportPlane? {
    let voxels = try #require(SurfaceVoxels(points))
    let cubes = try #require(ScanCleaning(voxels).pieces.first)
    return SupportPlane(SurfaceSample(voxels, cubes: cubes))
  }

  @Test("a rough floor is cut away with its roughness") func roughFloorIsCut() throws {
    var generator = SplitMix64(seed: 8)
    var points = foot.cloud(count: 8000, seed: 6, spacing: 4)
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
