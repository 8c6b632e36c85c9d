/// What stands between the fields of a line.
package enum FieldSeparator: Equatable, Sendable {
  /// Any run of blanks, tabs and other white space; leading and trailing white space makes no field.
  case whitespace
  /// Exactly one byte between two fields, so that empty fields are kept; blanks around a field are not part of it.
  case byte(UInt8)

  /// A tab.
  package static let tab = FieldSeparator.byte(UInt8(ascii: "\t"))
  /// A comma.
  package static let comma = FieldSeparator.byte(UInt8(ascii: ","))
  /// A semicolon.
  package static let semicolon = FieldSeparator.byte(UInt8(ascii: ";"))
}

/// A piece of a text file: a line without its end, or a field of one.
///
/// It shares the file's bytes; taking and keeping one copies nothing.
package struct TextLine: Sendable {
  /// All bytes of the text.
  package let bytes: [UInt8]
  /// Where this piece lies in `bytes`.
  package let range: Range<Int>
  /// Number of its line, counted from 1.
  package let number: Int

  /// A piece; `range` inside `bytes` is the caller's promise.
  package init(bytes: [UInt8], range: Range<Int>, number: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range inside the bytes")
    self.bytes = bytes
    self.range = range
    self.number = number
  }

  /// Where errors about this line point.
  package var place: InputError.Place { .line(number) }

  /// Whether there is nothing but white space.
  package var isBlank: Bool { trimmed.range.isEmpty }

  /// Number of bytes.
  package var count: Int { range.count }

  /// The piece without white space (and without NUL and form feed) at its ends.
  package var trimmed: TextLine {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, Self.isWhitespace(bytes[start]) { start += 1 }
    while end > start, Self.isWhitespace(bytes[end - 1]) { end -= 1 }
    return TextLine(bytes: bytes, range: start..<end, number: number)
  }

  /// The text, decoded as UTF-8 where that is valid, else as Latin-1: a superscript 2 comes out as `²` either way.
  package var text: String {
    let slice = bytes[range]
    if let decoded = String(validating: slice, as: UTF8.self) { return decoded }
    return String(String.UnicodeScalarView(slice.map { Unicode.Scalar($0) }))
  }

  /// Whether the piece begins with some ASCII text; capitals count as small letters unless told otherwise.
  package func starts(with prefix: String, ignoringCase: Bool = true) -> Bool {
    let wanted = prefix.utf8
    guard wanted.count <= range.count else { return false }
    var index = range.lowerBound
    for byte in wanted {
      let found = bytes[index]
      if ignoringCase ? Self.lowercased(found) != Self.lowercased(byte) : found != byte { return false }
      index += 1
    }
    return true
  }

  /// The fields in order.
  package func fields(by separator: FieldSeparator) -> [TextLine] {
    var fields: [TextLine] = []
    forEachField(by: separator) { start, end in
      fields.append(TextLine(bytes: bytes, range: start..<end, number: number))
    }
    return fields
  }

  /// The number that the piece is, white space around it aside, or `nil`.
  package func value(decimalComma: Bool = false) -> Double? {
    NumberParser.number(bytes.span.extracting(trimmed.range), decimalComma: decimalComma)
  }

  /// The whole number that the piece is, white space around it aside, or `nil`.
  package var integer: Int? { NumberParser.integer(bytes.span.extracting(trimmed.range)) }

  /// All fields as numbers, or `nil` where one is none; an empty last field (a trailing separator) is left out.
  package func numbers(by separator: FieldSeparator, decimalComma: Bool = false) -> [Double]? {
    var values: [Double] = []
    return appendNumbers(to: &values, by: separator, decimalComma: decimalComma) == nil ? values : nil
  }

  /// Appends all fields as numbers and returns the first field that is none, or `nil` where all went well.
  ///
  /// An empty last field (a trailing separator) is left out. The fast way to read large tables.
  package func appendNumbers(
    to values: inout [Double], by separator: FieldSeparator, decimalComma: Bool = false
  ) -> TextLine? {
    var failure: Range<Int>?
    let span = bytes.span
    forEachField(by: separator) { start, end in
      guard failure == nil, start < end || end < range.upperBound else { return }
      var position = start
      if let value = NumberParser.number(in: span, at: &position, end: end, decimalComma: decimalComma),
        position == end
      {
        values.append(value)
      } else {
        failure = start..<end
      }
    }
    return failure.map { TextLine(bytes: bytes, range: $0, number: number) }
  }

  /// Calls `body` with the start and end of every field.
  private func forEachField(by separator: FieldSeparator, _ body: (Int, Int) -> Void) {
    let span = bytes.span
    let end = range.upperBound
    var index = range.lowerBound
    switch separator {
    case .whitespace:
      while true {
        while index < end, Self.isWhitespace(span[index]) { index &+= 1 }
        if index >= end { return }
        let start = index
        while index < end, !Self.isWhitespace(span[index]) { index &+= 1 }
        body(start, index)
      }
    case .byte(let separator):
      guard index < end else { return }
      while true {
        var start = index
        while index < end, span[index] != separator { index &+= 1 }
        var stop = index
        while start < stop, Self.isWhitespace(span[start]) { start &+= 1 }
        while stop > start, Self.isWhitespace(span[stop &- 1]) { stop &-= 1 }
        body(start, stop)
        if index >= end { return }
        index &+= 1
      }
    }
  }

  /// Blank, tab, line ends, form feed, vertical tab and NUL.
  @inline(__always) package static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte == 0
  }

  @inline(__always) private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
