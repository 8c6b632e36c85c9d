import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct CleanedScanTests {
  private static let scan = ParametricFoot.normalRight.scan(
    ParametricFoot.normalRight.cloud(count: 12_000, seed: 3, spacing: 3))

  @Test("looks at every point of a sparse cloud and at every so many of a dense one", arguments: [1, 2, 5])
  func surfacePoints(step: Int) throws {
    let scan = Self.scan
    let piece = try #require(FootCandidate.all(in: scan.points).first)
    let cleaned = CleanedScan(scan, surface: scan.points, candidate: piece)
    let every = stride(from: 0, to: scan.points.count, by: step).map { scan.points[$0] }.filter { piece.contains($0) }
    #expect(cleaned.surfacePoints(atLeast: scan.points.count / step) { $0 } == every)
    #expect(cleaned.surfacePoints { $0 } == cleaned.points)
  }
}
