/// What help, parser and the program know about a command.
struct Command: Sendable {
  /// What stands beside the flags.
  struct Operand: Sendable {
    /// How help calls it, such as `SCAN`.
    let placeholder: String
    /// One line for help.
    let summary: String
    /// File endings that completion offers; names, where it is no file.
    var endings: [String] = []
    /// Words to choose from, where it is no file.
    var choices: [String] = []
    /// Whether it may be left out.
    var isOptional = false
    /// Whether any number of them may be given: the last of a command's operands only.
    var isRepeated = false
  }

  /// A command line that works as it stands, with what it does.
  struct Example: Sendable {
    let purpose: String
    /// The words behind `orthotic`.
    let arguments: String
  }

  let name: CommandName
  /// One line for the list of commands.
  let summary: String
  /// A paragraph for long help.
  let detail: String
  let operands: [Operand]
  let examples: [Example]
  /// Carries it out.
  let run: @Sendable (ParsedArguments, Console) throws -> ExitCode

  /// The command of a name.
  static func named(_ name: CommandName) -> Command {
    switch name {
    case .design: .design
    case .compare: .compare
    case .optimize: .optimize
    case .measure: .measure
    case .pressure: .pressure
    case .check: .check
    case .report: .report
    case .presets: .presets
    case .reference: .reference
    case .schema: .schema
    case .completions: .completions
    case .man: .man
    case .help: .help
    }
  }

  /// All commands in the order of help.
  static var all: [Command] { CommandName.allCases.map(named) }

  /// The first line of help, such as `orthotic measure SCAN [flags]`.
  var usage: String {
    let words = operands.map { operand in
      let word = operand.placeholder + (operand.isRepeated ? " ..." : "")
      return operand.isOptional ? "[\(word)]" : word
    }
    let flags = FlagTable.flags(of: name).count > 1 ? ["[flags]"] : []
    return (["orthotic", name.rawValue] + words + flags).joined(separator: " ")
  }

  /// Checks the number of operands.
  func checkOperands(_ arguments: ParsedArguments) throws(UsageError) {
    let given = arguments.operands
    // A record's inputs are told apart by their hashes, in any order.
    if given.count > operands.count, !arguments.isOn(.replay), operands.last?.isRepeated != true {
      let takes = operands.isEmpty ? "takes none" : "takes \(operands.map(\.placeholder).joined(separator: " "))"
      let extra = given[operands.count].prefix(60)
      let hint = [.design, .compare, .optimize].contains(name) ? "; a pressure map goes with --pressure" : ""
      throw UsageError("\(extra): one argument too many; orthotic \(name.rawValue) \(takes)\(hint)")
    }
    if given.count < operands.count, !operands[given.count].isOptional {
      let missing = operands[given.count]
      let example = examples.first.map { ", for example: orthotic \($0.arguments)" } ?? ""
      throw UsageError("\(name.rawValue) needs \(missing.placeholder), \(missing.summary)\(example)")
    }
    for word in given where word.isEmpty {
      throw UsageError("\(name.rawValue): an argument is empty; expected \(usage)")
    }
  }
}
