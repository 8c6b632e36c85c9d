import Testing

@testable import orthotic

@Suite struct TextTableTests {
  @Test("aligns the first column left, the others right, and leaves no spaces at the ends")
  func aligns() {
    var table = TextTable()
    table.add(["region", "peak", "area"])
    table.add(["heel", "313.0"])
    table.add(["forefoot", "9", "1.25"])
    #expect(table.text == "region     peak  area\nheel      313.0\nforefoot      9  1.25\n")
  }

  @Test(
    "prints a fixed number of decimals",
    arguments: [
      (1.25, 1, "1.3"), (-1.25, 1, "-1.3"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (12, 0, "12"), (0.5, 2, "0.50"),
      (-0.05, 2, "-0.05"), (1e300, 1, "1e+300"), (.nan, 1, "-"), (.infinity, 1, "-"),
    ])
  func decimals(value: Double, decimals: Int, text: String) {
    #expect(tableText(value, decimals: decimals) == text)
  }

  @Test("marks what is absent")
  func absent() {
    #expect(tableText(nil, decimals: 1) == "-")
  }

  @Test("wraps text at words")
  func wraps() {
    #expect("one two three".wrapped(width: 10, indent: 2) == ["  one two", "  three"])
    #expect("extraordinarily long".wrapped(width: 5, indent: 0) == ["extraordinarily", "long"])
    #expect("".wrapped(width: 5, indent: 0) == [])
  }
}
