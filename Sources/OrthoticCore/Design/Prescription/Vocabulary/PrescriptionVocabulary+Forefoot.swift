extension PrescriptionVocabulary {
  /// Posts, pads, bars, extensions, recesses and hollows.
  static let forefoot: [PrescriptionElement] = [
    PrescriptionElement(
      "forefoot-post", .tilt, \.forefootPost, -12...12, group: .forefoot,
      "Tilt of the forefoot: 4varus raises the medial side",
      "A bare number is varus, a negative one valgus. Full under the metatarsal heads and ahead of them."),
    PrescriptionElement(
      "met-pad", .length, \.metatarsalPad, 0...8, group: .forefoot,
      "Height of the metatarsal pad; 0 is none",
      "Takes load off the metatarsal heads in front of it; 3 to 5 mm are usual."),
    PrescriptionElement(
      flag: "met-pad-at", group: .forefoot,
      kind: .notation(PadSetting.notation, words: ["contour"]),
      summary: "Place of the pad's crest: mm behind the heads, percent of the length, or contour",
      detail:
        """
        6 to 11 mm behind the heads relieve them most; a pad under the heads (negative) loads them. 66% counts from the heel. \
        contour lays it behind the high pressure of the map.
        """,
      take: { value, prescription in
        guard case .text(let text) = value else { return }
        PadSetting(text: text)?.store(in: &prescription)
      },
      write: { PadSetting($0).text }),
    PrescriptionElement(
      "met-pad-length", .length, \.metatarsalPadLength, 15...60, group: .forefoot,
      "Length of the metatarsal pad",
      "A third of it lies ahead of the crest."),
    PrescriptionElement(
      "met-pad-width", .length, \.metatarsalPadWidth, 12...60, group: .forefoot,
      "Width of the metatarsal pad",
      "24 mm lies under two or three heads."),
    PrescriptionElement(
      "met-bar", .length, \.metatarsalBar, 0...5, group: .forefoot,
      "Height of the metatarsal bar; 0 is none",
      "A ridge behind all heads; 2 to 5 mm are usual."),
    PrescriptionElement(
      "met-bar-length", .length, \.metatarsalBarLength, 15...35, group: .forefoot,
      "Length of the bar along the foot",
      "Two fifths of it lie ahead of its crest."),
    PrescriptionElement(
      "met-bar-at", .length, \.metatarsalBarSetback, 3...15, absent: "contour", group: .forefoot,
      "Distance of the bar's front edge behind the heads",
      "contour lays it where the map's pressure falls to 77 % of the peak."),
    PrescriptionElement(
      "neuroma-pad", \.neuromaPad, group: .forefoot,
      "Rays between which a small pad spreads the heads",
      "Numbered from the hallux; 3-4 is where most neuromas are."),
    PrescriptionElement(
      "neuroma-pad-height", .length, \.neuromaPadHeight, 1...5, group: .forefoot,
      "Height of the neuroma pad",
      "3 mm is usual. Without \(.neuromaPad) it does nothing."),
    PrescriptionElement(
      "mortons", .length, \.mortonsExtension, 0...4, group: .forefoot,
      "Thickness of Morton's extension under the first ray; 0 is none",
      "56 x 18 mm from behind the first head to the hallux; stiffens and lifts it. 2 to 2.5 mm are usual."),
    PrescriptionElement(
      "reverse-mortons", .length, \.reverseMortonsExtension, 0...4, group: .forefoot,
      "Thickness of the reverse Morton's extension; 0 is none",
      "28 x 48 mm under the second to fifth head; lets the first ray drop. 2 to 2.5 mm are usual."),
    PrescriptionElement(
      "cluffy", .length, \.cluffyWedge, 0...4, group: .forefoot,
      "Height of a wedge under the hallux; 0 is none",
      "22 x 14 mm, rising forward; holds the hallux up before push-off. 2.5 mm is usual."),
    PrescriptionElement(
      "kinetic", .length, \.kineticWedge, 0...4, group: .forefoot,
      "Depth of a recess under the first metatarsal head; 0 is none",
      "24 x 20 mm; lets the head drop at push-off. The minimum wall limits it."),
    PrescriptionElement(
      "first-ray", \.firstRay, group: .forefoot,
      "What is taken away under the first ray",
      "A depth from 1 to 3 mm makes a hollow under head and shaft; cut-out leaves the device out under the head."),
    PrescriptionElement(
      "sink", \.sinks, group: .forefoot,
      "Hollows under landmarks",
      """
      Place and depth, and if wanted a length: heel:2, navicular:2:28. Places: heel (36 mm), navicular (28 x 22), cuboid, \
      styloid, mt1 to mt5, hallux (20 mm). The minimum wall limits them. \
      The rim takes what a hollow sheds: a sole pressed evenly may show a higher peak there.
      """),
    PrescriptionElement(
      "toe-crest", .length, \.toeCrest, 0...8, group: .forefoot,
      "Height of a ridge under the crease of the second to fifth toe; 0 is none",
      "Takes load off the tips of clawed toes."),
    PrescriptionElement(
      "toe-filler", .length, \.toeFiller, 0...20, group: .forefoot,
      "Height of a block in place of toes that are not there; 0 is none",
      "For a foot without toes, so that the shoe does not fold."),
  ]
}
