/// A script taken apart into the tokens of JavaScript (ECMA-262, clause 12), with its brackets matched.
struct ScriptTokens {
  enum Kind { case word, number, string, template, expression, sign }

  struct Token {
    var kind: Kind
    var text: String
    /// How many brackets are open around it.
    var depth: Int
  }

  /// The tokens in order, comments left out.
  private(set) var tokens: [Token] = []
  /// What is not closed or closes nothing, with its line.
  private(set) var faults: [String] = []

  private let text: [Character]
  private var place = 0
  /// What must close, innermost last; `${` closes back into its template.
  private var open: [(sign: String, place: Int)] = []

  init(_ text: String) {
    self.text = Array(text)
    while place < self.text.count { readToken() }
    for bracket in open { fault("\"\(bracket.sign)\" is not closed", at: bracket.place) }
  }

  /// Names that the script declares outside of all brackets: scripts that share a scope must not share these.
  var globals: [String] {
    zip(tokens, tokens.dropFirst()).compactMap { first, second in
      first.depth == 0 && first.kind == .word && ["const", "let", "var", "function", "class"].contains(first.text)
        && second.kind == .word ? second.text : nil
    }
  }

  private mutating func readToken() {
    let start = place
    let character = text[place]
    if character.isWhitespace {
      place += 1
    } else if starts("//") {
      while place < text.count, text[place] != "\n" { place += 1 }
    } else if starts("/*") {
      place += 2
      while place < text.count, !starts("*/") { place += 1 }
      if place >= text.count { fault("a comment is not closed", at: start) }
      place += 2
    } else if character.isLetter || character == "_" || character == "$" {
      while place < text.count, text[place].isLetter || text[place].isNumber || "_$".contains(text[place]) {
        place += 1
      }
      add(.word, from: start)
    } else if character.isNumber {
      while place < text.count, text[place].isLetter || text[place].isNumber || text[place] == "." { place += 1 }
      add(.number, from: start)
    } else if character == "\"" || character == "'" {
      readQuoted(character, .string)
    } else if character == "`" {
      place += 1
      readTemplate(from: start)
    } else if character == "/", isExpressionNext {
      readExpression()
    } else {
      readSign()
    }
  }

  private mutating func readQuoted(_ end: Character, _ kind: Kind) {
    let start = place
    place += 1
    while place < text.count, text[place] != end, text[place] != "\n" { place += text[place] == "\\" ? 2 : 1 }
    if place >= text.count || text[place] != end { fault("a string is not closed", at: start) }
    place += 1
    add(kind, from: start)
  }

  /// A template's text up to its end or to the next `${`.
  private mutating func readTemplate(from start: Int) {
    while place < text.count, text[place] != "`", !starts("${") { place += text[place] == "\\" ? 2 : 1 }
    guard place < text.count else { return fault("a template is not closed", at: start) }
    if text[place] == "`" {
      place += 1
      add(.template, from: start)
    } else {
      add(.template, from: start)
      open.append(("${", place))
      place += 2
    }
  }

  /// A regular expression with its flags.
  private mutating func readExpression() {
    let start = place
    var isClass = false
    place += 1
    while place < text.count, text[place] != "\n", isClass || text[place] != "/" {
      if text[place] == "[" { isClass = true }
      if text[place] == "]" { isClass = false }
      place += text[place] == "\\" ? 2 : 1
    }
    guard place < text.count, text[place] == "/" else { return fault("a regular expression is not closed", at: start) }
    place += 1
    while place < text.count, text[place].isLetter { place += 1 }
    add(.expression, from: start)
  }

  private mutating func readSign() {
    let sign = text[place]
    switch sign {
    case "(", "[", "{":
      add(.sign, String(sign))
      open.append((String(sign), place))
    case ")", "]", "}":
      let fitting: [Character: [String]] = [")": ["("], "]": ["["], "}": ["{", "${"]]
      guard let last = open.last, fitting[sign]?.contains(last.sign) == true else {
        fault("\"\(sign)\" does not close \(open.last.map { "\"\($0.sign)\"" } ?? "anything")", at: place)
        break
      }
      open.removeLast()
      if last.sign == "${" {
        place += 1
        return readTemplate(from: last.place)
      }
      add(.sign, String(sign))
    default:
      if !"+-*/%=<>!&|^~?:;,.#@".contains(sign) { fault("\"\(sign)\" is no sign of the language", at: place) }
      add(.sign, String(sign))
    }
    place += 1
  }

  /// Whether a slash begins a regular expression here rather than divides.
  private var isExpressionNext: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .sign: return ![")", "]", "}"].contains(last.text)
    case .word: return ["return", "typeof", "case", "in", "of", "delete", "void", "else"].contains(last.text)
    case .number, .string, .template, .expression: return false
    }
  }

  private func starts(_ sign: String) -> Bool { text[place...].starts(with: sign) }

  private mutating func add(_ kind: Kind, from start: Int) { add(kind, String(text[start..<min(place, text.count)])) }

  private mutating func add(_ kind: Kind, _ token: String) {
    tokens.append(Token(kind: kind, text: token, depth: open.count))
  }

  private mutating func fault(_ what: String, at position: Int) {
    let line = text[..<min(position, text.count)].count { $0 == "\n" } + 1
    faults.append("line \(line): \(what)")
    // Nothing behind can be told from text: what is not closed runs to the end.
    if place >= text.count { place = text.count }
  }
}
