extension PrescriptionVocabulary {
  /// What is known about the person.
  static let person: [PrescriptionElement] = [
    PrescriptionElement(
      "weight", .mass, \.bodyWeight, 10...300, absent: "unknown", group: .person,
      "Body weight",
      "Loads the prediction where no pressure map says it; lb is read too."),
    PrescriptionElement(
      "body-height", .bodyHeight, \.bodyHeight, 50...250, absent: "unknown", group: .person,
      "Body height, cm",
      "Kept with the prescription and the record; nothing is computed from it."),
    PrescriptionElement(
      "activity", \.activity, absent: "unknown", group: .person,
      "How much the person is on their feet",
      "low, medium or high; a heavy or active person wants a stiffer or thicker shell."),
    PrescriptionElement(
      "scan-load", \.scanLoad, absent: "auto", group: .person,
      "How the foot was loaded while it was scanned",
      "none: hanging free or cast, semi: sitting, full: standing, auto: found in the sole's shape. An unloaded foot shows a higher arch."
    ),
    PrescriptionElement(
      "leg-difference", \.legDifference, absent: "unknown", group: .person,
      "The shorter leg and by how much, such as left:8mm",
      "The shorter side gets half of it as \(.heelLift) where none is given: nothing under 5 mm, at most 10 mm in a shoe."
    ),
    PrescriptionElement(
      "shoe-floor", \.shoeFloor, group: .person,
      "The shoe's floor under and beside the device",
      "rigid: an insole board; soft: 4 mm of EVA foam, as in a sports shoe. A short device leaves the forefoot on it."),
    PrescriptionElement(
      "shoe-heel", .length, \.shoeHeel, 0...80, absent: "unknown", group: .person,
      "Heel height of the shoe",
      "Above 30 mm the forefoot carries more whatever the insole does."),
    PrescriptionElement(
      "symptoms", \.symptoms, group: .person,
      "What the person reports, as a list",
      """
      Such as heel-pain, ball-pain, numbness, numbness-both, tingling, weakness, foot-drop, leg-pain-standing, \
      calf-pain-walking. Gives notes for the clinician, never a diagnosis; some pictures stop the design. \
      orthotic reference lists all words.
      """),
    PrescriptionElement(
      "monofilament", \.monofilament, group: .person,
      "Sites at which the 10 g monofilament was not felt",
      """
      hallux, mt1, mt5; felt where none was missed. A site counts when two of three touches were missed. Comfort can then \
      not be trusted, and the rules for insensate feet hold.
      """),
  ]
}
