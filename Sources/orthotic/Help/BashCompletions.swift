/// Completions for bash 4 and later.
enum BashCompletions {
  static var text: String {
    var lines = [
      "# bash completion for orthotic; try: source <(orthotic completions bash)",
      "_orthotic() {",
      "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"${COMP_WORDS[1]}\"",
      "  COMPREPLY=()",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W '\(CommandName.allCases.map(\.rawValue).joined(separator: " ")) --help --version' -- \"$current\"))",
      "    return",
      "  fi",
      "  case \"$previous\" in",
    ]
    for flag in FlagTable.all where !flag.isToggle {
      let pattern = flag.short.map { "--\(flag.name)|-\($0)" } ?? "--\(flag.name)"
      let action =
        flag.takesPath
        ? "compopt -o default"
        : flag.completionNames.isEmpty
          ? ":" : "COMPREPLY=($(compgen -W '\(flag.completionNames.joined(separator: " "))' -- \"$current\"))"
      lines.append("    \(pattern)) \(action); return ;;")
    }
    lines += ["  esac", "  case \"$command\" in"]
    for command in Command.all {
      let flags = FlagTable.flags(of: command.name).flatMap { flag in
        ["--\(flag.name)"] + (flag.short.map { ["-\($0)"] } ?? [])
      }
      let words = command.operands.flatMap(\.choices)
      let other =
        words.isEmpty
        ? (command.operands.isEmpty ? ":" : "compopt -o default")
        : "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\"))"
      lines += [
        "    \(command.name.rawValue))",
        "      if [[ \"$current\" == -* ]]; then",
        "        COMPREPLY=($(compgen -W '\(flags.joined(separator: " "))' -- \"$current\"))",
        "      else",
        "        \(other)",
        "      fi ;;",
      ]
    }
    lines += ["  esac", "}", "complete -F _orthotic orthotic"]
    return lines.joined(separator: "\n") + "\n"
  }
}
