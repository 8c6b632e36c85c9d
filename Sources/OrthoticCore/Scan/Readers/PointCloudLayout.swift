/// How the rows of a point table are written, found from its first lines.
struct PointCloudLayout: Equatable {
  /// Byte between two numbers beside white space; 0 where there is only white space.
  var separator: UInt8
  /// Whether decimals are written with a comma.
  var decimalComma: Bool
  /// First byte of the first row.
  var firstRow: Int
  /// Numbers per row.
  var columns: Int
  /// Rows that the file holds if they are as long as the first ones; only a hint.
  var expectedRows: Int

  /// How many lines may precede the first row: a title, a count of points, comments.
  private static let longestHeader = 32

  /// Finds the layout, or gives `nil` where no row of three numbers is near the beginning.
  init?(recognizing bytes: [UInt8]) {
    var scanner = TextScanner(bytes)
    for _ in 0..<Self.longestHeader {
      let start = scanner.position
      guard let line = scanner.nextLine() else { return nil }
      guard line.count < 1 << 16 else { return nil }
      for (separator, decimalComma) in Self.candidates {
        let kind = separator == 0 ? FieldSeparator.whitespace : .byte(separator)
        guard let values = line.numbers(by: kind, decimalComma: decimalComma), values.count >= 3 else { continue }
        self.separator = separator
        self.decimalComma = decimalComma
        firstRow = start
        columns = values.count
        expectedRows = (bytes.count - start) / max(line.count, 6)
        return
      }
    }
    return nil
  }

  /// Separator and decimal comma, the likelier first: `1,5 2,5 3,5` must not become six numbers.
  private static let candidates: [(UInt8, Bool)] = [
    (0, false), (0, true), (UInt8(ascii: ";"), false), (UInt8(ascii: ";"), true), (UInt8(ascii: ","), false),
  ]
}
