import ParametricFoot
import Testing

@testable import OrthoticCore

/// From raw scan to foot, on feet whose truth is known.
@Suite struct FootFindingTests {
  static let feet: [ParametricFoot] = [.normalRight, .flatLeftHighForefootPressure, .cavusRight]
  private static let scan = ParametricFoot.normalRight.scan(
    ParametricFoot.normalRight.cloud(count: 12_000, seed: 8, spacing: 3))

  /// Distances that a finding may be off, mm.
  struct Tolerance {
    var landmark = 1.0
    var length = 0.5
    var arch = 0.3
  }

  static func check(_ found: FootShape, _ foot: ParametricFoot, _ tolerance: Tolerance = Tolerance()) {
    let truth = foot.truth
    #expect(found.side == truth.side)
    #expect(abs(found.length - truth.length) < tolerance.length)
    #expect(abs(found.landmarks.archApex.position.z - truth.archHeight) < tolerance.arch)
    for mark in [\Landmarks.heelCenter, \.mt1, \.mt5, \.archApex] {
      let off = found.landmarks[keyPath: mark].position - truth.landmarks[keyPath: mark].position
      #expect(off.length < tolerance.landmark)
    }
    #expect(found.landmarks.heel.position.y == 0)
    #expect(abs((found.landmarks.toeTip?.position.y ?? 0) - truth.length) < tolerance.length)
  }

  @Test("a mesh gives side, length, landmarks and arch", arguments: isOptimised ? feet : [.cavusRight])
  func meshGivesSideLength(foot: ParametricFoot)
    throws
  {
    let found = try FootShape.find(in: foot.scan(foot.mesh(spacing: 3)), options: ScanOptions(gridSpacing: 1))
    Self.check(found, foot)
    let errors = found.plantar.values.indices.compactMap { node -> Double? in
      let p = found.plantar.layout.position(node)
      return foot.depth(x: p.x, y: p.y) > 6
        ? abs(found.plantar.values[node] - foot.plantarHeight(x: p.x, y: p.y)) : nil
    }
    #expect(errors.reduce(0, +) / Double(errors.count) < 0.1)
    // On the steep rim, a tenth of a millimetre sideways is more in height.
    #expect((errors.max() ?? 0) < 1)
  }

  @Test(
    "a cloud gives the same in any pose and unit",
    arguments: zip(isOptimised ? feet : Array(feet.prefix(2)), LengthUnit.allCases))
  func cloudGivesTheSame(foot: ParametricFoot, unit: LengthUnit) throws {
    var generator = SplitMix64(seed: 11)
    let pose = ScanPose(randomFrom: &generator, unit: unit)
    let scan = foot.scan(foot.cloud(count: 16_000, seed: 5, spacing: 3), pose: pose)
    let found = try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 1))
    Self.check(found, foot)
    #expect(found.assumptions.contains { $0.what == "units" && $0.value == unit.rawValue })
  }

  @Test("noise and outliers move landmarks by less than a millimetre and a half") func noiseAndOutliersMove() throws {
    let foot = ParametricFoot.normalRight
    let scan = foot.scan(
      foot.cloud(count: 24_000, seed: 3, noise: 0.3, outliers: 0.02, spacing: 3), pose: ScanPose(turned: 77))
    let found = try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 1))
    // Half the points of the samples: half as much again as their tolerance.
    Self.check(found, foot, Tolerance(landmark: 1.5))
  }

  @Test("spikes in a mesh are cut off") func spikesInAMesh() throws {
    let foot = ParametricFoot.normalRight
    var scan = foot.scan(foot.mesh(spacing: 3))
    var generator = SplitMix64(seed: 4)
    for index in scan.points.indices where generator.unit() < 0.02 {
      let direction = Vector3(generator.normal(), generator.normal(), generator.normal()).normalized
      scan.points[index] = scan.points[index] + direction * (50 * generator.unit())
    }
    // A spike leaves a hole of 6 mm, at worst in a pad.
    Self.check(
      try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 1)), foot, Tolerance(landmark: 2.5))
  }

  @Test("a mirrored scan gives the same canonical foot with the other side") func mirroredScanGives() throws {
    let scan = Self.scan
    var mirrored = scan
    mirrored.points = scan.points.map { Vector3(-$0.x, $0.y, $0.z) }
    let right = try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 1))
    let left = try FootShape.find(in: mirrored, options: ScanOptions(gridSpacing: 1))
    #expect(left.side == .left)
    #expect(right.side == .right)
    #expect(left.landmarks == right.landmarks)
    #expect(left.plantar.layout == right.plantar.layout)
    for (a, b) in zip(left.plantar.values, right.plantar.values) { #expect(a == b || (a.isNaN && b.isNaN)) }
  }

  @Test("the length that the user says is taken") func lengthThatTheUser() throws {
    let foot = ParametricFoot.normalRight
    let scan = foot.scan(foot.cloud(count: 12_000, seed: 8, spacing: 3), pose: ScanPose(unit: .centimetre))
    let found = try FootShape.find(in: scan, options: ScanOptions(footLength: 300, gridSpacing: 1))
    #expect(abs(found.length - 300) < 1)
  }
}
