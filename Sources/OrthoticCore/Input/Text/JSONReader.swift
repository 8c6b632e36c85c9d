/// Walks over the bytes of a JSON text (RFC 8259) and builds the document.
struct JSONReader {
  private let name: String
  private let bytes: [UInt8]
  /// What a message says is to be done.
  private let remedy: Wording
  private var position = 0
  private var line = 1
  private var depth = 0
  /// Nesting beyond this is refused, so that hostile input cannot exhaust the stack.
  private let deepest = 64

  init(file: InputFile, remedy: Wording) {
    name = file.name
    self.remedy = remedy
    bytes = file.bytes
    // A byte order mark, as some editors on Windows write it.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func document() throws(InputError) -> JSONDocument {
    skipBlank()
    if position == bytes.count { throw InputError(.empty, in: name, expected: "JSON", remedy: remedy) }
    let result = try value()
    skipBlank()
    if position < bytes.count { throw trouble("\(here) after the end", expected: "nothing more") }
    return result
  }

  private mutating func value() throws(InputError) -> JSONDocument {
    let start = line
    depth += 1
    defer { depth -= 1 }
    if depth > deepest { throw trouble("nested too deeply", expected: "at most \(deepest) levels") }
    let content: JSONDocument.Content =
      switch peek ?? 0 {
      case UInt8(ascii: "{"): .object(try members())
      case UInt8(ascii: "["): .list(try items())
      case UInt8(ascii: "\""): .text(try text())
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number())
      default: try word()
      }
    return JSONDocument(content: content, line: start)
  }

  private mutating func members() throws(InputError) -> [JSONDocument.Member] {
    var result: [JSONDocument.Member] = []
    position += 1
    skipBlank()
    if take("}") { return result }
    repeat {
      skipBlank()
      let start = line
      guard peek == UInt8(ascii: "\"") else { throw trouble(here, expected: "a key in double quotes") }
      let key = try text()
      if let earlier = result.first(where: { $0.key == key }) {
        throw trouble("\"\(key)\" stands here and in line \(earlier.line)", expected: "each key once")
      }
      skipBlank()
      if !take(":") { throw trouble(here, expected: "a colon after \"\(key)\"") }
      skipBlank()
      result.append(JSONDocument.Member(key: key, line: start, value: try value()))
      // Looking for an earlier key is quadratic; a prescription has some dozens.
      if result.count > 4096 { throw trouble("too many keys", expected: "at most 4096") }
      skipBlank()
    } while take(",")
    if !take("}") { throw trouble(here, expected: "a comma or } after the value") }
    return result
  }

  private mutating func items() throws(InputError) -> [JSONDocument] {
    var result: [JSONDocument] = []
    position += 1
    skipBlank()
    if take("]") { return result }
    repeat {
      skipBlank()
      result.append(try value())
      skipBlank()
    } while take(",")
    if !take("]") { throw trouble(here, expected: "a comma or ] after the value") }
    return result
  }

  private mutating func text() throws(InputError) -> String {
    position += 1
    var result: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw trouble("a text that is not closed", expected: "a double quote before the line ends") }
      position += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &result) } else { result.append(byte) }
    }
    if !take("\"") { throw trouble("a text that is not closed", expected: "a double quote") }
    guard let string = String(validating: result, as: UTF8.self) else {
      throw trouble("a text that is not UTF-8", expected: "UTF-8")
    }
    return string
  }

  private mutating func escape(into result: inout [UInt8]) throws(InputError) {
    let kind = peek
    position += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(kind ?? 0)
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low) { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw trouble("half of a surrogate pair", expected: "\\u escapes in pairs")
      }
      result.append(contentsOf: Array(String(Character(scalar)).utf8))
    default:
      position = min(position, bytes.count)
      throw trouble("an unknown escape", expected: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
  }

  private mutating func hexadecimal() throws(InputError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw trouble(here, expected: "four hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  private mutating func number() throws(InputError) -> String {
    let start = position
    while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text), value.isFinite else { throw trouble(text, expected: "a number") }
    return text
  }

  private mutating func word() throws(InputError) -> JSONDocument.Content {
    let start = position
    while let byte = peek, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) { position += 1 }
    switch String(decoding: bytes[start..<position], as: UTF8.self) {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      position = start
      throw trouble(here, expected: "a value: a number, or a text in double quotes such as \"12 mm\"")
    }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlank() {
    while let byte = peek, byte == 32 || byte == 10 || byte == 13 || byte == 9 {
      if byte == 10 { line += 1 }
      position += 1
    }
  }

  private var here: String {
    guard let byte = peek else { return "the end of the file" }
    return (0x21..<0x7F).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
  }

  private func trouble(_ what: String, expected: String) -> InputError {
    InputError(.malformed("not JSON here: \(what)"), in: name, at: .line(line), expected: expected, remedy: remedy)
  }
}
