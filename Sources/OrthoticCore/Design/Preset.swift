/// A prescription that is ready for a usual complaint: a place to start from, printed with `--print-rx`.
public struct Preset: Sendable {
  /// Name of the preset, as `--preset` takes it.
  public let name: String
  /// What it is for and what it changes.
  public let summary: String
  /// Where its elements come from.
  public let sources: String
  /// The region of the sole whose pressure it is meant to lower, and `nil` where it claims none.
  public let relieves: FootRegion?
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
  public static let all: [Preset] = [
    Preset(
      name: "plantar-heel-pain",
      summary:
        "Full arch contact, a deep cup that holds the fat pad, and a soft spot under the heel: moves load off the heel.",
      sources:
        "Whittaker 2018 (review of insoles for plantar heel pain), Chia 2009 (pads and custom insoles lower rearfoot "
        + "pressure).",
      relieves: .heel,
      settings: [
        ("thickness", "5 mm"), ("heelCup", "16 mm"), ("heelExpansion", "2 mm"), ("archContact", "100 %"),
        ("sink", "heel:2 mm"),
      ]),
    Preset(
      name: "flexible-flat-foot",
      summary: "A deep cup with a medial skive and a varus post against a heel that rolls in, and an arch that is met.",
      sources: "Kirby 1992 (medial heel skive), Banwell 2014 (survey of prescriptions for flat feet).", relieves: .heel,
      settings: [
        ("thickness", "4 mm"), ("heelCup", "16 mm"), ("medialSkive", "3 mm"), ("rearfootPost", "4 deg varus"),
        ("archContact", "90 %"), ("medialFlange", "4 mm"),
      ]),
    Preset(
      name: "cavus-foot",
      summary: "Full contact under the high arch and a cushioned shell: takes load off heel and heads.",
      sources: "Burns 2006 (trial of custom insoles in painful high-arched feet: pressure fell and pain with it).",
      relieves: .whole,
      settings: [
        ("thickness", "5 mm"), ("heelCup", "14 mm"), ("archContact", "100 %"), ("material", "eva-a25"),
      ]),
    Preset(
      name: "metatarsalgia",
      summary: "A metatarsal pad behind the heads and an arch that is met: takes load off the second to fourth head.",
      sources: "Hastings 2007 (the pad's crest 6 to 11 mm behind the heads relieves most), Kang 2006 (pads and pain).",
      relieves: .forefoot,
      settings: [
        ("thickness", "4 mm"), ("archContact", "100 %"), ("metPad", "5 mm"), ("metPadAt", "8 mm"),
        ("metPadWidth", "36 mm"), ("metPadLength", "36 mm"),
      ]),
    Preset(
      name: "hallux-limitus",
      summary: "A recess under the first head and a plate under the others let the first ray drop at push-off.",
      sources: "Dananberg 1993 (functional hallux limitus), Scherer 2006 (orthoses and the first joint's motion).",
      relieves: .mt1,
      settings: [
        ("thickness", "4 mm"), ("archContact", "100 %"), ("kinetic", "2 mm"), ("reverseMortons", "2 mm"),
      ]),
    Preset(
      name: "neuroma",
      summary: "A small pad between the third and fourth ray spreads the heads, on an arch that is met.",
      sources:
        "de Oliveira 2019 (trial: custom insoles with metatarsal and arch support ease walking with Morton's neuroma).",
      relieves: .forefoot,
      settings: [
        ("thickness", "4 mm"), ("archContact", "100 %"), ("neuromaPad", "3-4"), ("neuromaPadHeight", "3 mm"),
      ]),
    Preset(
      name: "insensate-forefoot",
      summary:
        "A thick soft insert with a metatarsal bar and pockets under every head above 200 kPa, without hard edges.",
      sources:
        "IWGDF guidelines 2023 (200 kPa or 30 % less in the shoe), Bus 2011 and Owings 2008 (insoles cut by measured "
        + "pressure relieve more).",
      relieves: .forefoot,
      settings: [
        ("thickness", "8 mm"), ("material", "eva-a25"), ("edgeRadius", "2 mm"), ("archContact", "100 %"),
        ("offload", "200 kPa"), ("metBar", "4 mm"), ("monofilament", "hallux, mt1, mt5"),
      ]),
    Preset(
      name: "insensate-heel",
      summary: "A thick soft insert with a deep wide cup and full arch contact: spreads the load of the heel.",
      sources: "IWGDF guidelines 2023, Actis 2008 (plugs and their edges).", relieves: .heel,
      settings: [
        ("thickness", "8 mm"), ("material", "eva-a25"), ("edgeRadius", "2 mm"), ("heelCup", "18 mm"),
        ("heelExpansion", "2 mm"), ("archContact", "100 %"), ("offload", "200 kPa"),
        ("monofilament", "hallux, mt1, mt5"),
      ]),
    Preset(
      name: "leg-length-difference",
      summary:
        "A heel lift of 4 mm to begin with and a deep cup against slipping; give --leg-difference for half of yours.",
      sources: "Campbell 2018 (review of lifts: low-quality evidence), common practice of starting with half.",
      relieves: nil, settings: [("heelLift", "4 mm"), ("heelCup", "14 mm")]),
    Preset(
      name: "comfort",
      summary: "A soft shell that follows the foot without correction: lowers the highest pressures.",
      sources: "Chia 2009 and Healy 2012 (soft flat and contoured insoles lower peak pressure).", relieves: .whole,
      settings: [("thickness", "5 mm"), ("material", "eva-a25"), ("heelCup", "10 mm")]),
  ]
}
