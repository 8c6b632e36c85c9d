/// The pages of an emed list.
struct EmedContent {
  /// The values of one page.
  struct Page {
    /// Which frame it belongs to, counted from 0.
    var frame: Int
    /// Absolute column numbers.
    var columns: ClosedRange<Int>
    /// Absolute row numbers in the order of the lines.
    var rows: [Int] = []
    /// The values, row by row, kPa.
    var values: [Float] = []
    /// Smallest row number.
    var firstRow: Int { rows.min() ?? 0 }
    /// Largest row number.
    var lastRow: Int { rows.max() ?? 0 }
  }

  /// What a page's heading says about it.
  private enum Kind: Equatable {
    case picture(Int)
    case maximum
    case mean
  }

  /// The pages to use: the frames, or the maximum picture where there are no frames.
  private(set) var pages: [Page] = []
  /// Whether `pages` is a maximum picture.
  private(set) var isSummary = false
  /// Cell width, mm.
  private(set) var cellWidth = 5.0
  /// Cell length, mm.
  private(set) var cellLength = 5.0
  /// Time per frame, s.
  private(set) var frameTime = 0.01
  /// What the user should know.
  private(set) var findings: [Finding] = []

  /// Largest plate side in sensors that any known system has, with room.
  private static let largestNumber = 4096

  init(_ file: InputFile) throws(InputError) {
    var scanner = TextScanner(file)
    var frames: [Page] = []
    var summary: [Page] = []
    var kind: Kind?
    var frameOfPicture: [Int: Int] = [:]
    var frame = -1
    var forceDoubts = 0
    while let line = scanner.nextLine() {
      let head = line.trimmed
      if head.starts(with: "Page "), !head.range.isEmpty {
        kind = nil
      } else if head.starts(with: "File:") || head.starts(with: "Sensor") || head.text.contains("Time/picture") {
        readGeometry(head.text)
      } else if head.starts(with: "Pict-No") {
        guard let number = Self.firstInteger(in: head.text.drop { $0 != ":" }) else {
          throw file.error(
            .malformed("picture number cannot be read"), at: line.place, expected: "“Pict-No.: 1”",
            remedy: "export the list again")
        }
        // A number met before is a further part of the same picture, right behind it or after all first parts.
        frame = frameOfPicture[number] ?? frameOfPicture.count
        frameOfPicture[number] = frame
        kind = .picture(number)
      } else if head.starts(with: "MPP") {
        kind = .maximum
      } else if head.starts(with: "MVP") {
        kind = .mean
      } else if let current = kind, let columns = try Self.columnNumbers(head, file) {
        let index: Int
        if case .picture = current { index = frame } else { index = 0 }
        let (page, agrees) = try Self.page(&scanner, columns: columns, frame: index, area: cellWidth * cellLength, file)
        if !agrees { forceDoubts += 1 }
        switch current {
        case .picture: frames.append(page)
        case .maximum: summary.append(page)
        case .mean: break
        }
      }
    }
    pages = frames.isEmpty ? summary : frames
    isSummary = frames.isEmpty && !summary.isEmpty
    if forceDoubts > 0 {
      findings.append(
        Finding(
          .warning, code: "force-row-differs",
          message: "on \(forceDoubts) pages the printed force differs from the sum of the pressures by more than 2 %",
          remedy: "check \(.pressureUnit) and \(.pressureCell)"))
    }
  }

  /// `26 27 … 47 Force` → 26…47, or `nil` for any other line.
  private static func columnNumbers(_ line: TextLine, _ file: InputFile) throws(InputError) -> ClosedRange<Int>? {
    var fields = line.fields(by: .whitespace)
    guard let last = fields.last else { return nil }
    let hasForce = last.starts(with: "Force")
    if hasForce { fields.removeLast() }
    guard let first = fields.first?.integer else { return nil }
    for (offset, field) in fields.enumerated() {
      guard let number = field.integer, number == first + offset, number > 0, number <= largestNumber else {
        guard hasForce else { return nil }
        throw file.error(
          .malformed("column number “\(field.text.prefix(12))” breaks the order"), at: line.place,
          expected: "\(first + offset)", remedy: "export the list again")
      }
    }
    return first...(first + fields.count - 1)
  }

