import OrthoticCore

extension Flag {
  static let goal = Flag(
    "goal", .text(placeholder: "GOAL"), .optimization, [.optimize], default: "below:200kPa", repeats: true,
    "What the pressure on the device shall be",
    "below:200kPa: no region above it. relief:30%: regions that are above the threshold of --offload so much lower than "
      + "before. lowest: as low as it can be. mt2=below:150kPa asks it of one region, over what is asked of all.")

  static let vary = Flag(
    "vary", .choice(["dose"]), .optimization, [.optimize], default: "dose",
    "What may be changed",
    "dose: the open numbers of the prescription, those that are neither given by flag nor in a file or preset.")

  static let free = Flag(
    "free", .text(placeholder: "NAME"), .optimization, [.optimize], repeats: true,
    "Open an element of the prescription although it is given",
    "Named as its flag, such as --free heel-cup. These are opened by their name only, as they change more than "
      + "the pressure: cast-fill, heel-lift, medial-skive, lateral-skive, zone, cover.")

  static let maximumThickness = Flag(
    "max-thickness", .quantity(.length, 1.5...8), .optimization, [.optimize], default: "as prescribed",
    "Greatest thickness under the foot's lowest places that may be chosen",
    "Without it the thickness stays as prescribed, and what a thicker device would do is said.")

  static let shift = Flag(
    "shift", .quantity(.length, 0...8), .optimization, [.optimize], default: "4 mm",
    "How far the foot may lie from its place on the device",
    "The device is judged in eight directions beside its own place. 0 looks at that alone, in half the time; what is found then "
      + "may be worse than no change as soon as the foot lies elsewhere.")

  static let cases = Flag(
    "cases", .choice(["nominal", "tissue"]), .optimization, [.optimize], default: "nominal",
    "Which feet the device is judged under",
    "tissue: with 0.7 and 1.4 times the stiffness of the soft tissue too.")

  static let effort = Flag(
    "effort", .whole(1...20_000), .optimization, [.optimize], default: "\(OptimizationProblem.standardEffort)",
    "Number of devices that are tried at most",
    "The outcome depends on it, never on the machine's speed.")

  static let savedPrescription = Flag(
    "save-rx", .path(placeholder: "FILE", endings: ["json"]), .optimization, [.optimize],
    "Write the prescription that was found",
    "orthotic design --rx makes the same device of it, byte by byte.")

  static let optimizations = [goal, vary, free, maximumThickness, shift, cases, effort, savedPrescription]
}
