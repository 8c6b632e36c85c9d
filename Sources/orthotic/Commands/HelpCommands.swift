extension Command {
  static let completions = Command(
    name: .completions,
    summary: "Print completions for a shell",
    detail: "Made from the same table of flags as this help. For bash: source <(orthotic completions bash).",
    operands: [
      Operand(placeholder: "SHELL", summary: "bash, zsh or fish", choices: Shell.allCases.map(\.rawValue))
    ],
    examples: [
      Example(purpose: "load the completions into this bash", arguments: "completions bash > orthotic.bash")
    ]
  ) { arguments, console in
    let name = arguments.operands.first ?? ""
    guard let shell = Shell(rawValue: name) else {
      throw UsageError("completions \(name.prefix(60)): expected bash, zsh or fish, such as orthotic completions bash")
    }
    try console.result(shell.completions)
    return .done
  }

  static let man = Command(
    name: .man,
    summary: "Print the manual page",
    detail: "In roff. To read it at once: orthotic man | man -l -",
    operands: [],
    examples: [Example(purpose: "keep it as a file", arguments: "man > orthotic.1")]
  ) { _, console in
    try console.result(ManPage.text)
    return .done
  }

  static let help = Command(
    name: .help,
    summary: "Explain the program or a command",
    detail: "The same as orthotic --help and orthotic COMMAND --help.",
    operands: [
      Operand(
        placeholder: "COMMAND", summary: "the command to explain", choices: CommandName.allCases.map(\.rawValue),
        isOptional: true)
    ],
    examples: [Example(purpose: "explain design", arguments: "help design")]
  ) { arguments, console in
    guard let word = arguments.operands.first else {
      try console.result(HelpText.program)
      return .done
    }
    guard let name = CommandName(rawValue: word) else {
      throw UsageError("help \(word.prefix(60)): no such command; orthotic --help lists them")
    }
    try console.result(HelpText.command(.named(name), isLong: true))
    return .done
  }
}
