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
      "Takes load off the metatarsal heads in front of it; 3 to 5 mm are usual, pads as sold have 6 to 8."),
    PrescriptionElement(
      "met-pad-shape", \.metatarsalPadShape, group: .forefoot,
      "Outline of the metatarsal pad",
      "oval; teardrop: tapering towards the heel; round: a circle, highest in its middle, where the others are highest a quarter "
        + "of their width behind their front edge."),
    PrescriptionElement(
      "met-pad-size", \.metatarsalPadSize, group: .forefoot,
      "Size of the metatarsal pad as sold",
      "Length along the foot and width: S 60 x 40, M 70 x 50, L 80 x 60 mm; round 40, 50, 60. \(.metatarsalPadLength) and "
        + "\(.metatarsalPadWidth) override it."),
    PrescriptionElement(
      "met-pad-front", .length, \.metatarsalPadFront, -20...30, group: .forefoot,
      "Distance of the pad's front edge behind the heads; negative is ahead of them",
      "Counted under the third head, in the middle of the edge. The heads lie on an arc, the second to fourth ahead of the line "
        + "from the first to the fifth. 0 to 5 mm are usual: the crest then lies 12 to 18 mm behind the heads. Acts where "
        + "\(.metatarsalPadPlace) is front."),
    PrescriptionElement(
      flag: "met-pad-at", group: .forefoot,
      kind: .notation(PadSetting.notation, words: ["front", "contour"]),
      summary: "Place of the pad: front, or its crest in mm behind the heads or percent of the length, or contour",
      detail:
        """
        front places it by \(.metatarsalPadFront). 15mm is the distance of its crest behind the arc of the heads, 66% that from the \
        heel; a pad whose front edge lies far ahead of the heads loads them. contour lays the front edge where the map's \
        pressure behind the heads has fallen to 77 % of its peak.
        """,
      take: { value, prescription in
        guard case .text(let text) = value else { return }
        PadSetting(text: text)?.store(in: &prescription)
      },
      write: { PadSetting($0).text }),
    PrescriptionElement(
      "met-pad-length", .length, \.metatarsalPadLength, 15...90, absent: "size", group: .forefoot,
      "Length of the metatarsal pad along the foot",
      "size follows \(.metatarsalPadSize); a round pad is as long as it is wide."),
    PrescriptionElement(
      "met-pad-width", .length, \.metatarsalPadWidth, 12...70, absent: "size", group: .forefoot,
      "Width of the metatarsal pad across the foot",
      "size follows \(.metatarsalPadSize). 50 mm lies under three heads."),
    PrescriptionElement(
      "met-bar", .length, \.metatarsalBar, 0...5, group: .forefoot,
      "Height of the metatarsal bar; 0 is none",
      "A ridge behind all heads, along their arc; 2 to 5 mm are usual."),
    PrescriptionElement(
      "met-bar-length", .length, \.metatarsalBarLength, 15...35, group: .forefoot,
      "Length of the bar along the foot",
      "Two fifths of it lie ahead of its crest."),
    PrescriptionElement(
      "met-bar-at", .length, \.metatarsalBarSetback, -20...40, absent: "contour", group: .forefoot,
      "Distance of the bar's front edge behind the heads; negative is ahead of them",
      "contour lays it where the map's pressure behind the heads has fallen to 77 % of its peak."),
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
      Place and depth, and if wanted a length: heel:2, navicular:2:28. Under a head it goes to the map's own peak. Places: heel (36 mm), navicular (28 x 22), cuboid, \
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