  /// Reads the rows that follow a line of column numbers, up to the force line or the end of the page.
  private static func page(
    _ scanner: inout TextScanner, columns: ClosedRange<Int>, frame: Int, area: Double, _ file: InputFile
  ) throws(InputError) -> (page: Page, agrees: Bool) {
    var page = Page(frame: frame, columns: columns)
    var printedForce: Double?
    var numbers: [Float] = []
    while let line = scanner.nextLine() {
      guard !line.isBlank else {
        if !page.rows.isEmpty { break }
        continue
      }
      if line.trimmed.starts(with: "Page ") {
        scanner.putBack(line)
        break
      }
      if line.trimmed.starts(with: "Force") {
        printedForce = line.fields(by: .whitespace).last?.value()
        break
      }
      numbers.removeAll(keepingCapacity: true)
      var position = line.range.lowerBound
      let found = PlainNumbers.append(
        line.bytes.span, from: &position, to: line.range.upperBound, style: GridStyle(separator: .whitespace),
        limit: .max, factor: 1, into: &numbers)
      guard position >= line.range.upperBound else {
        let rest = TextLine(bytes: line.bytes, range: position..<line.range.upperBound, number: line.number)
        let field = rest.fields(by: .whitespace).first?.text ?? ""
        throw file.error(
          .malformed("“\(field.prefix(20))” is not a pressure"), at: line.place,
          expected: "a row number and \(columns.count) pressures from 0 up", remedy: "export the list again")
      }
      guard let row = numbers.first, row >= 1, row <= Float(largestNumber), row == row.rounded(.down) else {
        throw file.error(
          .malformed("row number cannot be read"), at: line.place, expected: "a whole number from 1 up",
          remedy: "export the list again")
      }
      guard found == columns.count + 1 || found == columns.count + 2 else {
        throw file.error(
          .malformed("has \(max(found - 1, 0)) values"), at: line.place,
          expected: "\(columns.count) pressures and perhaps a force", remedy: "export the list again")
      }
      page.values.append(contentsOf: numbers[1...columns.count])
      page.rows.append(Int(row))
    }
    guard !page.rows.isEmpty else {
      throw file.error(
        .truncated(expected: 1, found: 0), at: .line(scanner.lineNumber), expected: "rows of pressures",
        remedy: "export the list again")
    }
    let force = page.values.reduce(0.0) { $0 + Double($1) } * area / 1000
    // Printed to a hundredth of a newton per row.
    let agrees = printedForce.map { abs($0 - force) <= 0.02 * max(force, $0) + 0.1 } ?? true
    return (page, agrees)
  }

  private mutating func readGeometry(_ text: String) {
    if let size = text.range(after: "Sensor size:"), let (width, length) = Self.pair(size) {
      (cellWidth, cellLength) = (width * 10, length * 10)
    }
    if let time = text.range(after: "Time/picture:"), let value = Self.firstNumber(in: time), value > 0, value < 1e4 {
      frameTime = value / 1000
    }
  }

  /// `0.500x0.500 cm` → (0.5, 0.5), where both can be sensors.
  private static func pair(_ text: Substring) -> (Double, Double)? {
    let parts = text.split(separator: "x", maxSplits: 1)
    guard parts.count == 2, let a = firstNumber(in: parts[0]), let b = firstNumber(in: parts[1]) else { return nil }
    guard a >= 0.1, a <= 5, b >= 0.1, b <= 5 else { return nil }
    return (a, b)
  }

  private static func firstNumber(in text: Substring) -> Double? {
    let start = text.drop { !$0.isNumber }
    return NumberParser.number(String(start.prefix { $0.isNumber || $0 == "." }))
  }

  private static func firstInteger(in text: Substring) -> Int? {
    let start = text.drop { !$0.isNumber }
    return Int(start.prefix { $0.isNumber })
  }
}

extension String {
  /// What follows the first occurrence of some text, or `nil`.
  fileprivate func range(after text: String) -> Substring? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return rest.dropFirst(text.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
