import OrthoticCore
import Testing

@testable import orthotic

@Suite struct PrescriptionArgumentsTests {
  private func parse(_ line: String, for command: CommandName) throws -> ParsedArguments {
    try ArgumentParser.parse(line.split(separator: " ").map(String.init), for: command)
  }

  @Test("puts flags over defaults, whatever their order")
  func flags() throws {
    var expected = Prescription()
    expected.rearfootPost = 4
    expected.offloadMode = .off
    expected.offloadThreshold = 200
    for line in [
      "--rearfoot-post 4varus --offload 200kPa --offload-mode off",
      "--offload-mode off --offload 200kPa --rearfoot-post 4",
    ] {
      #expect(try parse(line, for: .design).prescription().prescription == expected)
    }
  }

  @Test("makes a variant of each dose, and of each pair of doses for two series")
  func variants() throws {
    let one = try parse("--rearfoot-post 0,2,4varus --heel-cup 14", for: .compare).variants()
    #expect(one.map(\.name) == ["rearfoot-post 0", "rearfoot-post 2", "rearfoot-post 4varus"])
    #expect(one.map(\.prescription.rearfootPost) == [0, 2, 4])
    #expect(one.allSatisfy { $0.prescription.heelCupDepth == 14 })
    let two = try parse("--met-pad 3,5 --met-pad-at 6,10", for: .compare).variants()
    #expect(two.count == 4 && two[1].name == "met-pad 3, met-pad-at 10")
    #expect(try parse("", for: .compare).variants().map(\.name) == ["standard"])
  }

  @Test("refuses more variants than a table can hold")
  func tooMany() throws {
    let doses = (0..<6).map(String.init).joined(separator: ",")
    let all = ["heel-lift", "met-pad", "arch-height", "rearfoot-post"].map { "--\($0) \(doses)" }
    let arguments = try parse(all.joined(separator: " "), for: .compare)
    #expect(throws: UsageError.self) { try arguments.variants() }
  }
}
