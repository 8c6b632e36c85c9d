import OrthoticCore
import ParametricFoot
import Testing

@Suite struct ParametricFootSamplingTests {
  private let foot = ParametricFoot.normalRight

  @Test("the same seed gives the same cloud, and another seed another") func sameSeedGives() {
    let first = foot.cloud(count: 500, seed: 7, noise: 0.3, outliers: 0.02, spacing: 6)
    #expect(first.count == 500)
    #expect(first == foot.cloud(count: 500, seed: 7, noise: 0.3, outliers: 0.02, spacing: 6))
    #expect(first != foot.cloud(count: 500, seed: 8, noise: 0.3, outliers: 0.02, spacing: 6))
  }

  @Test("noise has the deviation asked for and outliers the share") func noiseHasTheDeviation() {
    let clean = foot.cloud(count: 4000, seed: 1, spacing: 6)
    let noisy = foot.cloud(count: 4000, seed: 1, noise: 0.3, spacing: 6)
    let squares = zip(clean, noisy).map { ($0 - $1).dot($0 - $1) / 3 }
    let deviation = (squares.reduce(0, +) / 4000).squareRoot()
    #expect(abs(deviation - 0.3) < 0.015)
    let thrown = foot.cloud(count: 4000, seed: 1, outliers: 0.02, spacing: 6)
    let distances = zip(clean, thrown).map { ($0 - $1).length }
    #expect((40...120).contains(distances.count { $0 > 0 }))
    #expect(distances.allSatisfy { $0 <= 50 })
  }

  @Test("a left foot is scanned as the mirror image") func leftFootIsScanned() {
    let left = ParametricFoot.flatLeftHighForefootPressure
    let mesh = left.mesh(spacing: 6)
    let scan = left.scan(mesh)
    #expect(scan.points[10] == Vector3(-mesh.vertices[10].x, mesh.vertices[10].y, mesh.vertices[10].z))
    #expect(Mesh(vertices: scan.points, triangles: scan.triangles).signedVolume > 0)
  }

  @Test("a pose keeps distances up to its unit") func poseKeepsDistancesUp() {
    var generator = SplitMix64(seed: 3)
    let pose = ScanPose(randomFrom: &generator, unit: .metre)
    let (a, b) = (Vector3(1, 2, 3), Vector3(-40, 200, 17))
    #expect(abs((pose(a) - pose(b)).length * 1000 - (a - b).length) < 1e-9)
  }
}
