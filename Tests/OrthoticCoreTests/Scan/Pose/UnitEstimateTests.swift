import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct UnitEstimateTests {
  @Test("micrometres are told by the foot's length") func micrometresAreTold() throws {
    let foot = ParametricFoot.normalRight
    let points = Self.cloud.map { $0 * 1000 }
    let found = try FootShape.find(in: foot.scan(points), options: ScanOptions(gridSpacing: 2))
    #expect(abs(found.length - foot.truth.length) < 1)
    #expect(found.assumptions.contains { $0.what == "units" && $0.value == "um" && $0.override == "\(.unit)" })
  }

  private static let cloud = ParametricFoot.normalRight.cloud(count: 8000, seed: 6, spacing: 4)

  private func found(length: Double, options: ScanOptions = ScanOptions(gridSpacing: 2)) throws -> FootShape {
    let foot = ParametricFoot.normalRight
    let scale = length / foot.truth.length
    let points = Self.cloud.map { $0 * scale }
    return try FootShape.find(in: foot.scan(points), options: options)
  }

  @Test(
    "a foot of no unit's length, or of a child's in another unit than the file's, is asked for",
    arguments: [0.96, 0.45, 0.12, 14.1, 17.0, 5.0, 45.0, 700])
  func unknownUnit(length: Double) throws {
    do {
      let foot = try found(length: length)
      Issue.record("read as a foot of \(foot.length) mm")
    } catch let error as InputError {
      guard case .ambiguous = error.problem else {
        Issue.record("refused as \(error)")
        return
      }
      #expect(error.remedy.settings.contains(.footLength))
    }
  }

  @Test(
    "a child's foot in millimetres and an adult's in any unit are believed",
    arguments: [(82.0, "mm"), (95.0, "mm"), (118.0, "mm"), (150.0, "mm"), (26.2, "cm"), (0.19, "m"), (10.3, "in")])
  func knownUnit(length: Double, unit: String) throws {
    let foot = try found(length: length)
    #expect(foot.assumptions.contains { $0.what == "units" && $0.value == unit })
  }

  @Test("a small child's foot is the large one made small, not a coarser one", arguments: [82.0, 95, 120])
  func smallChild(length: Double) throws {
    let scale = length / ParametricFoot.normalRight.truth.length
    let (large, small) = (try found(length: ParametricFoot.normalRight.truth.length), try found(length: length))
    #expect(abs(small.length - length) < 0.3)
    #expect(small.side == large.side)
    #expect(!small.findings.contains { $0.severity == .warning })
    for (a, b) in zip(
      [large.landmarks.heelCenter, large.landmarks.mt1, large.landmarks.mt5, large.landmarks.archApex],
      [small.landmarks.heelCenter, small.landmarks.mt1, small.landmarks.mt5, small.landmarks.archApex])
    {
      #expect((a.position * scale - b.position).length < 0.01 * length)
    }
    #expect(small.plantar.layout.spacing < 2)
  }

  @Test("a foot that is said to be small is measured so") func statedChild() throws {
    let foot = try FootShape.find(
      in: ParametricFoot.normalRight.scan(Self.cloud), options: ScanOptions(footLength: 90, gridSpacing: 2))
    #expect(abs(foot.length - 90) < 0.3)
  }

  @Test("what is said about the length must make a foot", arguments: [853.0, 524, 420, 60])
  func statedLength(length: Double) {
    #expect(throws: InputError.self) {
      _ = try found(length: 260, options: ScanOptions(footLength: length, gridSpacing: 2))
    }
  }
}
