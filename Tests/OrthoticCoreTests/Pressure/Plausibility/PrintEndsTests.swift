import Testing

@testable import OrthoticCore

/// Ends of prints: what only a cut makes, and what toes make.
@Suite struct PrintEndsTests {
  /// A print, heel first, a digit for each cell: tens of kPa.
  private func ends(_ front: [String]) -> PrintEnds {
    let rear = [
      "00012000", "00255200", "05888500", "05999500", "05888500", "00444300", "00033300", "00033300", "00033300",
      "00033330",
      "05688830", "05999880", "05998885",
    ]
    let rows = rear + front
    let values = rows.flatMap { row in row.map { Double($0.wholeNumberValue ?? 0) * 10 } }
    return PrintEnds(
      PressureMap(columns: 8, rows: rows.count, cellWidth: 10, cellLength: 10, values: values))
  }

  @Test("toes that end in one row are no straight edge") func toes() {
    let whole = ends(["00220000", "03300200", "04400300"])
    #expect(!whole.isHeelCut && !whole.isFrontCut)
  }

  @Test("a row of the ball that ends the print is one") func ball() {
    #expect(ends(["05997770"]).isFrontCut)
    #expect(!ends([]).findings.isEmpty)
  }
}
