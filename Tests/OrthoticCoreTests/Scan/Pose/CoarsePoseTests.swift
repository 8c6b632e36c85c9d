import ParametricFoot
import Testing

@testable import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct CoarsePoseTests {
  private let foot = ParametricFoot.normalRight

  /// A leg from the ankle up to the knee, with its calf.
  private func leg(upTo top: Double) -> [Vector3] {
    stride(from: 82, to: top, by: 4).flatMap { z in
      (0..<72).map { step in
        let angle = Double(step) * 2 * .pi / 72
        let share = min((z - 80) / 220, 1)
        let swell = z < 320 ? 1 + 0.6 * sin(share * .pi / 2) : 1.6
        return Vector3(30 * swell * cos(angle), 45 - 10 * share + 36 * swell * sin(angle), z)
      }
    }
  }

  @Test(
    "a leg up to the knee is no foot, however much of the scan it is", arguments: isOptimised ? [420.0, 460] : [460])
  func legUp(
    top: Double
  ) throws {
    var generator = SplitMix64(seed: 4)
    let points = foot.cloud(count: 9000, seed: 6, spacing: 4) + leg(upTo: top)
    let scan = foot.scan(points, pose: ScanPose(randomFrom: &generator))
    let found = try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 2))
    #expect(found.side == .right)
    #expect(abs(found.length - foot.truth.length) < 1)
    #expect((found.landmarks.mt1.position - foot.truth.landmarks.mt1.position).length < 3)
  }

  @Test("a foot without a leg does not carry one") func footWithoutALeg() throws {
    let points = foot.cloud(count: 6000, seed: 6, spacing: 4)
    let voxels = try #require(SurfaceVoxels(points))
    let sample = SurfaceSample(voxels, cubes: voxels.counts.indices.filter { voxels.counts[$0] > 0 })
    let standing = try #require(SlicedFoot(points, down: Vector3(0, 0, -1), size: sample.size))
    #expect(!standing.carriesLeg(sample))
  }
}
