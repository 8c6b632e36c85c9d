/// Walking over the tokens of text formats whose lines are too many to make a value of each.
///
/// All functions take the position of a byte and give that of another; none goes beyond the end.
enum TextTokens {
  /// First byte at or after `position` that is no blank or tab; line ends stay.
  @inline(__always) static func skipBlanks(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    var index = position
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index &+= 1 }
    return index
  }

  /// First byte at or after `position` that is no white space; line ends count as white space.
  @inline(__always) static func skipWhitespace(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    var index = position
    while index < bytes.count, TextLine.isWhitespace(bytes[index]) { index &+= 1 }
    return index
  }

  /// First white space at or after `position`.
  @inline(__always) static func tokenEnd(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    var index = position
    while index < bytes.count, !TextLine.isWhitespace(bytes[index]) { index &+= 1 }
    return index
  }

  /// First byte of the next line.
  @inline(__always) static func nextLine(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    var index = position
    while index < bytes.count, !isLineEnd(bytes[index]) { index &+= 1 }
    while index < bytes.count, isLineEnd(bytes[index]) { index &+= 1 }
    return index
  }

  /// Line feed or carriage return.
  @inline(__always) static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

  /// Whether the token at `position` is exactly some text in any case.
  static func isToken(_ bytes: Span<UInt8>, _ position: Int, _ text: StaticString) -> Bool {
    let end = position &+ text.utf8CodeUnitCount
    guard end <= bytes.count, end == bytes.count || TextLine.isWhitespace(bytes[end]) else { return false }
    var index = position
    for byte in text.description.utf8 {
      if bytes[index] | 0x20 != byte | 0x20 { return false }
      index &+= 1
    }
    return true
  }

  /// Number of the line that holds `position`, counted from 1; only computed for messages.
  static func lineNumber(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    var line = 1
    var index = 0
    while true {
      let (end, next) = TextScanner.lineEnd(in: bytes, from: index)
      if next > position || end == next || next >= bytes.count { return line }
      line += 1
      index = next
    }
  }
}
