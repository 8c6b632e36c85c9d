import OrthoticCore
import ParametricFoot
import Testing

@Suite struct NumberParserTests {
  @Test(
    "reads numbers",
    arguments: [
      ("0", 0), ("-0", -0.0), ("7", 7), ("+7", 7), ("1.5", 1.5), (".5", 0.5), ("5.", 5), ("-12.25e1", -122.5),
      ("1E3", 1000), ("1e-3", 0.001), ("219.807068", 219.807068), ("9007199254740993", 9_007_199_254_740_992),
      ("1.234567890123456789e+02", 123.45678901234568), ("1e400", .infinity), ("-1e400", -.infinity),
      ("1e-400", 0), ("4.9e-324", .leastNonzeroMagnitude), ("1.7976931348623157e308", 1.797_693_134_862_315_7e308),
      ("inf", .infinity), ("-Infinity", -.infinity),
    ] as [(String, Double)])
  func readsNumbers(text: String, value: Double) {
    #expect(NumberParser.number(text) == value)
    #expect(NumberParser.number(text)?.sign == value.sign)
  }

  @Test(
    "reads the same at the end of the text and with more behind",
    arguments: [
      "0", "-0", "7", "+7", "1.5", ".5", "-.5", "5.", "-12.25e1", "1E3", "1e-3", "219.807068", "12345678.5",
      "1.12345678",
      "9007199254740993", "1e400", "inf", "-Infinity", "nan", "", "-", ".", "-.", "e5", "x", "-x", "\n",
    ])
  func readsTheSame(text: String) {
    // Only text with more behind it is read eight bytes at a time.
    let alone = Array(text.utf8)
    let followed = Array((text + " 123456 0.25 nan 7 8 9 10 11 12").utf8)
    var (end, position) = (0, 0)
    let expected = NumberParser.number(in: alone.span, at: &end, end: alone.count)
    let found = NumberParser.number(in: followed.span, at: &position, end: followed.count)
    #expect(found?.bitPattern == expected?.bitPattern)
    #expect(position == end)
  }

  @Test(
    "refuses what is no number",
    arguments: [
      "", "-", ".", "-.", "e5", "1e", "1e+", "1x", " 1", "1 ", "1,5", "0x10", "--1", "in", "abc", "1.2.3",
    ])
  func refusesWhatIsNo(text: String) { #expect(NumberParser.number(text) == nil) }

  @Test("reads nan in any case") func readsNanInAny() {
    for text in ["nan", "NaN", "-NAN", "nan(ind)", "-nan(snan)", "1.#QNAN", "-1.#IND", "1.#SNAN0", "1.#QO"] {
      #expect(NumberParser.number(text)?.isNaN == true)
      #expect(first(text).value?.isNaN == true)
      #expect(first(text).length == text.utf8.count)
    }
    for (text, value) in [("1.#INF", Double.infinity), ("-1.#INF00", -.infinity)] {
      #expect(NumberParser.number(text) == value)
      #expect(first(text).value == value)
    }
    for text in ["1.#", "1#QNAN", "1.5#QNAN", "nan( )"] { #expect(NumberParser.number(text) == nil) }
    #expect(first("1#QNAN").value == 1)
  }

  @Test("reads decimal commas") func readsDecimalCommas() {
    #expect(NumberParser.number("1,5", decimalComma: true) == 1.5)
    #expect(NumberParser.number("1.5", decimalComma: true) == nil)
  }

  @Test("stops behind the number and leaves the rest") func stopsBehindTheNumber() {
    let bytes = Array("12.5e;7".utf8)
    var position = 0
    #expect(NumberParser.number(in: bytes.span, at: &position, end: bytes.count) == 12.5)
    #expect(position == 4)
  }

  @Test("rounds like the standard library for any double in any notation") func roundsLikeTheStandard() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<4000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(NumberParser.number("\(value)") == value)
    }
    for _ in 0..<4000 {
      let digits = UInt64.random(in: 0...(.max), using: &random) >> UInt64.random(in: 0...63, using: &random)
      let text = "\(digits)e\(Int.random(in: -40...40, using: &random))"
      #expect(NumberParser.number(text) == Double(text), "\(text)")
    }
  }

  /// The first number of a text that goes on far enough to be read eight bytes at a time.
  private func first(_ text: String, decimalComma: Bool = false) -> (value: Double?, length: Int) {
    let bytes = Array((text + " and some words more than enough").utf8)
    var position = 0
    let value = NumberParser.number(in: bytes.span, at: &position, end: bytes.count, decimalComma: decimalComma)
    return (value, position)
  }

  @Test("reads the same inside a long text") func readsTheSameInside() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<6000 {
      let whole = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        "0123456789".randomElement(using: &random) ?? "0"
      }
      let part = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        "0123456789".randomElement(using: &random) ?? "0"
      }
      let exponents = ["", "", "e5", "e+00", "E-03", "e+12", "e-300", "e+7", "e-"]
      let sign = ["", "-", "+"].randomElement(using: &random) ?? ""
      let point = part.isEmpty && Bool.random(using: &random) ? "" : "."
      let number = sign + String(whole) + point + String(part)
      let exponent = exponents.randomElement(using: &random) ?? ""
      guard !(whole.isEmpty && part.isEmpty) else { continue }
      let text = number + (exponent == "e-" ? "" : exponent)
      let expected = Double(text.hasPrefix("+") ? String(text.dropFirst()) : text)
      #expect(first(number + exponent).value == expected, "\(number + exponent)")
      #expect(first(number + exponent).length == text.utf8.count, "\(number + exponent)")
    }
    for text in [".", "-", "", "-.", "x", "e5", "\u{80}1", "/", ":"] {
      #expect(first(text).value == nil)
      #expect(first(text).length == 0)
    }
    #expect(first("-inf").value == -.infinity)
    #expect(first("nan").value?.isNaN == true)
    #expect(first("-0").value?.sign == .minus)
    #expect(first("12,5", decimalComma: true).value == 12.5)
    #expect(first("12,5").length == 2)
  }

  @Test("bounds its work on endless digits") func boundsItsWork() {
    let long = String(repeating: "0", count: 5000) + String(repeating: "1", count: 5000)
    #expect(NumberParser.number("0." + long) == 0)
    #expect(NumberParser.number("1e" + String(repeating: "9", count: 5000)) == .infinity)
    #expect(NumberParser.number("0." + String(repeating: "0", count: 50) + "1e51") == 1)
    #expect(NumberParser.number("0." + String(repeating: "3", count: 5000)) == 1.0 / 3)
  }

  @Test("reads whole numbers and refuses overflow") func readsWholeNumbers() {
    #expect(NumberParser.integer(Array("-42".utf8).span) == -42)
    #expect(NumberParser.integer(Array("1000000000000000000".utf8).span) == 1_000_000_000_000_000_000)
    for text in ["", "-", "9223372036854775808", "1.0", "12a"] {
      #expect(NumberParser.integer(Array(text.utf8).span) == nil)
    }
  }
}
