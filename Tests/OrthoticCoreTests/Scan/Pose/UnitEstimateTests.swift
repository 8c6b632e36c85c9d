import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct UnitEstimateTests {
  @Test("micrometres are told by the foot's length") func micrometresAreTold() throws {
    let foot = ParametricFoot.normalRight
    let points = foot.cloud(count: 8000, seed: 6, spacing: 4).map { $0 * 1000 }
    let found = try FootShape.find(in: foot.scan(points), options: ScanOptions(gridSpacing: 2))
    #expect(abs(found.length - foot.truth.length) < 1)
    #expect(found.assumptions.contains { $0.what == "units" && $0.value == "um" && $0.override == "\(.unit)" })
  }
}
