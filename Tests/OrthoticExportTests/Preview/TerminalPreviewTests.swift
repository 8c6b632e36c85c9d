import OrthoticCore
import Testing

@testable import OrthoticExport

@Suite struct TerminalPreviewTests {
  private let escape: Character = "\u{1B}"

  private func preview() throws -> TerminalPreview { TerminalPreview(try SampleDesign.result.get()) }

  /// Text without what sets colours.
  private func bare(_ text: String) -> String {
    var result = ""
    var isCode = false
    for character in text {
      if character == escape { isCode = true }
      if !isCode { result.append(character) }
      if isCode, character == "m" { isCode = false }
    }
    return result
  }

  @Test("fits the terminal's width, whatever it can show", arguments: TerminalPreview.Capability.allCases)
  func fits(capability: TerminalPreview.Capability) throws {
    let preview = try preview()
    for columns in [1, 30, 80, 400] {
      let lines = bare(preview.text(columns: columns, capability: capability)).split(separator: "\n")
      #expect(lines.count > 8)
      #expect(lines.dropLast().allSatisfy { $0.count <= max(columns, 24) })
      #expect(lines.first?.contains("before") == true && lines.last?.hasSuffix("kPa") == true)
    }
  }

  @Test("is plain where the terminal is, and colours only what it names")
  func plain() throws {
    let plain = try preview().text(columns: 80, capability: .plain)
    #expect(!plain.contains(escape) && plain.contains("@") || plain.contains("%"))
    let palette = try preview().text(columns: 80, capability: .palette)
    #expect(palette.contains("38;5;") && !palette.contains("38;2;"))
    #expect(try preview().text(columns: 80, capability: .trueColor).contains("38;2;"))
  }

  @Test("shows before on the left, where the pressure is higher")
  func beforeIsHigher() throws {
    let preview = try preview()
    let lines = preview.text(columns: 72, capability: .plain).split(separator: "\n").dropFirst().dropLast()
    func weight(_ part: (Substring) -> Substring) -> Int {
      lines.map { part($0).count { "#%@".contains($0) } }.reduce(0, +)
    }
    #expect(weight { $0.prefix(36) } > weight { $0.dropFirst(36) })
  }
}
