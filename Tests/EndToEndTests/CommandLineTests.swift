import Foundation
import Testing

/// What holds for every command, as a user meets it.
@Suite struct CommandLineTests {
  @Test("without arguments it explains itself and says that a command was missing")
  func nothing() throws {
    let run = try BuiltProgram.run([])
    #expect(run.code == 64 && run.output.isEmpty)
    #expect(run.messages.contains("Commands:"))
  }

  @Test(
    "help goes to standard output and ends well",
    arguments: [
      ["--help"], ["-h"], ["help"], ["help", "design"], ["design", "--help"], ["design", "-h"],
      ["measure", "--help"], ["check", "--no-such-flag", "--help"], ["--version"], ["man"], ["completions", "zsh"],
    ])
  func help(arguments: [String]) throws {
    let run = try BuiltProgram.run(arguments)
    #expect(run.code == 0 && run.messages.isEmpty && !run.output.isEmpty)
  }

  @Test(
    "a wrong command line ends with 64 and one line",
    arguments: [
      ["desing", "x"], ["scan.ply"], ["--json"], ["design"], ["design", "a", "b"], ["design", "a", "--nonsense"],
      ["design", "a", "--thickness", "99"], ["measure"], ["check"], ["completions", "csh"], ["help", "me"], [""],
      ["design", "a", "--pressure", "b", "--pressure-cell", "5x"], ["design", "-", "--pressure", "-"],
      ["design", "a", "--rx", "b", "--rx", "c"],
      ["compare", "a", "--json", "--csv"],
    ])
  func usage(arguments: [String]) throws {
    let run = try BuiltProgram.run(arguments)
    #expect(run.code == 64 && run.output.isEmpty)
    #expect(run.messageLines.count == 1 && run.messages.hasPrefix("error: "), "\(run.messages)")
  }

  @Test("a prescription goes round: flags, file, flags over the file")
  func prescription() throws {
    try BuiltProgram.withScratchFolder { folder in
      let file = folder + "/rx.json"
      let first = try BuiltProgram.run([
        "design", "--heel-cup", "14", "--cast-fill", "1/8in", "--arch-height=-2", "--print-rx",
      ])
      #expect(first.code == 0)
      BuiltProgram.write(Array(first.output.utf8), to: file)
      let second = try BuiltProgram.run(["design", "--rx", file, "--print-rx"])
      #expect(second.output == first.output)
      let third = try BuiltProgram.run(["design", "--rx", file, "--heel-cup", "10", "--print-rx"])
      #expect(third.output.contains("\"heelCup\": \"10 mm\"") && third.output.contains("\"castFill\": \"3.175 mm\""))
    }
  }

  @Test("a prescription with an unknown key is refused by its line, with the key that was meant")
  func unknownKey() throws {
    try BuiltProgram.withScratchFolder { folder in
      let file = folder + "/rx.json"
      BuiltProgram.write(Array("{\n  \"heelCupp\": \"14 mm\"\n}".utf8), to: file)
      let run = try BuiltProgram.run(["design", "--rx", file, "--print-rx"])
      #expect(run.code == 65 && run.output.isEmpty)
      #expect(run.messages.contains("line 2") && run.messages.contains("\"heelCup\""), "\(run.messages)")
    }
  }

  @Test("bash takes the completions and offers what fits")
  func bashCompletions() throws {
    guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
    try BuiltProgram.withScratchFolder { folder in
      let script = try BuiltProgram.run(["completions", "bash"]).output
      for (words, expected) in [
        ("orthotic des", "design"), ("orthotic design --arch-c", "--arch-contact"),
        ("orthotic design --scan-load se", "semi"), ("orthotic completions f", "fish"),
      ] {
        let list = words.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
        let test =
          script
          + "\nCOMP_WORDS=(\(list)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _orthotic; echo \"${COMPREPLY[*]}\"\n"
        let path = folder + "/test.bash"
        BuiltProgram.write(Array(test.utf8), to: path)
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [path]
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: output, as: UTF8.self) == expected + "\n", "\(words)")
      }
    }
  }

  @Test(
    "every example of the help runs as it stands",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func examples() throws {
    try BuiltProgram.withScratchFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/Samples", withDestinationPath: BuiltProgram.package + "/Samples")
      var count = 0
      for command in ["design", "compare", "measure", "pressure", "check", "completions", "man", "help"] {
        let help = try BuiltProgram.run(["help", command]).output
        for line in help.split(separator: "\n") where line.hasPrefix("  orthotic ") {
          // What stands behind > is the shell's.
          let words = line.split(separator: ">")[0].split(separator: " ").dropFirst().map(String.init)
          let run = try BuiltProgram.run(words, in: folder)
          // A design whose prediction misses a target is written all the same, and ends with 1.
          let isDone = run.code == 0 || run.code == 1 && run.messages.contains("[target-missed]")
          #expect(isDone, "\(line): \(run.messages)")
          count += 1
        }
      }
      #expect(count >= 12)
    }
  }

  @Test("the schema of records is printed")
  func recordSchema() throws {
    let schema = try BuiltProgram.run(["schema", "record"])
    #expect(schema.code == 0 && schema.output.contains("orthotic-design-record"))
  }
}
