/// The manual page, made from the tables of commands and flags.
enum ManPage {
  /// The page in roff with man macros.
  static var text: String {
    var lines = [
      ".TH ORTHOTIC 1 \"\" \"orthotic \(Version.current)\" \"User Commands\"",
      ".SH NAME", "orthotic \\- design custom foot orthotics and predict the pressure on them",
      ".SH SYNOPSIS", ".B orthotic", ".I COMMAND", "[arguments]",
      ".SH DESCRIPTION", escaped(HelpText.purpose),
      ".PP",
      escaped(
        "Results go to standard output, messages to standard error; - stands for standard input or output. Output files "
          + "appear whole or not at all."),
      ".SH COMMANDS",
    ]
    for command in Command.all {
      lines += [".SS \(escaped(command.usage))", escaped(command.summary) + ".", ".PP", escaped(command.detail)]
      for operand in command.operands {
        lines += [".TP", ".I \(escaped(operand.placeholder))", escaped(operand.summary) + "."]
      }
      for example in command.examples {
        lines += [
          ".PP", escaped(example.purpose) + ":", ".PP", ".nf", ".RS", "orthotic \(escaped(example.arguments))", ".RE",
          ".fi",
        ]
      }
    }
    lines.append(".SH OPTIONS")
    for group in Flag.Group.all {
      let flags = FlagTable.all.filter { $0.group == group }
      if flags.isEmpty { continue }
      lines.append(".SS \(escaped(group.heading))")
      for flag in flags {
        var text = flag.summary + "."
        if !flag.detail.isEmpty { text += " " + flag.detail }
        if !flag.kind.rangeDescription.isEmpty { text += " Takes \(flag.kind.rangeDescription)." }
        if !flag.defaultText.isEmpty { text += " Default: \(flag.defaultText)." }
        text += " Commands: \(flag.commands.map(\.rawValue).joined(separator: ", "))."
        lines += [".TP", ".B \(escaped(flag.usage))", escaped(text)]
      }
    }
    lines += [".SH EXIT STATUS", escaped(HelpText.exitCodes)]
    lines += [
      ".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "When set to anything, messages are not colored.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text in which roff finds no commands of its own.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      default: result.append(character)
      }
    }
    // A point at the front of a line begins a request.
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
