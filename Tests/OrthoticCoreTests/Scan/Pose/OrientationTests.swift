import ParametricFoot
import Testing

@testable import OrthoticCore

/// What the weights of heading and side were chosen on.
@Suite struct OrientationTests {
  /// The balances for the right heading and the right side of a scan.
  private func balances(_ scan: Scan, side: Side) throws -> (heading: Double, side: Double) {
    let found = try FootSearch.found(on: SurfacePoints.of(scan), of: scan, options: ScanOptions())
    let foot = found.pose.foot
    let right = Orientation.sideObservations(foot).reduce(0, +)
    return (Orientation.toesAtUpperEnd(foot).balance, side == .right ? right : -right)
  }

  @Test("samples show heading and side clearly", arguments: SampleCase.all.prefix(isOptimised ? 3 : 1).map(\.name))
  func samplesShowHeading(
    name: String
  ) throws {
    let sample = try #require(SampleCase.all.first { $0.name == name })
    let found = try balances(sample.scan, side: sample.foot.parameters.side)
    #expect(found.heading > 1.8 && found.side > 3)
  }

  @Test(
    "real scans show heading and side clearly", .realFiles,
    arguments: [
      ("plantar-right.obj", Side.right), ("retail-left.stl", .left), ("retail-right.stl", .right),
      ("cloud-left.asc", .left), ("cloud-right.asc", .right), ("inward-winding-right.stl", .right),
      ("plate-left-unscaled.ply", .left),
    ]) func realScansShowHeading(name: String, side: Side) throws
  {
    let scan = try ScanReader.read(InputFile.load(path: RealFiles.path("scans/\(name)")))
    let found = try balances(scan, side: side)
    #expect(found.heading > 1.8 && found.side > 3)
  }

  @Test("no observation counts for more than its limit") func noObservationCounts() {
    let weight = Orientation.Weight(factor: 20, limit: 0.1)
    #expect(weight.balance(0.05) == 1)
    #expect(weight.balance(7) == 2)
    #expect(weight.balance(-7) == -2)
  }
}
