import Testing

@testable import OrthoticCore

private func codes(_ change: (inout Prescription) -> Void) -> [String: Finding.Severity] {
  var prescription = Prescription()
  change(&prescription)
  let findings = Lint.findings(of: prescription)
  #expect(findings.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty })
  return Dictionary(findings.map { ($0.code, $0.severity) }) { max($0, $1) }
}

@Suite struct LintElementTests {
  @Test("the default prescription breaks no rule") func defaults() { #expect(codes { _ in }.isEmpty) }

  @Test("a skive wants a cup of 14 mm, a strong correction one of 20")
  func cups() {
    #expect(codes { $0.medialSkive = 3 }["skive-needs-deep-cup"] == .error)
    #expect(
      codes {
        $0.lateralSkive = 3
        $0.heelCupDepth = 14
      }.isEmpty)
    #expect(
      codes {
        $0.medialSkive = 3
        $0.inversion = 25
        $0.heelCupDepth = 19
      }["correction-needs-deep-cup"] == .error)
    #expect(
      codes {
        $0.inversion = 25
        $0.heelCupDepth = 20
      }.isEmpty)
  }

  @Test("a lift warns above 6 mm and is refused above 10")
  func lifts() {
    #expect(codes { $0.heelLift = 6 }.isEmpty)
    #expect(codes { $0.heelLift = 7 } == ["lift-may-slip": .warning])
    #expect(codes { $0.heelLift = 10.5 } == ["lift-too-high-for-a-shoe": .error])
  }

  @Test("a pad ahead of the heads is refused, one under them warned of")
  func pads() {
    #expect(
      codes {
        $0.metatarsalPad = 4
        $0.metatarsalPadPlace = .behindHeads
        $0.metatarsalPadSetback = -2
      } == ["pad-ahead-of-the-heads": .error])
    #expect(
      codes {
        $0.metatarsalPad = 4
        $0.metatarsalPadFront = -13
      } == ["pad-ahead-of-the-heads": .error], "its crest is 12.5 mm behind its front edge")
    #expect(
      codes {
        $0.metatarsalPad = 4
        $0.metatarsalPadFront = -6
      } == ["pad-under-the-heads": .warning])
    #expect(
      codes {
        $0.metatarsalPad = 4
        $0.metatarsalPadPlace = .behindHeads
        $0.metatarsalPadSetback = 7
      } == ["pad-under-the-heads": .warning], "its front edge is 5.5 mm ahead of the heads")
    #expect(
      codes {
        $0.metatarsalPad = 4
        $0.metatarsalPadFront = -5
      }.isEmpty)
    #expect(
      codes {
        $0.metatarsalPadFront = -20
      }.isEmpty, "without a pad its place does not matter")
  }

  @Test("two elements on one spot are warned of, and refused where one raises what the other hollows")
  func spots() {
    #expect(
      codes {
        $0.metatarsalPad = 4
        $0.metatarsalBar = 3
      } == ["two-on-one-spot": .warning])
    #expect(
      codes {
        $0.mortonsExtension = 2
        $0.kineticWedge = 2
      }["raised-and-hollowed"] == .error)
    #expect(
      codes {
        $0.medialSkive = 3
        $0.rearfootPost = -4
        $0.heelCupDepth = 16
      } == ["elements-oppose": .warning])
  }

  @Test("an insensate foot takes no opening, hard rim, extension edge or missing target")
  func insensate() throws {
    let lost = try #require(MonofilamentSites(text: "hallux"))
    let found = codes {
      $0.monofilament = lost
      $0.heelAperture = .hole
      $0.mortonsExtension = 2
      $0.length = .mets
      $0.offloadMode = .off
    }
    for code in [
      "insensate-aperture", "insensate-hard-rim", "insensate-edge-under-head", "insensate-front-edge",
      "insensate-without-target",
    ] {
      #expect(found[code] == .error, "\(code)")
    }
    var soft = Prescription()
    soft.monofilament = lost
    soft.thickness = 6.4
    let decided = soft.decided(for: .right).prescription
    #expect(!Lint.findings(of: decided).contains { $0.severity == .error })
    #expect(decided.edgeRadius == 2 && decided.offloadThreshold == 200)
  }

  @Test("a light shell under a heavy person and a wall thinner than the process makes are warned of")
  func shells() {
    #expect(
      codes {
        $0.material = MaterialTable.material(named: "pp") ?? $0.material
        $0.bodyWeight = 110
      } == ["thin-for-weight": .warning])
    #expect(codes { $0.minimumWall = 0.8 } == ["wall-under-process": .warning])
  }

  @Test("an error allowed by name becomes a warning, emergency signs do not")
  func allowing() throws {
    var rx = Prescription()
    rx.heelLift = 11
    rx.symptoms = try #require(Symptoms(text: "saddle-numbness"))
    let all = Lint.findings(of: rx)
    let allowed = Finding.allowing(["lift-too-high-for-a-shoe", "emergency-signs"], in: all)
    #expect(allowed.filter { $0.severity == .error }.map(\.code) == ["emergency-signs"])
  }
}

@Suite struct RedFlagsTests {
  @Test(
    "symptoms lead to the level of the gravest",
    arguments: [
      ("none", RedFlags.Level.none), ("heel-pain", .none), ("numbness", .none), ("numbness-both", .refer),
      ("tingling-both, heel-pain", .refer), ("weakness", .refer), ("leg-pain-standing", .refer),
      ("calf-pain-walking", .refer), ("foot-drop, weakness", .urgent), ("saddle-numbness", .stop),
      ("bladder-change", .stop), ("bowel-change", .stop), ("weakness-both", .stop),
      ("weakness-worse, foot-drop", .stop),
      ("worse-with-activity, better-at-rest", .none),
    ])
  func levels(text: String, level: RedFlags.Level) throws {
    var rx = Prescription()
    rx.symptoms = try #require(Symptoms(text: text))
    #expect(RedFlags.level(of: rx) == level)
    let findings = RedFlags.findings(of: rx)
    #expect(findings.contains { $0.severity == .error } == (level == .stop || level == .urgent))
    // Worded for a clinician: what it can be a sign of, never what it is.
    for finding in findings { #expect(!finding.message.lowercased().contains("diagnos"), "\(finding.message)") }
  }

  @Test("numb toes on an untested foot ask for the monofilament, and a felt one does not")
  func untested() throws {
    var rx = Prescription()
    rx.symptoms = try #require(Symptoms(text: "numbness"))
    #expect(RedFlags.findings(of: rx).map(\.code) == ["sensation-untested"])
    rx.monofilament = try #require(MonofilamentSites(text: "felt"))
    #expect(RedFlags.findings(of: rx).isEmpty)
    rx.monofilament = try #require(MonofilamentSites(text: "mt1"))
    #expect(RedFlags.level(of: rx) == .insensate)
  }

  @Test("a leg-length difference leads to half of it on the shorter side, none under 5 mm, 10 mm at most")
  func legs() throws {
    for (text, side, lift) in [
      ("left:8mm", Side.left, 4.0), ("left:8mm", .right, 0), ("right:4.9mm", .right, 0), ("right:40mm", .right, 10),
    ] {
      var rx = Prescription()
      let legs: LegDifference = try #require(LegDifference(text: text))
      rx.legDifference = legs
      #expect(rx.decided(for: side).prescription.heelLift == lift)
      rx.heelLift = 2
      #expect(rx.decided(for: side).prescription.heelLift == 2, "a lift that is given stays")
    }
  }
}
