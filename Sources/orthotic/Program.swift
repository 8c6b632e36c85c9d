import OrthoticCore
import OrthoticExport

/// The program from its words to its exit code.
enum Program {
  /// Runs the words behind the program's name.
  static func run(_ words: [String]) -> ExitCode {
    StandardStream.ignoreBrokenPipes()
    let console = Console()
    do {
      return try dispatch(words, console)
    } catch let error as UsageError {
      console.error(error.message)
      return .usage
    } catch let error as InputError {
      console.error(error.text(naming: .flags))
      for line in error.details { console.note(line) }
      switch error.problem {
      case .notFound, .isDirectory, .unreadable: return .noInput
      default: return .badInput
      }
    } catch let error as OutputError {
      console.error(error.description)
      return .cannotWrite
    } catch let error as SolidError {
      console.error("no solid can be made of this: \(error); \(error.remedy.text(naming: .flags))")
      return .badInput
    } catch let error as ResultError {
      console.error("standard output cannot be written (\(error.reason)): free some space or write elsewhere")
      return .cannotWrite
    } catch {
      console.error("this is a fault of orthotic, not yours: \(error)")
      return .internalFault
    }
  }

  private static func dispatch(_ words: [String], _ console: Console) throws -> ExitCode {
    guard let first = words.first else {
      _ = StandardStream.error.write(HelpText.program)
      return .usage
    }
    switch first {
    case "--help", "-h":
      try console.result(HelpText.program)
      return .done
    case "--version", "-V":
      try console.result("orthotic \(Version.current)\n")
      return .done
    default: break
    }
    guard let name = CommandName(rawValue: first) else { throw unknownCommand(first) }
    let command = Command.named(name)
    let rest = Array(words.dropFirst())
    // Help wins over everything else that may be wrong with the line.
    let flags = rest.prefix { $0 != "--" }
    if flags.contains("--help") || flags.contains("-h") {
      try console.result(HelpText.command(command, isLong: flags.contains("--help")))
      return .done
    }
    let arguments = try ArgumentParser.parse(rest, for: name)
    try command.checkOperands(arguments)
    var commandConsole = console
    commandConsole.isQuiet = arguments.isOn(.quiet)
    try RunFiles(arguments).check()
    Parallel.threads = arguments.whole(.threads) ?? 0
    if [.design, .compare, .optimize, .report].contains(name) { ProcessMemory.keepFreed() }
    return try command.run(arguments, commandConsole)
  }

  private static func unknownCommand(_ word: String) -> UsageError {
    let shown = word.count > 60 ? word.prefix(60) + "…" : word[...]
    if word.hasPrefix("-") {
      return UsageError("\(shown): expected a command first, such as orthotic design; orthotic --help lists them")
    }
    if let near = NearestWord.nearest(to: word, in: CommandName.allCases.map(\.rawValue)) {
      return UsageError("unknown command \(shown): did you mean \(near)? orthotic --help lists all commands")
    }
    if word.contains(".") || word.contains("/") {
      return UsageError("\(shown): expected a command before the file, such as: orthotic design \(shown)")
    }
    return UsageError("unknown command \(shown): orthotic --help lists all commands")
  }
}
