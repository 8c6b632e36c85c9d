/// A prescription that is ready for a usual complaint: a place to start from, printed with `--print-rx`.
public struct Preset: Sendable {
  /// Name of the preset, as `--preset` takes it.
  public let name: String
  /// What it is for and what it changes.
  public let summary: String
  /// Where its elements come from.
  public let sources: String
  /// What its sources say that it does to the pressure.
  public let effect: Effect
  /// What differs from the defaults, as a file would hold it.
  let settings: [(key: String, text: String)]

  /// The preset of a name, or `nil`.
  public static func named(_ name: String) -> Preset? { all.first { $0.name == name } }

  /// The prescription file: name, summary and sources, and what differs from the defaults.
  public var file: PrescriptionFile {
    var file = PrescriptionFile(name: name, notes: "\(summary) Sources: \(sources)", settings: [])
    let order = PrescriptionVocabulary.elements.map(\.key)
    file.settings = order.compactMap { key in
      settings.first { $0.key == key }.map { PrescriptionFile.Setting(key: key, text: $0.text) }
    }
    return file
  }

  /// All presets in the order of help.
  ///
  /// An arch that is met is dosed by load: a share of the scanned height would lift the heel off wherever the scan was
  /// taken without weight. Heights and materials lie within what laboratories list; among these, what the model
  /// predicts to do what the sources say on all Samples.
  public static let all: [Preset] = [
    Preset(
      name: "plantar-heel-pain",
      summary:
        "An arch that carries its share, a deep cup that holds the fat pad, and a softer heel: moves load off the heel.",
      sources:
        "Whittaker 2018 (review of insoles for plantar heel pain), Chia 2009 (pads and custom insoles lower rearfoot "
        + "pressure).",
      effect: .lowersPeak(.heel),
      settings: [
        ("thickness", "5 mm"), ("heelCup", "16 mm"), ("heelExpansion", "4 mm"), ("archPressure", archPressure),
        ("zone", "heel:soft"),
      ]),
    Preset(
      name: "flexible-flat-foot",
      summary:
        "A deep cup with a medial skive and a varus post against a heel that rolls in, and an arch that is met. The "
        + "medial half of the heel carries more, not less: that is what turns it.",
      sources:
        "Kirby 1992 (medial heel skive), Bonanno 2012 (skives raise the pressure of the medial heel), Banwell 2014 "
        + "(survey of prescriptions for flat feet).",
      effect: .movesHeelLoadMedially,
      settings: [
        ("thickness", "4 mm"), ("heelCup", "14 mm"), ("medialSkive", "3 mm"), ("rearfootPost", "4 deg varus"),
        ("archPressure", archPressure), ("medialFlange", "2 mm"),
      ]),
    Preset(
      name: "cavus-foot",
      summary: "Contact under the high arch and a cushioned shell: takes load off heel and heads.",
      sources: "Burns 2006 (trial of custom insoles in painful high-arched feet: pressure fell and pain with it).",
      effect: .lowersPeak(.whole),
      settings: [
        ("thickness", "5 mm"), ("heelCup", "14 mm"), ("archPressure", archPressure), ("material", "tpu-85a-15"),
      ]),
    Preset(
      name: "metatarsalgia",
      summary: "A metatarsal pad behind the heads and an arch that is met: takes load off the second to fourth head.",
      sources:
        "Hastings 2007 (a pad behind the heads relieves them, one under them does not), Landorf 2020 and Lee 2014 (domes "
        + "relieve the forefoot), Kang 2006 (pads and pain); size and place of pads as sold.",
      effect: .lowersPeak(.forefoot),
      settings: [
        ("thickness", "5 mm"), ("archPressure", archPressure), ("metPad", "4 mm"),
        ("metPadSize", "M"), ("metPadFront", "2.5 mm"),
      ]),
    Preset(
      name: "hallux-limitus",
      summary: "A recess under the first head lets the first ray drop at push-off, on an arch that is met.",
      sources: "Dananberg 1993 (functional hallux limitus), Scherer 2006 (orthoses and the first joint's motion).",
      effect: .lowersPeak(.mt1),
      settings: [("thickness", "5 mm"), ("archPressure", archPressure), ("kinetic", "2 mm")]),
    Preset(
      name: "neuroma",
      summary: "A small pad between the third and fourth ray spreads the heads, on an arch that is met.",
      sources:
        "de Oliveira 2019 (trial: custom insoles with metatarsal and arch support ease walking with Morton's neuroma).",
      effect: .lowersPeak(.forefoot),
      settings: [
        ("thickness", "6 mm"), ("archPressure", archPressure), ("neuromaPad", "3-4"), ("neuromaPadHeight", "3 mm"),
      ]),
    Preset(
      name: "insensate-forefoot",
      summary:
        "A thick soft insert with a metatarsal bar and pockets under every head above 200 kPa, without hard edges.",
      sources:
        "IWGDF guidelines 2023 (200 kPa or 30 % less in the shoe), Bus 2011 and Owings 2008 (insoles cut by measured "
        + "pressure relieve more), Martinez-Santos 2019 (a bar's front edge where the pressure has fallen to 77 %).",
      effect: .lowersPeak(.forefoot),
      settings: [
        ("thickness", "8 mm"), ("material", "plastazote-medium"), ("edgeRadius", "2 mm"),
        ("archPressure", archPressure), ("offload", "200 kPa"), ("metBar", "2 mm"), ("metBarAt", "contour"),
        ("monofilament", "hallux, mt1, mt5"),
      ]),
    Preset(
      name: "insensate-heel",
      summary: "A thick soft insert with a deep wide cup and an arch that is met: spreads the load of the heel.",
      sources: "IWGDF guidelines 2023, Actis 2008 (plugs and their edges).", effect: .lowersPeak(.heel),
      settings: [
        ("thickness", "8 mm"), ("material", "plastazote-medium"), ("edgeRadius", "2 mm"), ("heelCup", "18 mm"),
        ("heelExpansion", "2 mm"), ("archPressure", archPressure), ("offload", "200 kPa"),
        ("monofilament", "hallux, mt1, mt5"),
      ]),
    Preset(
      name: "leg-length-difference",
      summary:
        "A heel lift of 4 mm to begin with and a deep cup against slipping; give the leg-length difference for half of yours.",
      sources: "Campbell 2018 (review of lifts: low-quality evidence), common practice of starting with half.",
      effect: .none, settings: [("heelLift", "4 mm"), ("heelCup", "14 mm")]),
    Preset(
      name: "comfort",
      summary: "A soft shell that follows the foot without correction: lowers the highest pressures.",
      sources: "Chia 2009 and Healy 2012 (soft flat and contoured insoles lower peak pressure).",
      effect: .lowersPeak(.whole),
      settings: [("thickness", "6 mm"), ("material", "tpu-85a-15"), ("heelCup", "10 mm")]),
  ]

  /// What an arch that is met carries: as much as the rest of the sole does in the mean, half of what lint warns of.
  private static let archPressure = "80 kPa"
}
