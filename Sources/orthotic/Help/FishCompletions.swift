/// Completions for fish.
enum FishCompletions {
  static var text: String {
    var lines = ["# fish completion for orthotic; try: orthotic completions fish | source", "complete -c orthotic -e"]
    for command in Command.all {
      lines.append(
        "complete -c orthotic -f -n __fish_use_subcommand -a \(command.name.rawValue) "
          + "-d \(Shell.fish.quoted(command.summary))")
    }
    for command in Command.all {
      let condition = "-n '__fish_seen_subcommand_from \(command.name.rawValue)'"
      for flag in FlagTable.flags(of: command.name) {
        var line = "complete -c orthotic \(condition) -l \(flag.name)"
        if let short = flag.short { line += " -s \(short)" }
        if flag.takesPath {
          line += " -r -F"
        } else if !flag.isToggle {
          line += " -x"
          let names = flag.completionNames
          if !names.isEmpty { line += " -a \(Shell.fish.quoted(names.joined(separator: " ")))" }
        }
        lines.append(line + " -d \(Shell.fish.quoted(flag.summary))")
      }
      for operand in command.operands where !operand.choices.isEmpty {
        lines.append(
          "complete -c orthotic \(condition) -f -a \(Shell.fish.quoted(operand.choices.joined(separator: " ")))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
