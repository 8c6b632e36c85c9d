import Foundation
import OrthoticCore
import Testing

@Suite struct ShownTextTests {
  @Test("what moves a cursor, turns the writing or hides is spelled out, letters of all languages are not")
  func spelledOut() {
    #expect("\u{1B}[2Jname\u{7}".spelledOut() == "\\u{1B}[2Jname\\u{7}")
    #expect("foot\u{202E}lts.exe".spelledOut() == "foot\\u{202E}lts.exe")
    #expect("a\r\nb\tc".spelledOut() == "a\\r\\nb\\tc")
    #expect("a\r\nb\tc".spelledOut(keepingLines: true) == "a\\r\nb\tc")
    for trick in ["\u{0}", "\u{9B}", "\u{200B}", "\u{2028}", "\u{2066}", "\u{FEFF}", "\u{E0041}"] {
      #expect("x\(trick)".spelledOut().hasPrefix("x\\u{"), "\(trick.unicodeScalars)")
    }
    for plain in ["Füße – 5 µm …", "足底圧", "قدم", "-1.5", ""] { #expect(plain.spelledOut() == plain) }
  }

  @Test("JSON with them escaped means the same")
  func json() throws {
    let text = "{\n  \"name\" : \"a\u{202E}b\u{E0041}c\"\n}"
    let escaped = text.escapedJSON
    #expect(escaped.unicodeScalars.allSatisfy { $0.isASCII })
    let read = { (text: String) in
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
    }
    #expect(try read(escaped) == read(text))
  }
}
