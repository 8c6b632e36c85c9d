/// Walks over the lines of a text of unknown encoding.
///
/// ```swift
/// var scanner = TextScanner(file.bytes)
/// while let line = scanner.nextLine() {
///   if line.starts(with: "[Data]") { … }
///   let values = line.numbers(by: .tab)          // [Double]?, nil where a field is no number
/// }
/// ```
/// Lines end with LF, CR LF or CR; a last line needs no end. A UTF-8 byte order mark is skipped. Nothing is decoded
/// before a caller asks for text, so Latin-1 bytes pass unharmed.
package struct TextScanner {
  /// All bytes of the text.
  package let bytes: [UInt8]
  /// First byte of the next line.
  package private(set) var position: Int
  /// Number of the line last returned, counted from 1; 0 before the first.
  package private(set) var lineNumber = 0

  /// Starts at the first line.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// Starts at the first line of a file.
  package init(_ file: InputFile) { self.init(file.bytes) }

  /// Whether no line is left.
  package var isAtEnd: Bool { position >= bytes.count }

  /// The next line, or `nil` at the end.
  package mutating func nextLine() -> TextLine? {
    guard position < bytes.count else { return nil }
    lineNumber += 1
    let (end, next) = Self.lineEnd(in: bytes.span, from: position)
    let line = TextLine(bytes: bytes, range: position..<end, number: lineNumber)
    position = next
    return line
  }

  /// The next line that is not blank, or `nil` at the end.
  package mutating func nextFilledLine() -> TextLine? {
    while let line = nextLine() { if !line.isBlank { return line } }
    return nil
  }

  /// The next line without moving on, or `nil` at the end.
  package func peekedLine() -> TextLine? {
    var ahead = self
    return ahead.nextLine()
  }

  /// End of the line that holds `start`, and start of the line after it.
  package static func lineEnd(in bytes: Span<UInt8>, from start: Int) -> (end: Int, next: Int) {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") { return (index, index &+ 1) }
      if byte == UInt8(ascii: "\r") {
        let pair = index &+ 1 < bytes.count && bytes[index &+ 1] == UInt8(ascii: "\n")
        return (index, index &+ (pair ? 2 : 1))
      }
      index &+= 1
    }
    return (index, index)
  }
}
