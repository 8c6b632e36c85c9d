import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct JSONDocumentTests {
  private func read(_ text: String) throws(InputError) -> JSONDocument {
    try JSONDocument.read(InputFile(name: "case.json", bytes: Array(text.utf8)))
  }

  @Test("keeps order, lines and escapes")
  func reads() throws {
    let document = try read("{\n \"b\": \"a\\u00b0\\ud83d\\ude00\\n\",\n \"a\": [1, -2.5e3, true, null, {}]\n}")
    guard case .object(let members) = document.content else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["b", "a"])
    #expect(members.map(\.line) == [2, 3])
    #expect(members[0].value.content == .text("a°😀\n"))
    guard case .list(let items) = members[1].value.content else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.content) == [.number("1"), .number("-2.5e3"), .boolean(true), .null, .object([])])
  }

  @Test(
    "names the line where a text stops being JSON",
    arguments: [
      ("", 0), ("{", 1), ("{\n\"a\" 1}", 2), ("{\"a\": 1,\n}", 2), ("{\"a\":\n 12 mm}", 2), ("{\"a\": \"x\n\"}", 1),
      ("[1 2]", 1), ("{} x", 1), ("\"\\x\"", 1), ("\"\\ud800\"", 1), ("\"\\u12", 1), ("\"\\", 1), ("1e999", 1),
      ("--1", 1), ("{\"a\":1,\n\"a\":2}", 2), ("\u{0}", 1), ("tru", 1), (String(repeating: "[", count: 100_000), 1),
    ])
  func refuses(text: String, line: Int) {
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.place == (line == 0 ? .wholeFile : .line(line)))
    #expect(error?.source == "case.json")
  }

  @Test("never traps on bytes of any kind, whole or cut short")
  func survivesAnything() {
    var random = SplitMix64(seed: 7)
    let seed = Array("{\"a\": [1, \"\\u00b0\", {\"b\": -1.5e3}], \"c\": null}".utf8)
    for _ in 0..<2000 {
      var bytes = seed
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8(truncatingIfNeeded: random.next())
      }
      bytes.removeLast(Int.random(in: bytes.indices, using: &random))
      _ = try? JSONDocument.read(InputFile(name: "x", bytes: bytes))
    }
  }
}
