extension PrescriptionVocabulary {
  /// Arch support, groove and flanges.
  static let arch: [PrescriptionElement] = [
    PrescriptionElement(
      "arch-contact", .share, \.archContact, 0...1.1, absent: "auto", group: .arch,
      "Share of the scanned arch's height that the support fills",
      "100% copies the arch. auto is 80 % of the arch that is left under load: 40, 60 or 80 % for \(.scanLoad) none, semi or full."
    ),
    PrescriptionElement(
      "arch-pressure", .pressure, \.archPressure, 20...150, absent: "off", group: .arch,
      "Pressure that the arch shall carry; finds the arch height",
      "Doses the support by load instead of height: \(.archContact) then follows. Above 150 kPa an arch hurts."),
    PrescriptionElement(
      "cast-fill", .length, \.castFill, 0...8, group: .arch,
      "Plaster that a laboratory would add under the arch; lowers the support",
      "Laboratories call 1.6 mm light, 3.2 mm standard and 6.4 mm heavy."),
    PrescriptionElement(
      "arch-height", .length, \.archHeight, -15...15, group: .arch,
      "Height added to the arch support; negative lowers it",
      "Comes on top of \(.archContact) and \(.castFill)."),
    PrescriptionElement(
      "arch-apex", .share, \.archApex, 0.2...0.8, absent: "scan", group: .arch,
      "Place of the arch's highest point along the foot, from the heel",
      "In percent of the foot's length, usually 41 to 50 %. scan takes it from the foot's shape."),
    PrescriptionElement(
      "arch-start", .share, \.archStart, 0.1...0.6, absent: "auto", group: .arch,
      "Where an arch raise begins along the foot, from the heel",
      "auto is the end of the heel, 27 %. Acts on \(.archHeight)."),
    PrescriptionElement(
      "arch-end", .share, \.archEnd, 0.4...0.9, absent: "auto", group: .arch,
      "Where an arch raise ends along the foot, from the heel",
      "auto is the first metatarsal head. Acts on \(.archHeight)."),
    PrescriptionElement(
      "lateral-arch", .length, \.lateralArch, 0...12, absent: "scan", group: .arch,
      "Height of the lateral arch support at its crest",
      "Half-way between the heel and the fifth head, at the lateral border. scan keeps the copied height."),
    PrescriptionElement(
      "fascial-groove", .length, \.fascialGroove, 0...4, group: .arch,
      "Depth of a groove under the plantar fascia",
      "16 mm wide, from the heel to behind the first two heads, for a taut or tender fascia."),
    PrescriptionElement(
      "medial-flange", .length, \.medialFlange, 0...15, group: .arch,
      "Height of a wall beside the medial arch, above the rim",
      "As thick as the rim, from the heel's end to behind the head; 8 mm is usual."),
    PrescriptionElement(
      "lateral-flange", .length, \.lateralFlange, 0...15, group: .arch,
      "Height of a wall beside the lateral border, above the rim",
      "As thick as the rim, from the heel's end to behind the head; 8 mm is usual."),
  ]
}
