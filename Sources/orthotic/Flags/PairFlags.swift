import OrthoticCore

extension Flag {
  static let left = Flag(
    "left", .path(placeholder: "SCAN", endings: Command.Operand.scan().endings), .scan, [.design],
    "Scan of the left foot, to design both with --right",
    "Writes a file for each foot: pair.stl becomes pair-left.stl and pair-right.stl.")

  static let right = Flag(
    "right", .path(placeholder: "SCAN", endings: Command.Operand.scan().endings), .scan, [.design],
    "Scan of the right foot, to design both with --left")

  static let both = Flag(
    "both", .toggle, .scan, [.design],
    "Design both feet from one scan, the other as its mirror image",
    "Medial stays medial. The other foot's own map goes with --pressure-left or --pressure-right.")

  static let pressureLeft = Flag(
    "pressure-left", .path(placeholder: "MAP", endings: mapEndings), .pressure, [.design],
    "Plantar pressure of the left foot, where both are designed")

  static let pressureRight = Flag(
    "pressure-right", .path(placeholder: "MAP", endings: mapEndings), .pressure, [.design],
    "Plantar pressure of the right foot, where both are designed")

  static let outline = Flag(
    "outline", .path(placeholder: "FILE", endings: ["svg", "csv"]), .prescription, [.design, .compare],
    "Cut the device along this line: an SVG drawing or a CSV of x,y",
    "Such as the floor of the shoe, seen from above, in mm; laid under the foot heel to heel. Says where the sole stands over "
      + "it.")

  static let pairs = [outline, left, right, both, pressureLeft, pressureRight]
}
