/// Help, made from the tables of commands and flags.
enum HelpText {
  private static let width = 100

  static let purpose =
    "Designs custom foot orthotics from a foot scan and a plantar pressure map, and predicts the pressure on them."

  /// Help of the program as a whole.
  static var program: String {
    var lines = [purpose, "", "Usage: orthotic COMMAND [arguments]", "", "Commands:"]
    let widest = CommandName.allCases.map(\.rawValue.count).max() ?? 0
    for command in Command.all {
      lines += entry(command.name.rawValue, column: widest + 4, command.summary)
    }
    lines += ["", "Examples:"]
    for command in CommandName.working.map(Command.named) {
      guard let example = command.examples.first else { continue }
      lines.append("  orthotic \(example.arguments)")
    }
    lines += ["", "orthotic COMMAND --help explains a command, -h shortly. --version prints the version.", ""]
    lines += exitCodes.wrapped(width: width, indent: 0)
    return lines.joined(separator: "\n") + "\n"
  }

  static let exitCodes =
    "Exit codes: 0 done, 1 done but a check or target failed, 64 usage, 65 bad input, 66 input not found, "
    + "70 fault of the program, 73 cannot write."

  /// Help of one command.
  static func command(_ command: Command, isLong: Bool) -> String {
    var lines = [command.summary + ".", "", "Usage: \(command.usage)"]
    if isLong {
      lines += [""] + command.detail.wrapped(width: width, indent: 0)
    }
    if !command.operands.isEmpty {
      lines.append("")
      for operand in command.operands {
        lines += entry(operand.placeholder, column: 14, operand.summary)
      }
    }
    if isLong, !command.examples.isEmpty {
      lines += ["", "Examples:"]
      for example in command.examples {
        lines += ["  # \(example.purpose)", "  orthotic \(example.arguments)"]
      }
    }
    let flags = FlagTable.flags(of: command.name)
    for group in Flag.Group.all {
      let members = flags.filter { $0.group == group }
      if members.isEmpty { continue }
      lines += ["", "\(group.heading):"]
      for flag in members {
        lines +=
          isLong
          ? longEntry(flag, command.name)
          : entry(usage(flag), column: 30, flag.summary + defaults(flag, command.name))
      }
    }
    if !isLong { lines += ["", "--help says more and shows examples."] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Flags without a short form are indented so that the long names stand in one column.
  private static func usage(_ flag: Flag) -> String { (flag.short == nil ? "    " : "") + flag.usage }

  private static func defaults(_ flag: Flag, _ command: CommandName) -> String {
    let text = defaultText(flag, command)
    return text.isEmpty ? "" : " [\(text)]"
  }

  /// A prescription's defaults are a design's; `check` looks only at what is given.
  private static func defaultText(_ flag: Flag, _ command: CommandName) -> String {
    if case .element = flag.group, command == .check { return "" }
    return flag.defaultText
  }

  private static func longEntry(_ flag: Flag, _ command: CommandName) -> [String] {
    var text = flag.summary + "."
    if !flag.detail.isEmpty { text += " " + flag.detail }
    var facts: [String] = []
    if !flag.kind.rangeDescription.isEmpty { facts.append(flag.kind.rangeDescription) }
    let defaultText = defaultText(flag, command)
    if !defaultText.isEmpty { facts.append("default \(defaultText)") }
    if flag.repeats { facts.append("may be repeated") }
    if flag.takesSeries(in: command) { facts.append("a series such as 0,2,4 makes a variant of each") }
    var lines = ["  " + usage(flag)] + text.wrapped(width: width, indent: 10)
    if !facts.isEmpty { lines += "[\(facts.joined(separator: "; "))]".wrapped(width: width, indent: 10) }
    return lines
  }

  /// A name and its explanation in two columns.
  private static func entry(_ name: String, column: Int, _ text: String) -> [String] {
    let head = "  " + name
    var body = text.wrapped(width: width, indent: column)
    guard let first = body.first, head.count < column - 1 else { return [head] + body }
    body[0] = head + first.dropFirst(head.count)
    return body
  }
}
