/// The words and signs of a Swift source, without comments; what is written into strings with `\( )` counts as source.
///
/// No compiler: just enough to see which names a file declares and which it uses.
struct SourceTokens {
  /// A word or a sign, and the line that it stands on.
  struct Token {
    var text: String
    var line: Int
    /// Whether white space or a comment stands before it.
    var isApart: Bool
    var isWord: Bool { text.first.map { $0.isLetter || $0 == "_" } ?? false }
  }

  private(set) var tokens: [Token] = []
  private let characters: [Character]
  private var place = 0
  private var line = 1
  private var isApart = false

  init(_ source: String) {
    characters = Array(source)
    read(until: nil)
  }

  private func character(_ ahead: Int = 0) -> Character? {
    place + ahead < characters.count ? characters[place + ahead] : nil
  }

  private mutating func advance() {
    if character()?.isNewline ?? false { line += 1 }
    place += 1
  }

  private mutating func add(_ text: String, line: Int) {
    tokens.append(Token(text: text, line: line, isApart: isApart))
    isApart = false
  }

  /// Reads on; inside a string up to the parenthesis that closes what is written into it.
  private mutating func read(until end: Character?) {
    var depth = 0
    while let next = character() {
      if next.isWhitespace {
        isApart = true
        advance()
      } else if next == "/", character(1) == "/" {
        while let next = character(), !next.isNewline { advance() }
        isApart = true
      } else if next == "/", character(1) == "*" {
        skipComment()
      } else if next == "\"" || next == "#" && (character(1) == "\"" || character(1) == "#") {
        readString()
      } else if next.isLetter || next == "_" || next == "`" {
        var word = ""
        while let next = character(), next.isLetter || next.isNumber || next == "_" || next == "`" {
          if next != "`" { word.append(next) }
          advance()
        }
        add(word, line: line)
      } else if next.isNumber {
        var number = ""
        while let next = character(), next.isLetter || next.isNumber || next == "_" || next == "." && isDigit(1) {
          number.append(next)
          advance()
        }
        add(number, line: line)
      } else if next == ".", character(1) == "." {
        // A range, not a member.
        add("...", line: line)
        while character() == "." || character() == "<" { advance() }
      } else {
        if next == "(" { depth += 1 }
        if next == ")" {
          if depth == 0, end == ")" {
            advance()
            return
          }
          depth -= 1
        }
        add(String(next), line: line)
        advance()
      }
    }
  }

  private func isDigit(_ ahead: Int) -> Bool { character(ahead)?.isNumber ?? false }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if character() == "/", character(1) == "*" {
        depth += 1
        advance()
      } else if character() == "*", character(1) == "/" {
        depth -= 1
        advance()
      }
      advance()
    } while depth > 0 && character() != nil
    isApart = true
  }

  private mutating func readString() {
    var hashes = 0
    while character() == "#" {
      hashes += 1
      advance()
    }
    let isLong = character(1) == "\"" && character(2) == "\""
    let quotes = isLong ? 3 : 1
    for _ in 0..<quotes { advance() }
    add("\"", line: line)
    while character() != nil {
      if character() == "\\", (0..<hashes).allSatisfy({ character(1 + $0) == "#" }) {
        for _ in 0...hashes { advance() }
        let isSource = character() == "("
        advance()
        if isSource { read(until: ")") }
      } else if (0..<quotes).allSatisfy({ character($0) == "\"" }),
        (0..<hashes).allSatisfy({ character(quotes + $0) == "#" })
      {
        for _ in 0..<quotes + hashes { advance() }
        return
      } else {
        advance()
      }
    }
  }
}
