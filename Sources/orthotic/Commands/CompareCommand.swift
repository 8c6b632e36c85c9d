import OrthoticCore

extension Command {
  static let compare = Command(
    name: .compare,
    summary: "Predict the pressure for several prescriptions and show them side by side",
    detail:
      "Makes a variant of each --rx file and of each dose in a series such as --rearfoot-post 0,2,4, and prints pressure "
      + "before and after for each, per region. Nothing is written.",
    operands: [
      Operand(
        placeholder: "SCAN", summary: "the foot scan: PLY, STL, OBJ, or a point cloud as text; - is standard input",
        endings: ["ply", "stl", "obj", "xyz", "asc", "csv", "txt", "gz"])
    ],
    examples: [
      Example(
        purpose: "what if the arch were supported less or more",
        arguments: "compare \(Sample.scan) --pressure \(Sample.pressure) --arch-contact 60%,80%,100%"),
      Example(
        purpose: "two metatarsal pads at two places: four variants",
        arguments: "compare \(Sample.flatScan) --pressure \(Sample.flatPressure) --met-pad 3,5 --met-pad-at 6,10 --json"
      ),
    ]
  ) { arguments, console in
    _ = try arguments.variants()
    throw UsageError("compare is not wired yet")
  }
}
