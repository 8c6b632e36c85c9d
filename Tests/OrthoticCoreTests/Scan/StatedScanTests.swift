import ParametricFoot
import Testing

@testable import OrthoticCore

/// What is said about a scan that its shape does not bear out.
@Suite struct StatedScanTests {
  private static let foot = ParametricFoot.normalRight
  private static let scan = foot.scan(foot.mesh(spacing: 3))

  @Test("a side against the shape is taken, and said") func sideAgainstTheShape() throws {
    let found = try FootShape.find(in: Self.scan, options: ScanOptions(side: .left, gridSpacing: 1))
    #expect(found.side == .left)
    #expect(found.findings.filter { $0.code == "side-against-shape" }.count == 1)
  }

  @Test("a side that the shape shows is not remarked on", arguments: [nil, Side.right]) func sideThatTheShape(
    side: Side?
  ) throws {
    let found = try FootShape.find(in: Self.scan, options: ScanOptions(side: side, gridSpacing: 1))
    #expect(found.side == .right)
    #expect(!found.findings.contains { $0.code == "side-against-shape" })
  }

  @Test(
    "a unit that makes no foot is refused as what it is",
    arguments: isOptimised ? [LengthUnit.metre, .centimetre, .inch] : [.metre])
  func unitThatMakesNo(unit: LengthUnit) throws {
    let error = #expect(throws: InputError.self) {
      try FootShape.find(in: Self.scan, options: ScanOptions(unit: unit, gridSpacing: 1))
    }
    let refusal = try #require(error)
    #expect(refusal.description.contains(" mm long in \(unit.rawValue);"))
    #expect(refusal.remedy.settings == [.unit])
  }

  @Test("the true unit and a length given are taken") func trueUnit() throws {
    let stated = try FootShape.find(in: Self.scan, options: ScanOptions(unit: .millimetre, gridSpacing: 1))
    #expect(stated.side == .right)
    let scaled = try FootShape.find(
      in: Self.scan, options: ScanOptions(unit: .metre, footLength: 250, gridSpacing: 1))
    #expect(abs(scaled.length - 250) < 0.5)
  }
}
