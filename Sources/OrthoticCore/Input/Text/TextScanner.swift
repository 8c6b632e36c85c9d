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
  /// All bytes of the text, or of a text that comes in pieces the present one.
  package private(set) var bytes: [UInt8]
  /// First byte of the next line.
  package private(set) var position: Int
  /// Number of the line last returned, counted from 1; 0 before the first.
  package private(set) var lineNumber = 0
  /// Where further bytes come from.
  private let rest: FilePieces?
  /// A line that was put back.
  private var pending: TextLine?

  /// Starts at the first line.
  package init(_ bytes: [UInt8]) { self.init(bytes, rest: nil) }

  /// Starts at the first line of a file; one that was opened can be read only once.
  package init(_ file: InputFile) { self.init(file.bytes, rest: file.rest) }

  private init(_ bytes: [UInt8], rest: FilePieces?) {
    self.bytes = bytes
    self.rest = rest
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// Whether no line is left in the bytes at hand.
  package var isAtEnd: Bool { pending == nil && position >= bytes.count }

  /// The next line, or `nil` at the end.
  package mutating func nextLine() -> TextLine? {
    if let line = pending {
      pending = nil
      lineNumber = line.number
      return line
    }
    var (end, next) = Self.lineEnd(in: bytes.span, from: position)
    // A line that reaches the end of its piece may go on in the next; so may a line end of two bytes.
    while next >= bytes.count, bytes.last != UInt8(ascii: "\n") || position >= bytes.count, takePiece() {
      (end, next) = Self.lineEnd(in: bytes.span, from: position)
    }
    guard position < bytes.count else { return nil }
    lineNumber += 1
    let line = TextLine(bytes: bytes, range: position..<end, number: lineNumber)
    position = next
    return line
  }

  /// Puts back the line that was returned last.
  package mutating func putBack(_ line: TextLine) {
    pending = line
    lineNumber = line.number - 1
  }

  /// Takes the next piece behind what is left of this one; `false` at the end.
  private mutating func takePiece() -> Bool {
    guard let rest, let piece = rest.next(after: bytes[min(position, bytes.count)...]) else { return false }
    bytes = piece
    position = 0
    return true
  }

  /// The next line that is not blank, or `nil` at the end.
  package mutating func nextFilledLine() -> TextLine? {
    while let line = nextLine() { if !line.isBlank { return line } }
    return nil
  }

  /// End of the line that holds `start`, and start of the line after it.
  package static func lineEnd(in bytes: Span<UInt8>, from start: Int) -> (end: Int, next: Int) {
    var index = start
    // Eight bytes at a time as long as none of them ends the line.
    while index &+ 8 <= bytes.count {
      let word = bytes.word(at: index)
      let ends = Self.zeroBytes(word ^ 0x0a0a_0a0a_0a0a_0a0a) | Self.zeroBytes(word ^ 0x0d0d_0d0d_0d0d_0d0d)
      if ends != 0 {
        index &+= ends.trailingZeroBitCount / 8
        break
      }
      index &+= 8
    }
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

  /// A word whose lowest set bit lies in the lowest byte of `word` that is zero; 0 where none is.
  @inline(__always) private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
