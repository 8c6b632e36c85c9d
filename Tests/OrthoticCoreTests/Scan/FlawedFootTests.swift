import ParametricFoot
import Testing

@testable import OrthoticCore

/// Scans that show a foot only in part, or more than a foot.
@Suite struct FlawedFootTests {
  private let foot = ParametricFoot.normalRight
  private let options = ScanOptions(gridSpacing: 1)

  private static let sparse = ParametricFoot.normalRight.cloud(count: 16_000, seed: 6, spacing: 3)
  private static let dense = ParametricFoot.normalRight.cloud(count: 24_000, seed: 6, spacing: 3)

  @Test("a hole in the arch is filled smoothly, reported and marked") func holeInTheArch() throws {
    let apex = foot.truth.landmarks.archApex.position
    let found = try FootShape.find(in: foot.scan(Self.sparse.filter { ($0 - apex).length > 20 }), options: options)
    #expect(found.findings.contains { $0.code == "sole-filled" })
    #expect((found.coverage.filled[.medialMidfoot] ?? 0) > 0.05)
    // A hole where the apex lies is filled 1.8 mm off: the rest of the arch does not say how high it was.
    withKnownIssue("the height under a hole at the apex") {
      #expect(abs(found.landmarks.archApex.position.z - foot.truth.archHeight) < 1.5)
    }
  }

  @Test("missing toes are said, the ball is found all the same") func missingToesAreSaid() throws {
    let found = try FootShape.find(in: foot.scan(Self.sparse.filter { $0.y < 0.8 * 262 }), options: options)
    #expect(found.side == .right)
    #expect(found.findings.contains { $0.code == "toes-missing" })
    #expect(found.landmarks.toeTip == nil && found.landmarks.hallux == nil)
    #expect(abs(found.length - 262) < 20)
    #expect((found.landmarks.mt1.position - foot.truth.landmarks.mt1.position).length < 6)
  }

  @Test("most of the sole missing is refused with a map of where") func mostOfTheSole() {
    let scan = foot.scan(Self.dense.filter { $0.z > 14 || $0.y < 95 || $0.y > 190 })
    let error = #expect(throws: InputError.self) { try FootShape.find(in: scan, options: options) }
    #expect(error?.description.contains("missing") ?? false)
  }

  @Test("an impression in foam is found without a flag, whichever way it lies") func impressionInFoam() throws {
    // The sole up to 34 mm, and the surface of the foam around it.
    var points = Self.dense.filter { $0.z < 34 }
    for row in 0..<130 {
      for column in 0..<74 {
        let place = Vector2(-110 + 3 * Double(column), -60 + 3 * Double(row))
        if foot.depth(x: place.x, y: place.y) < -0.5 { points.append(Vector3(place.x, place.y, 34)) }
      }
    }
    var generator = SplitMix64(seed: 12)
    for cast in [nil, Cast.negative] {
      let scan = foot.scan(points, pose: ScanPose(randomFrom: &generator))
      let found = try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 1, cast: cast))
      #expect(found.side == .right)
      #expect(abs(found.length - 262) < 2)
      #expect((found.landmarks.mt1.position - foot.truth.landmarks.mt1.position).length < 2)
    }
  }

  @Test("dorsum, instep and rearfoot are measured where they show") func dorsumInstepAndRearfoot() throws {
    let whole = FootMeasures(try FootShape.find(in: foot.scan(Self.sparse), options: options))
    #expect((whole.ballGirth ?? 0) > 200 && (whole.ballGirth ?? 0) < 300)
    #expect((whole.instepHeight ?? 0) > 30)
    #expect(whole.halluxAngle != nil)
    #expect(abs(whole.rearfootAngle ?? 90) < 10)
    let sole = FootMeasures(try FootShape.find(in: foot.scan(Self.sparse.filter { $0.z < 18 }), options: options))
    #expect(sole.ballGirth == nil && sole.instepHeight == nil && sole.rearfootAngle == nil)
    #expect(sole.confidence.map(\.name).contains("footLength"))
    #expect(!sole.confidence.map(\.name).contains("ballGirth"))
  }

  @Test("the side that a file declares is taken before the shape's") func sideThatAFile() throws {
    var scan = foot.scan(Self.sparse)
    scan.declaredSide = .left
    let found = try FootShape.find(in: scan, options: options)
    #expect(found.side == .left)
    #expect(found.assumptions.contains { $0.what == "side" && $0.why == "declared by the file" })
  }
}
