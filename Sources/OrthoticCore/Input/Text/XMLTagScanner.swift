/// The tags of an XML file one after the other, with their attributes: as much of XML as 3MF models and drawings need.
///
/// Text between tags, comments, declarations and instructions are passed over; prefixes of names are dropped.
struct XMLTagScanner {
  /// The file's content.
  let bytes: [UInt8]
  private var position = 0

  /// Place of the current tag's first byte.
  private(set) var start = 0
  /// Whether the current tag closes an element, as `</name>` or `<name/>`.
  private(set) var isClosing = false
  /// Whether the current tag is an end tag, `</name>`.
  private(set) var isEnd = false
  private var nameRange = 0..<0
  /// What stands between the name and the end of the current tag.
  private var rest = 0..<0

  /// Starts before the first tag.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Moves to the next tag; false at the end of the file, or where a tag is not closed.
  mutating func next() -> Bool {
    while let open = find(UInt8(ascii: "<"), from: position) {
      start = open
      if matches("<!--", at: open) {
        guard let end = find("-->", from: open + 4) else { return false }
        position = end + 3
        continue
      }
      guard let end = tagEnd(from: open + 1) else { return false }
      position = end + 1
      guard open + 1 < end else { continue }
      if bytes[open + 1] == UInt8(ascii: "?") || bytes[open + 1] == UInt8(ascii: "!") { continue }
      readTag(open + 1..<end)
      return true
    }
    return false
  }

  /// Whether the current tag has a name; prefixes do not count.
  func isNamed(_ name: StaticString) -> Bool {
    name.utf8CodeUnitCount == nameRange.count && matches(name, at: nameRange.lowerBound)
  }

  /// The value of an attribute of the current tag between its quotes, or `nil`.
  func attribute(_ name: StaticString) -> Range<Int>? {
    var index = rest.lowerBound
    while index < rest.upperBound {
      while index < rest.upperBound, isBlank(bytes[index]) { index += 1 }
      let nameStart = index
      while index < rest.upperBound, bytes[index] != UInt8(ascii: "="), !isBlank(bytes[index]) { index += 1 }
      let found = nameStart..<index
      while index < rest.upperBound, isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "=") { index += 1 }
      guard index < rest.upperBound, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'"),
        let end = find(bytes[index], from: index + 1), end <= rest.upperBound
      else { return nil }
      if found.count == name.utf8CodeUnitCount, matches(name, at: found.lowerBound) { return index + 1..<end }
      index = end + 1
    }
    return nil
  }

  /// The numbers that fill an attribute, separated by blanks; `nil` where one is no number.
  func numbers(_ name: StaticString) -> [Double]? {
    guard let range = attribute(name) else { return nil }
    var numbers: [Double] = []
    var index = range.lowerBound
    let span = bytes.span
    while index < range.upperBound {
      if isBlank(bytes[index]) {
        index += 1
        continue
      }
      guard let number = NumberParser.number(in: span, at: &index, end: range.upperBound) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The one number that an attribute holds, or `nil`.
  func number(_ name: StaticString) -> Double? {
    guard let range = attribute(name) else { return nil }
    var index = range.lowerBound
    let value = NumberParser.number(in: bytes.span, at: &index, end: range.upperBound)
    return index == range.upperBound ? value : nil
  }

  /// The text of an attribute, or `nil`.
  func text(_ name: StaticString) -> String? {
    attribute(name).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The name of the current tag without its prefix.
  var name: String { String(decoding: bytes[nameRange], as: UTF8.self) }

  /// The text of an attribute whose name has some prefix, such as `p:path`, or `nil`.
  func prefixedText(_ name: String) -> String? {
    // Attributes one by one: a prefix may be any word.
    var index = rest.lowerBound
    while index < rest.upperBound {
      guard let equals = find(UInt8(ascii: "="), from: index), equals < rest.upperBound else { return nil }
      var quote = equals + 1
      while quote < rest.upperBound, isBlank(bytes[quote]) { quote += 1 }
      guard quote < rest.upperBound, bytes[quote] == UInt8(ascii: "\"") || bytes[quote] == UInt8(ascii: "'"),
        let end = find(bytes[quote], from: quote + 1), end <= rest.upperBound
      else { return nil }
      let found = String(decoding: bytes[index..<equals].filter { !isBlank($0) }, as: UTF8.self)
      if found == name || found.hasSuffix(":" + name) {
        return String(decoding: bytes[(quote + 1)..<end], as: UTF8.self)
      }
      index = end + 1
    }
    return nil
  }

  private mutating func readTag(_ range: Range<Int>) {
    var first = range.lowerBound
    var last = range.upperBound
    isEnd = bytes[first] == UInt8(ascii: "/")
    isClosing = isEnd
    if isClosing { first += 1 }
    if last > first, bytes[last - 1] == UInt8(ascii: "/") {
      isClosing = true
      last -= 1
    }
    var end = first
    while end < last, !isBlank(bytes[end]) {
      if bytes[end] == UInt8(ascii: ":") { first = end + 1 }
      end += 1
    }
    nameRange = min(first, end)..<end
    rest = end..<last
  }

  /// The `>` that ends a tag, quotes respected.
  private func tagEnd(from start: Int) -> Int? {
    var quote: UInt8 = 0
    for index in start..<max(bytes.count, start) {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    var index = start
    while index + text.utf8CodeUnitCount <= bytes.count {
      if matches(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func matches(_ text: StaticString, at place: Int) -> Bool {
    guard place >= 0, place + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { wanted in
      for index in wanted.indices where unsafe wanted[index] != bytes[place + index] { return false }
      return true
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
}
