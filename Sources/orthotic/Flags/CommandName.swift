/// The commands, in the order in which help lists them.
enum CommandName: String, CaseIterable, Sendable {
  case design
  case compare
  case optimize
  case measure
  case pressure
  case check
  case report
  case presets
  case reference
  case schema
  case completions
  case man
  case help

  /// The commands that read files and print results.
  static let working: [CommandName] = [.design, .compare, .optimize, .measure, .pressure, .check]
}
