/// A vendor's file that went through a spreadsheet: other separators, quotes, padding, decimal commas.
///
/// Vendors' programs write tabs (or, Tekscan and XSENSOR, commas). A spreadsheet that opens such a text and saves it
/// again pads every line to the same number of fields, sets what holds a separator in quotes, and writes numbers as its
/// country does. Undone here, so that each reader knows its vendor's own form only.
enum ResavedText {
  /// Share of the first lines that must show a sign.
  private static let most = 0.5

  /// The separator of a text that a spreadsheet saved, judged by its first lines; `nil` for one that none did.
  static func separator(_ opening: PressureFileOpening) -> UInt8? {
    guard let first = opening.lines.first else { return nil }
    if let told = GridText.toldSeparator(first) { return told }
    let lines = opening.lines.map { Array($0.bytes[$0.range]) }
    func share(_ isSo: ([UInt8]) -> Bool) -> Double { Double(lines.count(where: isSo)) / Double(lines.count) }
    let hasTabs = share { $0.contains(UInt8(ascii: "\t")) } > 0
    if !hasTabs, share({ $0.contains(UInt8(ascii: ";")) }) >= most { return UInt8(ascii: ";") }
    // Decimal commas between tabs.
    if share({ $0.contains(UInt8(ascii: "\t")) && hasDecimalComma($0) }) >= most / 2 { return UInt8(ascii: "\t") }
    // XSENSOR's own files have quotes round the file's name.
    if share({ $0.contains(UInt8(ascii: "\"")) && !$0.starts(with: Array("File".utf8)) }) > 0 {
      return hasTabs ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    }
    // Padded to one width with commas.
    guard !hasTabs else { return nil }
    let counts = lines.map { line in line.count { $0 == UInt8(ascii: ",") } }
    let padded = zip(lines, counts).count { $0.last == UInt8(ascii: ",") && $1 >= 2 }
    return Double(padded) >= most / 2 * Double(lines.count) ? UInt8(ascii: ",") : nil
  }

  private static func hasDecimalComma(_ line: [UInt8]) -> Bool {
    line.indices.dropFirst().dropLast().contains {
      line[$0] == UInt8(ascii: ",") && GridText.isDigit(line[$0 - 1]) && GridText.isDigit(line[$0 + 1])
    }
  }

  /// The text with the vendor's own separators, points for decimal commas, and no padding.
  ///
  /// - Parameters:
  ///   - separator: what stands between the fields.
  ///   - joiner: what the vendor writes there.
  static func restored(_ bytes: [UInt8], separator: UInt8, joiner: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var scanner = TextScanner(bytes)
    var isFirst = true
    while let line = scanner.nextLine() {
      if isFirst, GridText.toldSeparator(line.trimmed) != nil { continue }
      isFirst = false
      var fields = GridText.fields(line, separator: separator)
      while let last = fields.last, last.isEmpty { fields.removeLast() }
      for (number, field) in fields.enumerated() {
        if number > 0 { result.append(joiner) }
        let isDecimal = GridText.isDecimalComma(field)
        result.append(contentsOf: isDecimal ? field.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 } : field)
      }
      result.append(UInt8(ascii: "\n"))
    }
    return result
  }
}
