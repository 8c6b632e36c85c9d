/// How all the numbers of a text are written: what a late line shows holds for the first one too.
struct GridMarks {
  private var semicolons = 0
  private var tabs = 0
  /// Commas between two digits, and elsewhere.
  private var innerCommas = 0
  private var outerCommas = 0
  /// Blanks between two numbers.
  private var blanks = 0
  /// Numbers with both marks, by which comes last.
  private var commaLast = 0
  private var pointLast = 0
  /// Numbers with commas only: several; one before three digits; any other.
  private var manyCommas = 0
  private var threeBehindComma = 0
  private var otherCommas = 0
  /// Numbers with points only, likewise.
  private var manyPoints = 0
  private var threeBehindPoint = 0
  private var otherPoints = 0

  /// Letters of numbers and of marks of missing sensors.
  private static let numberLetters = Set("eEnNaAbBiIfF".utf8)

  /// Looks at every line that holds no words; where all do, at what follows their first field, which names the row.
  init(_ bytes: [UInt8]) {
    let span = bytes.span
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    if !countLines(span, from: start, behindName: false) { _ = countLines(span, from: start, behindName: true) }
  }

  /// Whether any line was counted.
  private mutating func countLines(_ span: Span<UInt8>, from first: Int, behindName: Bool) -> Bool {
    var (start, isAny) = (first, false)
    while start < span.count {
      let (end, next) = TextScanner.lineEnd(in: span, from: start)
      let begin = behindName ? GridText.endOfName(in: span, from: start, to: end) : start
      if begin < end, count(span, begin, end) { isAny = true }
      start = next
    }
    return isAny
  }

  /// Whether the line held numbers and no words.
  private mutating func count(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var hasDigit = false
    for index in start..<end {
      let byte = span[index] | 0x20
      let isLetter = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      if isLetter, !Self.numberLetters.contains(span[index]) { return false }
      if GridText.isDigit(span[index]) { hasDigit = true }
    }
    guard hasDigit else { return false }
    var index = start
    while index < end {
      let byte = span[index]
      guard GridText.isDigit(byte) else {
        if byte == UInt8(ascii: ";") { semicolons += 1 }
        if byte == UInt8(ascii: "\t") { tabs += 1 }
        if byte == UInt8(ascii: ",") { outerCommas += 1 }
        index += 1
        continue
      }
      index = number(span, from: index, to: end)
    }
    return true
  }

  /// Takes a run of digits and marks; returns where it ends.
  private mutating func number(_ span: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var (commas, points, behind, index) = (0, 0, 0, start)
    var last: UInt8 = 0
    var beforeFirst = 0
    while index < end {
      let byte = span[index]
      if GridText.isDigit(byte) {
        behind += 1
        if last == 0 { beforeFirst += 1 }
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), index + 1 < end,
        GridText.isDigit(span[index + 1])
      {
        if byte == UInt8(ascii: ",") { commas += 1 } else { points += 1 }
        last = byte
        behind = 0
      } else {
        break
      }
      index += 1
    }
    innerCommas += commas
    // A group of thousands begins with one to three digits, and not with a nought.
    let isGroup = behind == 3 && beforeFirst <= 3 && span[start] != UInt8(ascii: "0")
    if commas > 0, points > 0 {
      if last == UInt8(ascii: ",") { commaLast += 1 } else { pointLast += 1 }
    } else if commas > 0 {
      if commas > 1 { manyCommas += 1 } else if isGroup { threeBehindComma += 1 } else { otherCommas += 1 }
    } else if points > 0 {
      if points > 1 { manyPoints += 1 } else if isGroup { threeBehindPoint += 1 } else { otherPoints += 1 }
    }
    var next = index
    while next < end, span[next] == 0x20 { next += 1 }
    if next > index, next < end, GridText.isDigit(span[next]) || span[next] == UInt8(ascii: "-") { blanks += 1 }
    return index
  }

  /// What separates numbers, and which mark is the decimal one.
  var style: GridStyle {
    if semicolons > 0 { return GridStyle(separator: .semicolon, decimalComma: isDecimalComma) }
    if tabs > 0 { return GridStyle(separator: .tab, decimalComma: isDecimalComma) }
    if innerCommas + outerCommas == 0 { return GridStyle(separator: .whitespace) }
    // Numbers with commas inside, and blanks between them.
    if outerCommas == 0, blanks > 0 { return GridStyle(separator: .whitespace, decimalComma: isDecimalComma) }
    return GridStyle(separator: .comma)
  }

  private var isDecimalComma: Bool {
    if commaLast > 0 || otherCommas > 0 { return true }
    return threeBehindComma > 0 && pointLast == 0 && manyCommas == 0 && otherPoints == 0
  }

  /// The mark between groups of thousands, or `nil`.
  var groupMark: UInt8? {
    switch style.separator {
    case .byte(UInt8(ascii: ",")): return nil
    default:
      if isDecimalComma {
        return commaLast + manyPoints + threeBehindPoint > 0 && otherPoints == 0 ? UInt8(ascii: ".") : nil
      }
      if pointLast + manyCommas + threeBehindComma > 0 { return UInt8(ascii: ",") }
      if manyPoints > 0, otherPoints == 0 { return UInt8(ascii: ".") }
      return nil
    }
  }

  /// Whether blanks stand inside numbers: another separator parts them.
  var hasBlanksInside: Bool { blanks > 0 && (semicolons > 0 || tabs > 0) }

  /// Whether points and commas are both decimal marks: nobody can tell which is meant.
  var isMixed: Bool {
    style.separator != .comma && isDecimalComma && otherPoints > 0
  }
}
