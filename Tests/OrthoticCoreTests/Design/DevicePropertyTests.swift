import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct DevicePropertyTests {
  private static let foot = ParametricFoot.normalRight.shape(spacing: 2)

  private func prescription(seed: UInt64) -> Prescription {
    var generator = RandomPrescription(seed: seed, density: 0.3)
    var prescription = Prescription()
    for (key, text) in generator.next() {
      try? PrescriptionVocabulary.element(key: key)?.read(text, into: &prescription)
    }
    // Half of the difference goes to the shorter leg only, so that it cannot be the same on both sides.
    prescription.legDifference = nil
    return prescription
  }

  @Test(
    "random prescriptions over the whole range give sound solids, rules or no rules",
    arguments: 0..<(isOptimised ? 12 : 4))
  func random(seed: Int) throws {
    let blank = try DesignPipeline.blank(for: Self.foot, prescription: prescription(seed: UInt64(seed)))
    #expect(SolidProof(blank.solid).isSound)
    let lowest =
      blank.surfaces.top.values.indices.filter { blank.surfaces.distanceToTrim.values[$0] >= 0 }
      .map { blank.surfaces.top.values[$0] }.min() ?? 0
    #expect(lowest >= blank.prescription.minimumWall - 1e-9)
  }

  @Test("a prescription on the other foot gives the mirrored solid, to the last bit")
  func mirrored() throws {
    var other = Self.foot
    other.side = .left
    var inputs = DesignInputs(
      scan: Scan(name: "truth", format: "truth", points: []), prescription: prescription(seed: 5),
      predictionOptions: PredictionOptions(draws: 0), foot: Self.foot)
    let right = try DesignPipeline.run(inputs)
    inputs.foot = other
    let left = try DesignPipeline.run(inputs)
    #expect(left.solid == right.solid.mirroredAcrossX)
    #expect(left.prediction.after == right.prediction.after)
  }

  @Test("flanges, holes and short devices that once lost their wall keep it")
  func campaignFinds() throws {
    var flange = Prescription()
    flange.edgeRadius = 0
    flange.medialFlange = 15
    var hole = Prescription()
    hole.heelAperture = .hole
    hole.minimumWall = 2.774976836277467
    var short = Prescription()
    short.length = .threeQuarter
    short.minimumWall = 3
    short.thickness = 6.8
    short.forefootPost = 12
    short.lateralFlange = 11
    for rx in [flange, hole, short] {
      let blank = try DesignPipeline.blank(for: Self.foot, prescription: rx)
      #expect(SolidProof(blank.solid).isSound)
    }
    let wall = try DesignPipeline.blank(for: Self.foot, prescription: flange).surfaces
    // At half its height the flange is still as thick as a wall: the face begins a node behind the shelf.
    let y = 0.42 * Self.foot.length
    let layout = wall.top.layout
    let row = Int(((y - layout.origin.y) / layout.spacing).rounded())
    let deep = (0..<layout.columns).filter { wall.distanceToTrim[$0, row] > 0.2 && layout.x($0) < 0 }
    let first = try #require(deep.first)
    #expect(wall.top[first, row] - wall.top[first + 4, row] > 7)
  }

  @Test("a softer part lies inside the trim line, a device of medium hardness has none")
  func parts() throws {
    var rx = Prescription()
    rx.stiffnessZones = try #require(StiffnessZones(text: "forefoot:soft,heel:firm,midfoot:medium"))
    let blank = try DesignPipeline.blank(for: Self.foot, prescription: rx)
    #expect(blank.surfaces.softParts.map(\.name) == ["heel", "forefoot"])
    #expect(blank.surfaces.softParts.map(\.factor) == [2, 0.5])
    for part in blank.surfaces.softParts {
      #expect(part.outline.points.allSatisfy { blank.surfaces.distanceToTrim.interpolated(at: $0) > 4 })
    }
    #expect(Set(blank.solid.labels) == [0, 1, 2])
  }
}

@Suite struct OutlineFitTests {
  private static let foot = ParametricFoot.normalRight.shape(spacing: 2)

  @Test(
    "a line that was turned and shifted comes back under the foot, and the sole lies inside it", arguments: [0.0, 200])
  func comesBack(degrees: Double) {
    let trim = TrimLine.outline(foot: Self.foot, prescription: Prescription())
    let angle = degrees * .pi / 180
    let moved = Outline(
      points: trim.points.map {
        Vector2(cosine(angle) * $0.x - sine(angle) * $0.y + 300, sine(angle) * $0.x + cosine(angle) * $0.y - 50)
      })
    let fit = OutlineFit(moved, foot: Self.foot)
    #expect(fit.excess < 0.5 && !fit.isMirrored && fit.findings(for: Self.foot).isEmpty)
    #expect(abs(fit.outline.signedArea - trim.signedArea) < 0.01 * trim.signedArea)
    let distance = trim.signedDistance(on: GridLayout.covering(trim, spacing: 1, margin: 10))
    #expect(fit.outline.points.allSatisfy { abs(distance.interpolated(at: $0)) < 4 })
  }

  @Test("a line that is too small says where the sole stands over it")
  func tooSmall() throws {
    let trim = TrimLine.outline(foot: Self.foot, prescription: Prescription())
    let fit = OutlineFit(Outline(points: trim.points.map { Vector2($0.x * 0.85, $0.y) }), foot: Self.foot)
    let finding = try #require(fit.findings(for: Self.foot).first)
    #expect(finding.code == "foot-leaves-outline" && finding.message.description.contains("mm over the given outline"))
  }
}

@Suite struct TemplateFootTests {
  @Test("a footprint alone gives a foot of its length, and says what it could not know")
  func footprint() throws {
    let recording = DesignPipelineTests.recording(side: .right)
    let foot = try TemplateFoot.shape(for: try recording.oriented(), footLength: 250)
    #expect(foot.length == 250 && foot.side == .right)
    #expect(foot.findings.map(\.code) == ["shape-from-print"])
    #expect(foot.assumptions.map(\.what) == ["foot shape", "foot length"])
    #expect(throws: InputError.self) { try TemplateFoot.shape(for: try recording.oriented(), footLength: 20) }
  }
}
