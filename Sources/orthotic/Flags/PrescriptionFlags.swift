import OrthoticCore

extension Flag {
  static let preset = Flag(
    "preset", .choice(Preset.all.map(\.name)), .prescription, [.design, .compare],
    "Start from a prescription that is shipped",
    "orthotic presets says what each is for and where it comes from. --rx and flags go over it.")

  static let allow = Flag(
    "allow", .text(placeholder: "CODE"), .prescription, [.design, .compare], repeats: true,
    "Design although the rule of this name says error",
    "The name stands in brackets behind the message. Emergency signs cannot be allowed.")
}
