/// Walking over the tokens of text formats whose lines are too many to make a value of each.
///
/// All functions take the position of a byte and give that of another; none goes beyond the end.
enum TextTokens {
  /// First byte at or after `position` that is no blank or tab; line ends stay.
  @inline(__always) static func skipBlanks(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    var index = position
    while index < bytes.count, isBlank(bytes[index]) { index &+= 1 }
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

  /// Blank or tab.
  @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Line feed or carriage return.
  @inline(__always) static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

  /// Whether the token at `position` is exactly a keyword, in any case.
  @inline(__always) static func isToken(_ bytes: Span<UInt8>, _ position: Int, _ keyword: Keyword) -> Bool {
    let end = position &+ keyword.length
    guard end <= bytes.count, end == bytes.count || TextLine.isWhitespace(bytes[end]) else { return false }
    var word: UInt64 = 0
    if position <= bytes.count &- 8 {
      word = bytes.word(at: position)
    } else {
      for index in stride(from: bytes.count - 1, through: position, by: -1) { word = word << 8 | UInt64(bytes[index]) }
    }
    return (word | 0x2020_2020_2020_2020) & keyword.mask == keyword.letters
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

/// A word of at most eight letters, compared at once.
struct Keyword {
  /// Its small letters, the first in the lowest byte.
  let letters: UInt64
  /// The bytes of `letters` that count.
  let mask: UInt64
  /// Number of letters.
  let length: Int

  /// The keyword of one to eight small letters.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(1...8 ~= bytes.count, "one to eight letters")
    length = bytes.count
    mask = .max >> UInt64(64 - 8 * bytes.count)
    letters = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
