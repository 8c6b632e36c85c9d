import Testing

@testable import orthotic

@Suite struct HelpTests {
  @Test("names every flag of a command, short and long", arguments: CommandName.allCases)
  func namesFlags(command: CommandName) {
    for isLong in [false, true] {
      let text = HelpText.command(.named(command), isLong: isLong)
      for flag in FlagTable.flags(of: command) { #expect(text.contains("--\(flag.name)"), "\(flag.name)") }
      for line in text.split(separator: "\n") where !line.contains("orthotic ") {
        #expect(line.count <= 100, "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test("tells no default of the prescription where nothing is prescribed")
  func defaults() {
    let wall = FlagTable.minimumWall?.defaultText ?? ""
    #expect(!wall.isEmpty)
    for (isLong, shown) in [(false, "[\(wall)]"), (true, "default \(wall)]")] {
      #expect(HelpText.command(.named(.design), isLong: isLong).contains(shown))
      #expect(!HelpText.command(.named(.check), isLong: isLong).contains(shown))
    }
  }

  @Test("shows examples that the parser takes", arguments: CommandName.allCases)
  func examplesParse(command: CommandName) throws {
    for example in Command.named(command).examples {
      // What stands behind > belongs to the shell.
      let line = example.arguments.split(separator: ">").first ?? ""
      let words = line.split(separator: " ").map(String.init)
      #expect(words.first == command.rawValue)
      let arguments = try ArgumentParser.parse(Array(words.dropFirst()), for: command)
      try Command.named(command).checkOperands(arguments)
    }
  }

  @Test("puts every flag and command into the manual page, and no line that roff would take for a request")
  func manualPage() {
    let text = ManPage.text
    for flag in FlagTable.all {
      #expect(text.contains("\\-\\-" + flag.name.split(separator: "-").joined(separator: "\\-")))
    }
    let requests = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".I", ".nf", ".fi", ".RS", ".RE"]
    for line in text.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }

  @Test("offers every flag and command to every shell", arguments: Shell.allCases)
  func completions(shell: Shell) {
    let text = shell.completions
    for command in CommandName.allCases { #expect(text.contains(command.rawValue)) }
    for flag in FlagTable.all { #expect(text.contains(shell == .fish ? "-l \(flag.name)" : "--\(flag.name)")) }
  }
}
