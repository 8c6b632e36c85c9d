import Testing

@testable import orthotic

@Suite struct CSVCellTests {
  @Test(
    "what a spreadsheet takes for a formula becomes text, a number stays one",
    arguments: [
      ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1+1", "'+1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"),
      ("=1,2", "\"'=1,2\""), ("-2.5", "-2.5"), ("+4", "+4"), ("plain", "plain"), ("a\"b", "\"a\"\"b\""),
      ("a;b", "\"a;b\""),
      ("\t=1", "\\t=1"), ("met-pad 3", "met-pad 3"),
    ])
  func cells(text: String, cell: String) {
    #expect(CSVCell.text(text) == cell)
  }
}
