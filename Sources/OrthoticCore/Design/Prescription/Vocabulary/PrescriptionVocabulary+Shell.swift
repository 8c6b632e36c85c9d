extension PrescriptionVocabulary {
  /// Thickness, material, width and length.
  static let shell: [PrescriptionElement] = [
    PrescriptionElement(
      "length", \.length, group: .shell,
      "How far forward the device reaches",
      """
      full: past the toes; sulcus: to the crease under the toes; mets: to the line of the metatarsal heads; \
      three-quarter: 6 mm behind it. A device that ends before the toes runs out thin.
      """),
    PrescriptionElement(
      "width", .length, \.width, -6...6,
      words: [ValueKind.Word("narrow", -3), ValueKind.Word("standard", 0), ValueKind.Word("wide", 3)], group: .shell,
      "Width added to the trim line, both sides together",
      "Negative narrows. narrow, standard and wide are -3, 0 and 3 mm."),
    PrescriptionElement(
      "shoe-size", \.shoeSize, absent: "foot", group: .shell,
      "Size of the shoe, which then gives the device's length",
      """
      Such as 42eu, 8.5uk, 9.5us (men), 10usw (women), 265mondo or 26.5cm. foot is the foot's length and \
      \(.toeAllowance).
      """),
    PrescriptionElement(
      "toe-allowance", .length, \.toeAllowance, 0...20, group: .shell,
      "Length beyond the longest toe",
      "Orthopaedic practice is foot length plus 10 mm."),
    PrescriptionElement(
      "shoe-depth", .length, \.shoeDepth, 20...120, absent: "unknown", group: .shell,
      "Height inside the shoe at the heel, to check the device against",
      "From the insole board to the upper edge of the counter, usually 50 to 65 mm."),
    PrescriptionElement(
      flag: "process", group: .shell,
      kind: .choice(PrintProcess.allCases.map(\.rawValue)),
      summary: "How the device is made",
      detail:
        "Sets \(.minimumWall) and \(.edgeRadius) unless they are given: fdm 1.2 and 1 mm, sls and mjf 1.0 and 1, resin 1.5 and 1.5.",
      take: { value, prescription in
        guard case .text(let name) = value, let process = PrintProcess(rawValue: name) else { return }
        if process != prescription.process {
          prescription.minimumWall = process.minimumWall
          prescription.edgeRadius = process.edgeRadius
        }
        prescription.process = process
      },
      write: { $0.process.rawValue }),
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
      "zone", \.stiffnessZones, group: .shell,
      "Parts of the device that are softer or firmer",
      """
      heel, midfoot, forefoot or toes with extra-soft, soft, medium, firm or extra-firm: a quarter, half, once, twice or \
      four times the material's stiffness. 3MF holds a body for each.
      """),
    PrescriptionElement(
      "cover", .length, \.cover, 0...6, group: .shell,
      "Thickness of a cover that will be glued on top",
      """
      Walls step outward by it and the cup's rim rises by it, so that the foot fits on the cover. Covers are 1.6 to 6.4 mm; \
      the prediction counts with soft foam (poron).
      """),
    PrescriptionElement(
      "edge-radius", .length, \.edgeRadius, 0...3, group: .shell,
      "Radius of the rounded upper edge",
      "Keeps the rim from cutting in; 0 leaves it sharp."),
    PrescriptionElement(
      "edge", \.edge, group: .shell,
      "Form of the upper edge",
      "rounded by \(.edgeRadius), or feathered: the border falls over 4 mm to a thin rim, thinner there than \(.minimumWall)."
    ),
  ]
}
