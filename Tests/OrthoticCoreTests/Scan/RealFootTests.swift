import Testing

@testable import OrthoticCore

/// Feet of real scans.
@Suite(.realFiles) struct RealFootTests {
  /// What is known about a real file.
  struct Known: Sendable {
    var name: String
    var side: Side
    var length: Double
    var unit: LengthUnit?
    var footLength: Double?
  }

  static let files = [
    Known(name: "plantar-right.obj", side: .right, length: 274, unit: .millimetre),
    Known(name: "retail-left.stl", side: .left, length: 275, unit: .metre),
    Known(name: "retail-right.stl", side: .right, length: 275, unit: .metre),
    Known(name: "cloud-left.asc", side: .left, length: 256, unit: .millimetre),
    Known(name: "cloud-right.asc", side: .right, length: 256, unit: .millimetre),
    Known(name: "inward-winding-right.stl", side: .right, length: 268, unit: .millimetre),
    Known(name: "plate-left-unscaled.ply", side: .left, length: 250, footLength: 250),
  ]

  @Test("side, unit and length are right", arguments: files) func sideUnitAndLength(known: Known) throws {
    let scan = try ScanReader.read(InputFile.load(path: RealFiles.path("scans/\(known.name)")))
    let foot = try FootShape.find(in: scan, options: ScanOptions(footLength: known.footLength, gridSpacing: 1))
    #expect(foot.side == known.side)
    #expect(abs(foot.length - known.length) <= 1)
    if let unit = known.unit { #expect(foot.assumptions.contains { $0.what == "units" && $0.value == unit.rawValue }) }
    // Heel behind, toes in front, the sole low.
    #expect(foot.landmarks.heelCenter.position.y < 0.25 * foot.length)
    #expect(foot.landmarks.mt1.position.y > foot.landmarks.mt5.position.y)
    #expect(foot.landmarks.mt1.position.x < foot.landmarks.mt5.position.x)
  }

  @Test(
    "scans without a sole are refused with the reason",
    arguments: [("no-sole-left.obj", "sole"), ("two-feet.ply", "two feet")])
  func scansWithoutASole(name: String, reason: String) throws {
    let scan = try ScanReader.read(InputFile.load(path: RealFiles.path("scans/\(name)")))
    let error = #expect(throws: InputError.self) { try FootShape.find(in: scan) }
    #expect(error?.description.contains(reason) ?? false)
  }
}
