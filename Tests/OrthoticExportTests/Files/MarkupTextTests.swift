import Testing

@testable import OrthoticExport

@Suite struct MarkupTextTests {
  @Test(
    "text cannot leave its place in the markup",
    arguments: [
      ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"), ("two\nlines\r\n", "two lines  "),
      ("bell\u{7} and \u{0}", "bell and "), ("Fuß 足", "Fuß 足"),
      ("Dr \u{202E}gnol \u{200B}x", "Dr \\u{202E}gnol \\u{200B}x"), ("narrow\u{202F}%", "narrow\u{202F}%"),
    ])
  func textCannotLeave(text: String, expected: String) {
    #expect(MarkupText.escaped(text) == expected)
  }
}
