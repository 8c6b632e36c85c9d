/// Shells that completions are made for.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The completion script, made from the tables of commands and flags.
  var completions: String {
    switch self {
    case .bash: BashCompletions.text
    case .zsh: ZshCompletions.text
    case .fish: FishCompletions.text
    }
  }

  /// A text in single quotes for the shell; fish reads `\'` inside them, the others must close and reopen.
  func quoted(_ text: String) -> String {
    switch self {
    case .fish: "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "'"
    case .bash, .zsh: "'" + text.map { $0 == "'" ? "'\\''" : "\($0)" }.joined() + "'"
    }
  }
}

extension Flag {
  /// The names that a shell can offer for the value; empty where they are not a list.
  var completionNames: [String] {
    switch kind {
    case .choice(let names): names
    case .quantity(_, _, let words): words.map(\.name)
    case .notation(let notation, let words): notation.names + words
    default: []
    }
  }

  /// Whether the value is a file.
  var takesPath: Bool {
    if case .path = kind { true } else { false }
  }
}
