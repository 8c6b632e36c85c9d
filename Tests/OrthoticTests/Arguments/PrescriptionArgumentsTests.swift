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

  @Test("puts flags over a preset")
  func presets() throws {
    let named = try parse("--preset metatarsalgia --met-pad 4", for: .design).prescription()
    #expect(named.name == "metatarsalgia" && named.prescription.metatarsalPad == 4)
    #expect(named.prescription.thickness == 5)
    #expect(named.completeFile.notes?.contains("Hastings") == true)
  }

  @Test("puts flags over what a file says about one foot, and that over the rest")
  func perFoot() throws {
    var named = try parse("--heel-lift 3", for: .design).prescription()
    var file = PrescriptionFile(Prescription())
    file.overrides[.left] = [.init(key: "heelLift", text: "6 mm"), .init(key: "heelCup", text: "14 mm")]
    named.file = file
    #expect(named.prescription(for: .left).heelCupDepth == 14 && named.prescription(for: .right).heelCupDepth == 12)
    #expect(named.prescription(for: .left).heelLift == 3, "the flag has the last word")
    #expect(named.completeFile.overrides[.left]?.map(\.key) == ["heelCup"])
  }

  @Test("sees rules with what the person's findings decide: an insensate foot's edge is made soft before it is judged")
  func rules() throws {
    let named = try parse("--monofilament mt1", for: .design).prescription()
    #expect(!named.ruleFindings(for: [.left, .right]).contains { $0.severity == .error })
    let hard = try parse("--monofilament mt1 --edge-radius 0.5", for: .design).prescription()
    #expect(hard.ruleFindings(for: [.left]).contains { $0.code == "insensate-hard-rim" })
  }
}
