import ParametricFoot
import Testing

@testable import OrthoticCore

/// What would go unnoticed by everything else: an element that is read, shown and written, and changes nothing.
@Suite struct EveryElementTests {
  /// A dose that shows, and the elements that it needs: as a prescription file holds them.
  private static let doses: [(key: String, text: String, with: [(key: String, text: String)])] = [
    ("length", "three-quarter", []), ("width", "4 mm", []), ("shoeSize", "45eu", []), ("toeAllowance", "20 mm", []),
    ("process", "resin", []), ("thickness", "5 mm", []), ("minWall", "2.5 mm", [("sink", "heel:3")]),
    ("cover", "3 mm", []), ("edgeRadius", "3 mm", []), ("heelCup", "20 mm", []), ("heelExpansion", "6 mm", []),
    ("medialSkive", "4 mm", []), ("lateralSkive", "4 mm", []), ("skivePlane", "25 deg", [("medialSkive", "4 mm")]),
    ("rearfootPost", "4 deg varus", []), ("postStyle", "intrinsic", [("rearfootPost", "4 deg varus")]),
    ("inversion", "25 deg", []), ("heelLift", "6 mm", []), ("heelAperture", "horseshoe", []),
    ("heelApertureSize", "30 mm", [("heelAperture", "horseshoe")]), ("archContact", "60 %", []),
    ("castFill", "3.2 mm", []), ("archHeight", "5 mm", []), ("archApex", "55 %", [("archHeight", "5 mm")]),
    ("archStart", "35 %", [("archHeight", "5 mm")]), ("archEnd", "55 %", [("archHeight", "5 mm")]),
    ("lateralArch", "8 mm", []), ("fascialGroove", "3 mm", []), ("medialFlange", "8 mm", []),
    ("lateralFlange", "8 mm", []), ("forefootPost", "4 deg varus", []), ("metPad", "4 mm", []),
    ("metPadAt", "25 mm", [("metPad", "4 mm")]), ("metPadLength", "50 mm", [("metPad", "4 mm")]),
    ("metPadFront", "8 mm", [("metPad", "4 mm")]), ("metPadSize", "S", [("metPad", "4 mm")]),
    ("metPadShape", "teardrop", [("metPad", "4 mm")]),
    ("metPadWidth", "60 mm", [("metPad", "4 mm")]), ("metBar", "4 mm", []),
    ("metBarLength", "35 mm", [("metBar", "4 mm")]), ("metBarAt", "15 mm", [("metBar", "4 mm")]),
    ("neuromaPad", "3-4", []), ("neuromaPadHeight", "5 mm", [("neuromaPad", "3-4")]), ("mortons", "3 mm", []),
    ("reverseMortons", "3 mm", []), ("cluffy", "3 mm", []), ("kinetic", "1.5 mm", []), ("firstRay", "1.5 mm", []),
    ("sink", "navicular:2", []), ("toeCrest", "4 mm", []), ("toeFiller", "10 mm", []), ("zone", "forefoot:soft", []),
    ("legDifference", "right:8 mm", []), ("scanLoad", "none", []),
  ]
  /// Elements whose effect no surface shows, and where it is held.
  private static let elsewhere: [String: String] = [
    "edge": "the solid's border: EdgeStyleTests", "material": "the prediction: ArchDosingTests",
    "archPressure": "needs a loaded foot: ArchDosingTests", "offload": "needs a map: OffloadingZoneTests",
    "offloadMode": "needs a map: PredictionBandsTests", "weight": "the loads and rules: LintElementTests",
    "bodyHeight": "kept, and nothing is computed from it", "activity": "rules: LintElementTests",
    "shoeFloor": "what lies beside the device: ShoeFloorTests", "shoeHeel": "rules: here", "shoeDepth": "rules: here",
    "symptoms": "rules: RedFlagsTests",
    "monofilament": "rules: LintElementTests",
  ]

  private static let foot = ParametricFoot.normalRight.shape(spacing: 2)

  private static func surfaces(_ settings: [(key: String, text: String)]) throws -> InsoleSurfaces {
    var prescription = Prescription()
    prescription.scanLoad = .full
    for (key, text) in settings {
      try #require(PrescriptionVocabulary.element(key: key)).read(text, into: &prescription)
    }
    let resolved = prescription.resolved(for: foot).prescription
    return InsoleSurfaces(
      foot: foot, trim: TrimLine.outline(foot: foot, prescription: resolved), prescription: resolved)
  }

  /// Whether two devices differ by more than a tenth of a millimetre, in their plan, or in what they are made of.
  private static func differ(_ a: InsoleSurfaces, _ b: InsoleSurfaces) -> Bool {
    guard a.top.layout == b.top.layout, a.trim == b.trim, a.apertures == b.apertures, a.cover == b.cover else {
      return true
    }
    if a.softParts.map(\.factor) != b.softParts.map(\.factor) { return true }
    return zip(a.top.values, b.top.values).contains { abs($0 - $1) > 0.1 }
  }

  @Test("is held to an effect on the device here, or by a test of its own")
  func complete() {
    let held = Self.doses.map(\.key) + Self.elsewhere.keys
    #expect(Set(held).count == held.count)
    #expect(Set(held) == Set(PrescriptionVocabulary.elements.map(\.key)))
  }

  @Test(
    "that shapes the device changes it, and without it the device is the same",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"), arguments: doses.map(\.key))
  func changes(key: String) throws {
    let dose = try #require(Self.doses.first { $0.key == key })
    let without = try Self.surfaces(dose.with)
    #expect(try Self.differ(Self.surfaces(dose.with + [(dose.key, dose.text)]), without))
    // The same measurement on the device made again, as if the element did nothing.
    #expect(try !Self.differ(Self.surfaces(dose.with), without))
  }

  @Test(
    "about the shoe is held against it", .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func shoe() throws {
    var prescription = Prescription()
    #expect(!Lint.findings(of: prescription).contains { $0.code == "high-shoe-heel" })
    prescription.shoeHeel = 50
    #expect(Lint.findings(of: prescription).contains { $0.code == "high-shoe-heel" })
    let surfaces = try Self.surfaces([])
    for (depth, isTooLow) in [(60.0, false), (10, true)] {
      prescription.shoeDepth = depth
      let codes = Lint.deviceFindings(prescription, foot: Self.foot, surfaces: surfaces).map(\.code)
      #expect(codes.contains("device-higher-than-shoe") == isTooLow)
    }
  }

  @Test("of a covered device softens the prediction by the cover's own compliance")
  func cover() throws {
    let surfaces = try Self.surfaces([("cover", "2 mm")])
    var prescription = Prescription()
    prescription.cover = 2
    let layout = GridLayout.covering(surfaces.trim, spacing: 4, margin: 0)
    let insole = InsoleOnGrid(surfaces: surfaces, layout: layout, prescription: prescription)
    #expect(insole.cover.thickness == 2 && insole.cover.modulus == MaterialTable.cover.columnModulus)
    #expect(insole.cover.densificationStrain == MaterialTable.cover.densificationStrain)
    prescription.cover = 0
    let bare = try Self.surfaces([])
    #expect(InsoleOnGrid(surfaces: bare, layout: layout, prescription: prescription).cover == .none)
  }
}
