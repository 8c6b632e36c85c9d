import OrthoticCore

/// A command line that was understood: every value read and in range.
struct ParsedArguments: Sendable {
  /// A flag's value as written and as read.
  struct Given: Equatable, Sendable {
    var text: String
    var value: ValueKind.Value
  }

  /// The command.
  var command: CommandName
  /// What stands beside the flags, in order.
  var operands: [String] = []
  /// Values by flag name; several for a flag that repeats and for a series of doses.
  private(set) var given: [String: [Given]] = [:]

  init(command: CommandName) {
    self.command = command
  }

  mutating func add(_ flag: Flag, _ values: [Given]) {
    given[flag.name, default: []] += values
  }

  func values(of flag: Flag) -> [Given] { values(named: flag.name) }

  func values(named name: String) -> [Given] { given[name] ?? [] }

  func isOn(_ flag: Flag) -> Bool { given[flag.name] != nil }

  func text(_ flag: Flag) -> String? {
    if case .text(let text) = values(of: flag).first?.value { text } else { nil }
  }

  func texts(_ flag: Flag) -> [String] {
    values(of: flag).compactMap { if case .text(let text) = $0.value { text } else { nil } }
  }

  func number(_ flag: Flag) -> Double? {
    if case .number(let number) = values(of: flag).first?.value { number } else { nil }
  }

  func whole(_ flag: Flag) -> Int? {
    if case .whole(let whole) = values(of: flag).first?.value { whole } else { nil }
  }

  func choice<Choice: RawRepresentable<String>>(_ flag: Flag, as type: Choice.Type) -> Choice? {
    text(flag).flatMap { Choice(rawValue: $0) }
  }
}
