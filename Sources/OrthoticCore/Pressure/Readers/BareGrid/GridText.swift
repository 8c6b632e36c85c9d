/// The text of a grid as people's programs write it, brought to one plain form: fields, separators and line ends.
///
/// ```
/// sep=;            told separator                [[0, 1],      lists of lists, one frame each two deep
/// "0";"1"          quotes                         [2, 3]]
/// [0 1; 2 3]       rows closed by semicolons      1.234,5      thousands
/// ```
enum GridText {
  /// The separator that a first line `sep=;` names for spreadsheets.
  static func toldSeparator(_ line: TextLine) -> UInt8? {
    let text = line.bytes[line.range].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: " ") }
    guard text.count >= 4, text.count <= 64, TextLine(bytes: text, range: 0..<4, number: 1).starts(with: "sep=") else {
      return nil
    }
    // A line that holds nothing more was trimmed of a tab.
    return text.count == 4 ? UInt8(ascii: "\t") : text[4]
  }

  /// Where a line's first field, the name of its row, ends: at a mark between fields, or at the line's end.
  static func endOfName(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, !",;\t".utf8.contains(bytes[index]) { index += 1 }
    return index
  }

  /// The fields of a line, quotes undone, white space around them dropped.
  static func fields(_ line: TextLine, separator: UInt8) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in line.bytes[line.range] {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == separator, !isQuoted {
        fields.append(trimmed(field))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
    }
    fields.append(trimmed(field))
    return fields
  }

  /// Whether a field is digits, a comma, digits.
  static func isDecimalComma(_ field: [UInt8]) -> Bool {
    let digits = field.first == UInt8(ascii: "-") ? field.dropFirst() : field[...]
    let parts = digits.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func trimmed(_ field: [UInt8]) -> [UInt8] {
    let line = TextLine(bytes: field, range: 0..<field.count, number: 0).trimmed
    return line.count == field.count ? field : Array(field[line.range])
  }

  /// Marks that a plain grid does not have.
  private static let marks = Set("\"'[]{}()\u{a0}".unicodeScalars.map { UInt8($0.value) } + [0xc2, 0xe2])

  /// The text without a told separator, quotes, brackets and hard spaces; itself where it has none of them.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var scanner = TextScanner(bytes)
    let first = scanner.nextFilledLine()
    let told = first.flatMap { toldSeparator($0.trimmed) }
    let start = told == nil ? 0 : scanner.position
    var result = bytes
    if told != nil || bytes.contains(where: { marks.contains($0) }) {
      result = unbracketed(unquoted(Array(bytes[start...])))
    }
    return withoutClosingSemicolons(result)
  }

  /// Quotes dropped; a comma inside them is a decimal mark where commas separate, a group's mark where a point is there too.
  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0xa0: break
      case 0xc2 where index + 1 < bytes.count && bytes[index + 1] == 0xa0: index += 1
      case 0xe2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && [0xaf, 0x89].contains(bytes[index + 2]):
        index += 2
      case UInt8(ascii: "'"): break
      case UInt8(ascii: "\""):
        guard let end = bytes[(index + 1)...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == 0x0a }),
          bytes[end] == UInt8(ascii: "\"")
        else { break }
        let inside = bytes[(index + 1)..<end]
        let commas = inside.count { $0 == UInt8(ascii: ",") }
        let isNumber = inside.allSatisfy { isDigit($0) || [0x20, 0x2b, 0x2c, 0x2d, 0x2e].contains($0) }
        if commas > 0, isNumber, separatesByComma(bytes, behind: end) {
          let hasPoint = inside.contains(UInt8(ascii: "."))
          let pointFirst = hasPoint && inside.firstIndex(of: 0x2e) ?? 0 < inside.lastIndex(of: 0x2c) ?? 0
          for each in inside {
            if each == 0x2c {
              if pointFirst || (!hasPoint && commas == 1) { result.append(0x2e) }
            } else if each != 0x2e || !pointFirst {
              result.append(each)
            }
          }
        } else {
          result.append(contentsOf: inside)
        }
        index = end
      default: result.append(byte)
      }
      index += 1
    }
    return result
  }

  /// Whether a comma, and not another separator, stands beside a quoted field.
  private static func separatesByComma(_ bytes: [UInt8], behind end: Int) -> Bool {
    var index = end + 1
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] != 0x0a, bytes[index] != 0x0d else {
      // The last field of its line: what stands before it tells.
      let before = bytes[..<end].lastIndex(of: UInt8(ascii: "\"")) ?? 0
      return before > 0 && bytes[before - 1] != UInt8(ascii: ";") && bytes[before - 1] != 0x09
    }
    return bytes[index] == UInt8(ascii: ",")
  }

  /// Lists of lists as lines: each innermost list a row, a blank line behind each list of lists.
  private static func unbracketed(_ bytes: [UInt8]) -> [UInt8] {
    let opens = Set("[{".utf8)
    let closes = Set("]}".utf8)
    guard bytes.contains(where: { opens.contains($0) }), bytes.contains(where: { closes.contains($0) }) else {
      return bytes
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    /// For each open list, whether it holds lists.
    var holdsLists: [Bool] = []
    var isBehindList = false
    for byte in bytes {
      let isBlank = TextLine.isWhitespace(byte)
      if opens.contains(byte) {
        if let last = holdsLists.indices.last { holdsLists[last] = true }
        holdsLists.append(false)
        if let last = result.last, last != 0x0a { result.append(0x0a) }
        isBehindList = false
      } else if closes.contains(byte) {
        result.append(0x0a)
        _ = holdsLists.popLast()
        isBehindList = true
      } else if isBehindList, isBlank || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        continue
      } else if byte == UInt8(ascii: ";"), holdsLists.last == false {
        result.append(0x0a)
        isBehindList = false
      } else if byte == 0x0a || byte == 0x0d, holdsLists.count >= 2 {
        // Long rows are broken into lines.
        result.append(0x20)
      } else if byte == 0x0a || byte == 0x0d, !holdsLists.isEmpty {
        if let last = result.last, last != 0x0a { result.append(0x0a) }
      } else {
        isBehindList = false
        result.append(byte)
      }
    }
    return result
  }

  /// Semicolons that only end lines are no separators.
  private static func withoutClosingSemicolons(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: ";")) else { return bytes }
    let span = bytes.span
    var ends: [Int] = []
    var index = 0
    while index < bytes.count {
      if span[index] == UInt8(ascii: ";") {
        var next = index + 1
        while next < bytes.count, span[next] == 0x20 || span[next] == 0x09 { next += 1 }
        guard next >= bytes.count || span[next] == 0x0a || span[next] == 0x0d else { return bytes }
        ends.append(index)
      }
      index += 1
    }
    // Two columns of numbers each closed by one are still separated by something else.
    var result = bytes
    for end in ends { result[end] = 0x20 }
    return result
  }

  /// The text without the marks that part groups of three digits.
  static func ungrouped(_ bytes: [UInt8], mark: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for index in bytes.indices {
      if bytes[index] == mark, index > 0, index + 3 < bytes.count, isDigit(bytes[index - 1]),
        bytes[(index + 1)...(index + 3)].allSatisfy(isDigit)
      {
        continue
      }
      result.append(bytes[index])
    }
    return result
  }
}
