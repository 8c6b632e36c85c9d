/// Why a command line cannot be carried out: one line that names the argument and what to write instead.
struct UsageError: Error, Equatable {
  /// The line, without the program's name.
  var message: String

  init(_ message: String) {
    self.message = message
  }

  /// A flag's value that cannot be taken.
  init(flag: Flag, value: String, expected: String, example: String) {
    // A value from outside can be of any length; a message is one line.
    let shown = value.count > 60 ? value.prefix(60) + "…" : value[...]
    self.init("--\(flag.name) \(shown): expected \(expected), such as --\(flag.name) \(example)")
  }
}
