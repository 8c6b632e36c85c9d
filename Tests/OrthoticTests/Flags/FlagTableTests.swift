import OrthoticCore
import Testing

@testable import orthotic

@Suite struct FlagTableTests {
  @Test("names every flag once")
  func namesAreUnique() {
    let names = FlagTable.all.map(\.name)
    #expect(Set(names).count == names.count)
    let shorts = FlagTable.all.compactMap(\.short)
    #expect(Set(shorts).count == shorts.count)
  }

  @Test("holds every element of the prescription vocabulary")
  func holdsElements() {
    for element in PrescriptionVocabulary.elements {
      #expect(FlagTable.flag(named: element.flag)?.commands.starts(with: [.design, .compare]) == true)
    }
  }

  @Test(
    "explains every flag in one line, without a full stop that help adds itself", arguments: FlagTable.all.map(\.name))
  func explains(name: String) throws {
    let flag = try #require(FlagTable.flag(named: name))
    #expect(!flag.summary.isEmpty && flag.summary.count <= 100 && !flag.summary.hasSuffix("."))
    #expect(flag.summary.first?.isUppercase == true)
    #expect(flag.detail.isEmpty || flag.detail.hasSuffix("."))
    #expect(!flag.commands.isEmpty)
  }

  @Test("gives for every flag an example that the parser takes", arguments: FlagTable.all.map(\.name))
  func examplesParse(name: String) throws {
    let flag = try #require(FlagTable.flag(named: name))
    for command in flag.commands {
      let words = flag.isToggle ? ["--\(name)"] : ["--\(name)", flag.kind.example]
      let parsed = try ArgumentParser.parse(words, for: command)
      #expect(parsed.isOn(flag))
    }
  }
}
