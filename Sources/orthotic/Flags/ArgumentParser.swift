import OrthoticCore

/// Turns the words after a command into `ParsedArguments` by the flag table.
///
/// Reads `--flag value`, `--flag=value`, `-o value`, `-ovalue`, `-qj2`; `--` ends the flags; `-` is an operand; a word that
/// looks like a negative number is a value.
struct ArgumentParser {
  private let command: CommandName
  private let flags: [Flag]
  private var words: ArraySlice<String>
  private var parsed: ParsedArguments

  /// Reads the words that follow the command's name.
  ///
  /// - Throws: `UsageError` naming the word at fault and what to write instead.
  static func parse(_ words: [String], for command: CommandName) throws(UsageError) -> ParsedArguments {
    var parser = ArgumentParser(words: words, command: command)
    while let word = parser.words.popFirst() { try parser.take(word) }
    return parser.parsed
  }

  private init(words: [String], command: CommandName) {
    self.command = command
    self.words = words[...]
    flags = FlagTable.flags(of: command)
    parsed = ParsedArguments(command: command)
  }

  private mutating func take(_ word: String) throws(UsageError) {
    if word == "--" {
      parsed.operands += words
      words = []
    } else if word.hasPrefix("--") {
      try takeLong(word.dropFirst(2))
    } else if word.hasPrefix("-"), word != "-" {
      try takeShort(word.dropFirst())
    } else {
      parsed.operands.append(word)
    }
  }

  private mutating func takeLong(_ word: Substring) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let written = String(parts[0])
    let name = Flag.formerNames[command]?[written] ?? written
    guard let flag = flags.first(where: { $0.name == name }) else { throw unknown(name) }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if flag.isToggle {
      guard attached == nil else { throw UsageError("--\(name) takes no value: write --\(name) alone") }
      try store(flag, "")
    } else {
      let value = if let attached { attached } else { try nextValue(of: flag) }
      try store(flag, value)
    }
  }

  private mutating func takeShort(_ word: Substring) throws(UsageError) {
    var rest = word
    while let letter = rest.popFirst() {
      guard let flag = flags.first(where: { $0.short == letter }) else { throw unknownShort(letter, in: word) }
      if flag.isToggle {
        try store(flag, "")
      } else {
        let attached = rest.first == "=" ? rest.dropFirst() : rest
        try store(flag, rest.isEmpty ? try nextValue(of: flag) : String(attached))
        return
      }
    }
  }

  /// The word after a flag, unless it is a flag itself.
  private mutating func nextValue(of flag: Flag) throws(UsageError) -> String {
    guard let next = words.first, !Self.looksLikeFlag(next) else {
      throw UsageError(
        "--\(flag.name) needs a value: \(flag.kind.expectation), such as --\(flag.name) \(flag.kind.example)")
    }
    words.removeFirst()
    return next
  }

  private static func looksLikeFlag(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return false }
    let second = word.dropFirst().first
    return !(second == "." || second?.isNumber == true)
  }

  private mutating func store(_ flag: Flag, _ text: String) throws(UsageError) {
    let series = flag.takesSeries(in: command) && text.contains(",")
    let texts = series ? text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) : [text]
    var values: [ParsedArguments.Given] = []
    for text in texts {
      do throws(ValueError) {
        values.append(ParsedArguments.Given(text: text, value: try flag.kind.read(text)))
      } catch {
        throw refused(flag, text, error)
      }
    }
    let earlier = parsed.values(of: flag)
    // The same again does no harm; two different doses would leave open which one the device was made with.
    if !earlier.isEmpty, !flag.repeats {
      if earlier.map(\.value) == values.map(\.value) { return }
      let both = [earlier, values].map { $0.map(\.text).joined(separator: ",") }
      throw UsageError("--\(flag.name) is given twice, as \(both[0]) and as \(both[1]): give it once")
    }
    parsed.add(flag, values)
  }

  private func refused(_ flag: Flag, _ text: String, _ error: ValueError) -> UsageError {
    if let (word, meant) = flag.kind.misspelt(in: text) {
      let place = word == text ? "" : " for \(word)"
      return UsageError("--\(flag.name) \(text.prefix(60)): did you mean \(meant)\(place)? It takes \(error.expected)")
    }
    if case .element = flag.group, !flag.takesSeries(in: command), text.contains(",") {
      return UsageError(
        "--\(flag.name) \(text.prefix(60)): \(command.rawValue) takes one value; a series of doses is for orthotic compare"
      )
    }
    if flag.kind.isShare, let value = Double(text), value > 0, value <= 1.5 {
      return UsageError(
        "--\(flag.name) \(text): could mean \(text) % or \(Dimension.share.bareText(value)) %; write the percent sign, such as "
          + "--\(flag.name) \(Dimension.share.bareText(value))%")
    }
    return UsageError(flag: flag, value: text, expected: error.expected, example: error.example)
  }

  private func unknown(_ name: String) -> UsageError {
    let shown = name.count > 60 ? name.prefix(60) + "…" : name[...]
    let listing = "orthotic \(command.rawValue) --help lists all flags"
    if let flag = FlagTable.flag(named: name) {
      let others = flag.commands.map { "orthotic \($0.rawValue)" }.joined(separator: ", ")
      return UsageError("--\(name) is no flag of \(command.rawValue); it belongs to \(others)")
    }
    if let near = NearestWord.nearest(to: name, in: flags.map(\.name)) {
      return UsageError("unknown flag --\(shown): did you mean --\(near)? \(listing)")
    }
    return UsageError("unknown flag --\(shown): \(listing)")
  }

  private func unknownShort(_ letter: Character, in word: Substring) -> UsageError {
    // `-thickness` is more likely a lost hyphen than a row of letters.
    let name = word.prefix { $0 != "=" }
    if let flag = flags.first(where: { $0.name == name }) {
      return UsageError("unknown flag -\(name): did you mean --\(flag.name)?")
    }
    return UsageError("unknown flag -\(letter): orthotic \(command.rawValue) --help lists all flags")
  }
}

extension ValueKind {
  fileprivate var isShare: Bool {
    if case .quantity(.share, _, _) = self { true } else { false }
  }
}
