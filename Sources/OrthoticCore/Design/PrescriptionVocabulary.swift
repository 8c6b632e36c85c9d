/// Every element of a prescription, once: flags, file keys, help, completions and the round trip come from here.
public enum PrescriptionVocabulary {
  /// The elements in the order in which help lists them and files are written.
  ///
  /// Values are also applied in this order, so that the order of flags or keys never matters.
  public static let elements: [PrescriptionElement] = shell + heel + arch + forefoot + offloading + person

  /// The element of a flag, named without its two hyphens, or `nil`.
  public static func element(flag: String) -> PrescriptionElement? { elements.first { $0.flag == flag } }

  /// The element of a file's key, or `nil`.
  public static func element(key: String) -> PrescriptionElement? { elements.first { $0.key == key } }

  private static let shell = [
    PrescriptionElement(
      "thickness", .length, \.thickness, 1.5...8, group: .shell,
      "Thickness under the foot's lowest places",
      "Printed devices are usually 2 to 4 mm; a diabetic insert wants 6.4 mm or more."),
    PrescriptionElement(
      "min-wall", .length, \.minimumWall, 0.6...3, group: .shell,
      "Thinnest wall allowed anywhere",
      "Measured along the normal. Three perimeters of a 0.4 mm nozzle are 1.2 mm. Pockets stop here."),
    PrescriptionElement(
      "material", \.material, among: MaterialTable.all, group: .shell,
      "What the device is made of",
      "Sets the stiffness that the prediction counts with. The number behind tpu-85a is the infill in percent."),
    PrescriptionElement(
      "width", .length, \.width, -6...6,
      words: [ValueKind.Word("narrow", -3), ValueKind.Word("standard", 0), ValueKind.Word("wide", 3)], group: .shell,
      "Width added to the trim line, both sides together",
      "Negative narrows. narrow, standard and wide are -3, 0 and 3 mm."),
    PrescriptionElement(
      "toe-allowance", .length, \.toeAllowance, 0...20, group: .shell,
      "Length beyond the longest toe",
      "Orthopaedic practice is foot length plus 10 mm."),
    PrescriptionElement(
      "edge-radius", .length, \.edgeRadius, 0...3, group: .shell,
      "Radius of the rounded upper edge",
      "Keeps the rim from cutting in; 0 leaves it sharp."),
  ]

  private static let heel = [
    PrescriptionElement(
      "heel-cup", .length, \.heelCupDepth, 0...30, group: .heel,
      "Height of the heel cup's rim above the heel's lowest point",
      "Usual are 10 to 14 mm, up to 22 mm for strong control. Counted from the heel's lowest point."),
    PrescriptionElement(
      "heel-expansion", .length, \.heelExpansion, 0...10, absent: "auto", group: .heel,
      "Width added around the heel, both sides together",
      "Room for the fat pad that spreads under load. auto is 2 mm with --scan-load none, else 0."),
    PrescriptionElement(
      "rearfoot-post", .tilt, \.rearfootPost, -12...12, group: .heel,
      "Tilt of the heel: 4varus raises the medial side",
      "A bare number is varus, a negative one valgus. Usual is 4, strong is 6. \"4/4\" on forms is post and motion."),
    PrescriptionElement(
      "heel-lift", .length, \.heelLift, 0...12, group: .heel,
      "Height under the heel, tapering to none at the metatarsal line",
      "For a leg-length difference start with half of it. Above 6 mm the heel may slip; 10 mm is the most in a shoe."),
  ]

  private static let arch = [
    PrescriptionElement(
      "arch-contact", .share, \.archContact, 0...1.1, absent: "auto", group: .arch,
      "Share of the scanned arch's height that the support fills",
      "100% copies the arch. auto is 80 % of the arch that is left under load: 40, 60 or 80 % for --scan-load none, semi or full."
    ),
    PrescriptionElement(
      "arch-pressure", .pressure, \.archPressure, 20...150, absent: "off", group: .arch,
      "Pressure that the arch shall carry; finds the arch height",
      "Doses the support by load instead of height: --arch-contact then follows. Above 150 kPa an arch hurts."),
    PrescriptionElement(
      "cast-fill", .length, \.castFill, 0...8, group: .arch,
      "Plaster that a laboratory would add under the arch; lowers the support",
      "Laboratories call 1.6 mm light, 3.2 mm standard and 6.4 mm heavy."),
    PrescriptionElement(
      "arch-height", .length, \.archHeight, -15...15, group: .arch,
      "Height added to the arch support; negative lowers it",
      "Comes on top of --arch-contact and --cast-fill."),
    PrescriptionElement(
      "arch-apex", .share, \.archApex, 0.2...0.8, absent: "scan", group: .arch,
      "Place of the arch's highest point along the foot, from the heel",
      "In percent of the foot's length, usually 41 to 50 %. scan takes it from the foot's shape."),
  ]

  private static let forefoot = [
    PrescriptionElement(
      "met-pad", .length, \.metatarsalPad, 0...8, group: .forefoot,
      "Height of the metatarsal pad; 0 is none",
      "Takes load off the metatarsal heads in front of it; 3 to 5 mm are usual."),
    PrescriptionElement(
      "met-pad-at", .length, \.metatarsalPadSetback, -10...30, group: .forefoot,
      "Distance of the pad's crest behind the metatarsal heads",
      "6 to 11 mm behind the heads relieve them most; a pad under the heads (negative) loads them."),
  ]

  private static let offloading = [
    // `--offload` turns the zones on, and `--offload-mode`, applied after it, has the last word.
    PrescriptionElement(
      flag: "offload", group: .offloading,
      kind: .quantity(.pressure, 20...1500, words: [ValueKind.Word("auto", nil), ValueKind.Word("off", 0)]),
      summary: "Pressure above which a place is relieved",
      detail:
        "Zones cover the patches of the pressure map above it; 200kPa is the goal of the diabetic-foot guidelines (IWGDF). "
        + "auto is 200kPa, off is --offload-mode off.",
      take: { value, prescription in
        guard case .number(let threshold) = value else { return }
        prescription.offloadMode = threshold == 0 ? .off : .pocket
        if threshold != 0 { prescription.offloadThreshold = threshold }
      },
      write: { $0.offloadThreshold.map(Dimension.pressure.text) ?? "auto" }),
    PrescriptionElement(
      "offload-mode", \.offloadMode, group: .offloading,
      "What an offloading zone does",
      "pocket sinks the top surface under the patch, with a blended rim, never below --min-wall; off does nothing."),
  ]

  private static let person = [
    PrescriptionElement(
      "weight", .mass, \.bodyWeight, 10...300, absent: "unknown", group: .person,
      "Body weight",
      "Loads the prediction where no pressure map says it; lb is read too."),
    PrescriptionElement(
      "scan-load", \.scanLoad, absent: "auto", group: .person,
      "How the foot was loaded while it was scanned",
      "none: hanging free or cast, semi: sitting, full: standing, auto: found in the sole's shape. An unloaded foot shows a higher arch."
    ),
  ]
}

extension PrescriptionElement {
  /// An element that is a material of a catalogue.
  fileprivate init(
    _ flag: String, _ field: WritableKeyPath<Prescription, Material> & Sendable, among catalog: [Material],
    group: Group, _ summary: String, _ detail: String
  ) {
    self.init(
      flag: flag, group: group, kind: .choice(catalog.map(\.name)), summary: summary, detail: detail,
      take: { value, prescription in
        if case .text(let name) = value, let material = catalog.first(where: { $0.name == name }) {
          prescription[keyPath: field] = material
        }
      },
      write: { prescription in prescription[keyPath: field].name })
  }
}
