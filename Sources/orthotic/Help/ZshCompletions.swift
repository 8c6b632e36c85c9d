/// Completions for zsh.
enum ZshCompletions {
  static var text: String {
    var lines = [
      "#compdef orthotic",
      "# zsh completion for orthotic; put it into a file _orthotic on $fpath",
      "_orthotic() {",
      "  local -a commands",
      "  commands=(",
    ]
    for command in Command.all {
      lines.append("    " + Shell.zsh.quoted("\(command.name.rawValue):\(command.summary)"))
    }
    lines += [
      "  )",
      "  if (( CURRENT == 2 )); then",
      "    _describe 'command' commands",
      "    return",
      "  fi",
      "  local command=\"$words[2]\"",
      "  shift words",
      "  (( CURRENT-- ))",
      "  case \"$command\" in",
    ]
    for command in Command.all {
      var specifications = FlagTable.flags(of: command.name).flatMap(specification)
      for operand in command.operands {
        let action = operand.choices.isEmpty ? "_files" : "(\(operand.choices.joined(separator: " ")))"
        let repeats = operand.isRepeated ? "*" : ""
        specifications.append(Shell.zsh.quoted("\(repeats):\(escaped(operand.placeholder)):\(action)"))
      }
      lines.append("    \(command.name.rawValue))")
      lines.append("      _arguments -s \\")
      lines.append(specifications.map { "        " + $0 }.joined(separator: " \\\n") + " ;;")
    }
    lines += ["  esac", "}", "if [ \"$funcstack[1]\" = \"_orthotic\" ]; then", "  _orthotic \"$@\"", "else"]
    lines += ["  compdef _orthotic orthotic", "fi"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func specification(_ flag: Flag) -> [String] {
    let repeated = flag.repeats ? "*" : ""
    let action =
      flag.takesPath
      ? "_files" : flag.completionNames.isEmpty ? " " : "(\(flag.completionNames.joined(separator: " ")))"
    let value = flag.isToggle ? "" : ":\(escaped(flag.placeholder)):\(action)"
    let names = ["--\(flag.name)"] + (flag.short.map { ["-\($0)"] } ?? [])
    return names.map { Shell.zsh.quoted("\(repeated)\($0)[\(escaped(flag.summary))]\(value)") }
  }

  /// Text in which `_arguments` finds no separators of its own.
  private static func escaped(_ text: String) -> String {
    text.map { ":[]\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
