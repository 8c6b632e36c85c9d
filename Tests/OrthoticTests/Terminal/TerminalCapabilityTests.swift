import Testing

@testable import orthotic

@Suite struct TerminalCapabilityTests {
  @Test("takes the colours that the terminal names, and none where nobody looks or none are wanted")
  func capability() {
    func found(_ environment: [String: String], isTerminal: Bool = true) -> String {
      "\(StandardStream.capability(isTerminal: isTerminal, environment: environment))"
    }
    #expect(found(["TERM": "xterm-256color", "COLORTERM": "truecolor"]) == "trueColor")
    #expect(found(["TERM": "xterm-256color"]) == "palette")
    #expect(found(["TERM": "vt100"]) == "plain")
    #expect(found([:]) == "plain")
    #expect(found(["TERM": "dumb", "COLORTERM": "truecolor"]) == "plain")
    #expect(found(["TERM": "xterm-256color", "NO_COLOR": "1"]) == "plain")
    #expect(found(["TERM": "xterm-256color", "COLORTERM": "truecolor"], isTerminal: false) == "plain")
  }
}
