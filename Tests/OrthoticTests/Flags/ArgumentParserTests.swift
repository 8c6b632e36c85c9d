import OrthoticCore
import Testing

@testable import orthotic

@Suite struct ArgumentParserTests {
  private func parse(_ line: String, for command: CommandName = .design) throws(UsageError) -> ParsedArguments {
    try ArgumentParser.parse(line.split(separator: " ").map(String.init), for: command)
  }

  @Test("reads a flag's value behind a space or an equals sign, long or short")
  func forms() throws {
    for line in ["--output x.stl", "--output=x.stl", "-o x.stl", "-ox.stl", "-o=x.stl"] {
      let parsed = try parse(line)
      #expect(parsed.text(.output) == "x.stl", "\(line)")
      #expect(parsed.operands.isEmpty)
    }
    let cluster = try parse("-qj2 scan.ply")
    #expect(cluster.isOn(.quiet) && cluster.whole(.threads) == 2)
    #expect(cluster.operands == ["scan.ply"])
  }

  @Test("a flag's former name is taken where it was one, and nowhere else")
  func formerNames() throws {
    #expect(try parse("--goal mt2", for: .compare).text(.rank) == "mt2")
    #expect(try parse("--goal=heel", for: .compare).text(.rank) == "heel")
    #expect(throws: UsageError.self) { try parse("--goal mt2 --rank heel", for: .compare) }
    #expect(throws: UsageError.self) { try parse("--goal mt2") }
    for (command, names) in Flag.formerNames {
      for (former, name) in names {
        let flags = FlagTable.flags(of: command).map(\.name)
        #expect(flags.contains(name) && !flags.contains(former))
      }
    }
  }

  @Test("takes operands anywhere, a lone hyphen among them, and everything behind two hyphens")
  func operands() throws {
    #expect(try parse("a --json b").operands == ["a", "b"])
    #expect(try parse("- --json").operands == ["-"])
    #expect(try parse("--json -- --output -o").operands == ["--output", "-o"])
    #expect(try parse("-o -").text(.output) == "-")
  }

  @Test("tells a negative number from a flag")
  func negativeNumbers() throws {
    let flag = try #require(FlagTable.flag(named: "arch-height"))
    #expect(try parse("--arch-height -3").number(flag) == -3)
    #expect(try parse("--arch-height=-3mm").number(flag) == -3)
    #expect(try parse("--arch-height -.5").number(flag) == -0.5)
    #expect(throws: UsageError.self) { try parse("--arch-height -x") }
  }

  @Test("gives a series of doses to compare only")
  func series() throws {
    let flag = try #require(FlagTable.flag(named: "rearfoot-post"))
    let parsed = try parse("--rearfoot-post 0,2varus,-4", for: .compare)
    #expect(parsed.values(of: flag).map(\.value) == [.number(0), .number(2), .number(-4)])
    let error = #expect(throws: UsageError.self) { try parse("--rearfoot-post 0,2") }
    #expect(error?.message == "--rearfoot-post 0,2: design takes one value; a series of doses is for orthotic compare")
    #expect(throws: UsageError.self) { try parse("--rearfoot-post 0,,2", for: .compare) }
  }

  @Test("collects a flag that repeats and refuses two different values for one that does not")
  func repeated() throws {
    #expect(try parse("--rx a.json --rx b.json", for: .compare).texts(.prescription) == ["a.json", "b.json"])
    #expect(throws: Never.self) { try parse("--json --json --thickness 3 --thickness 3mm") }
    let error = #expect(throws: UsageError.self) { try parse("--thickness 3 --thickness 4") }
    #expect(error?.message == "--thickness is given twice, as 3 and as 4: give it once")
  }

  @Test(
    "refuses what it does not know in one line that says what to write",
    arguments: [
      (
        "--arch-hight 3",
        "unknown flag --arch-hight: did you mean --arch-height? orthotic design --help lists all flags"
      ),
      ("--zebra", "unknown flag --zebra: orthotic design --help lists all flags"),
      ("-x", "unknown flag -x: orthotic design --help lists all flags"),
      ("-thickness 3", "unknown flag -thickness: did you mean --thickness?"),
      ("--json=yes", "--json takes no value: write --json alone"),
      ("--thickness", "--thickness needs a value: a length from 1.5 to 8 mm, such as --thickness 4mm"),
      ("--thickness --json", "--thickness needs a value: a length from 1.5 to 8 mm, such as --thickness 4mm"),
      ("--thickness 9", "--thickness 9: expected a length from 1.5 to 8 mm, such as --thickness 4mm"),
      ("--thickness=", "--thickness : expected a length from 1.5 to 8 mm, such as --thickness 4mm"),
      ("--heel-cup 3kg", "--heel-cup 3kg: expected a length from 0 to 30 mm, such as --heel-cup 10mm"),
      (
        "--arch-contact 0.8",
        "--arch-contact 0.8: could mean 0.8 % or 80 %; write the percent sign, such as --arch-contact 80%"
      ),
      ("--side lft", "--side lft: did you mean left? It takes left or right"),
      ("--threads -1", "--threads -1: expected a whole number from 0 to 1024, such as --threads 2"),
      (
        "--threads 99999999999999999999",
        "--threads 99999999999999999999: expected a whole number from 0 to 1024, such as --threads 2"
      ),
    ])
  func refuses(line: String, message: String) {
    let error = #expect(throws: UsageError.self) { try parse(line) }
    #expect(error?.message == message)
  }

  @Test("says which commands take a flag that this one does not")
  func otherCommand() {
    let error = #expect(throws: UsageError.self) { try parse("--rx a.json", for: .check) }
    #expect(
      error?.message == "--rx is no flag of check; it belongs to orthotic design, orthotic compare, orthotic optimize")
  }

  @Test("keeps every message to one line whatever it was given")
  func oneLine() {
    let long = String(repeating: "x", count: 100_000)
    for words in [["--" + long], ["--thickness", long], ["--side", long], ["-" + long], ["--thickness", "1\n2"]] {
      let error = #expect(throws: UsageError.self) { try ArgumentParser.parse(words, for: .design) }
      #expect((error?.message.count ?? .max) < 300)
    }
  }
}
