import OrthoticCore
import Testing

@Suite struct TextScannerTests {
  private func lines(_ text: String) -> [String] {
    var scanner = TextScanner(Array(text.utf8))
    var found: [String] = []
    while let line = scanner.nextLine() {
      found.append(line.text)
      #expect(line.number == found.count)
    }
    return found
  }

  @Test("ends lines at line feeds, returns or both") func endsLinesAtLine() {
    #expect(lines("a\nb\r\nc\rd") == ["a", "b", "c", "d"])
    #expect(lines("a\n\nb\n") == ["a", "", "b"])
    #expect(lines("") == [])
    #expect(lines("\n") == [""])
  }

  @Test("skips a byte order mark") func skipsAByteOrder() { #expect(lines("\u{feff}File:\n") == ["File:"]) }

  @Test("decodes Latin-1 where UTF-8 fails") func decodesLatin1() {
    let line = TextLine(bytes: Array("N/cm".utf8) + [0xb2], range: 0..<5, number: 1)
    #expect(line.text == "N/cm²")
    #expect(lines("N/cm²") == ["N/cm²"])
  }

  @Test("a line that was put back comes again") func putBack() throws {
    var scanner = TextScanner(Array("a\nb".utf8))
    let first = scanner.nextLine()
    scanner.putBack(try #require(first))
    #expect(scanner.nextLine()?.text == "a" && scanner.nextLine()?.number == 2)
  }

  @Test("skips blank lines on request and keeps their count") func skipsBlankLines() {
    var scanner = TextScanner(Array("\n \t\nx".utf8))
    #expect(scanner.nextFilledLine()?.number == 3)
    #expect(scanner.nextFilledLine() == nil)
    #expect(scanner.isAtEnd)
  }
}

@Suite struct TextLineTests {
  private func line(_ text: String) -> TextLine {
    TextLine(bytes: Array("#\(text)#".utf8), range: 1..<(text.utf8.count + 1), number: 7)
  }

  @Test("splits at runs of white space") func splitsAtRuns() {
    #expect(line("  a \t b  ").fields(by: .whitespace).map(\.text) == ["a", "b"])
    #expect(line("").fields(by: .whitespace).isEmpty)
  }

  @Test("keeps empty fields between separators") func keepsEmptyFieldsBetween() {
    #expect(line("a,, b ,").fields(by: .comma).map(\.text) == ["a", "", "b", ""])
    #expect(line("").fields(by: .comma).isEmpty)
  }

  @Test("reads numbers and names the first field that is none") func readsNumbersAndNames() {
    #expect(line("1\t2.5\t-3\t").numbers(by: .tab) == [1, 2.5, -3])
    #expect(line("1,5;2;").numbers(by: .semicolon, decimalComma: true) == [1.5, 2])
    #expect(line("1,B,3").numbers(by: .comma) == nil)
    var values: [Double] = []
    #expect(line("1,B,3").appendNumbers(to: &values, by: .comma)?.text == "B")
    #expect(values == [1])
    #expect(line("1,,3").appendNumbers(to: &values, by: .comma)?.text == "")
  }

  @Test("reads single values with blanks around") func readsSingleValues() {
    #expect(line(" 2,5 ").value(decimalComma: true) == 2.5)
    #expect(line(" 12 ").integer == 12)
    #expect(line("x").value() == nil)
  }

  @Test("compares prefixes without case unless asked") func comparesPrefixesWithoutCase() {
    #expect(line("[Data]").starts(with: "[data"))
    #expect(!line("[Data]").starts(with: "[data", ignoringCase: false))
    #expect(!line("[D").starts(with: "[data"))
  }
}
