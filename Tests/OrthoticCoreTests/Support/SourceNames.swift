/// The names that one source file declares and uses, as far as they can be told without compiling it.
struct SourceNames {
  /// A name in use.
  struct Use {
    var name: String
    var line: Int
    /// Whether it follows a dot.
    var isMember: Bool
  }

  /// A call of a type's initializer: the type, or `nil` for `.init` and `Self`, and its labels.
  struct Creation {
    var type: String
    var labels: [String]
    var line: Int
  }

  /// Types, type aliases and generic protocols that others can see.
  private(set) var types: Set<String> = []
  /// Functions, properties, cases that others can see, of types, extensions and of the module itself.
  private(set) var members: Set<String> = []
  /// Initializers that others can see, by type: their labels.
  private(set) var initializers: [String: [[String]]] = [:]
  /// Members that others cannot see, and labels of tuples.
  private(set) var hiddenMembers: Set<String> = []
  /// Whatever else has a name here: parameters, variables, private types, placeholders of generics.
  private(set) var locals: Set<String> = []
  /// Names in use, but for labels and declarations.
  private(set) var uses: [Use] = []
  /// Calls of initializers.
  private(set) var creations: [Creation] = []

  private let tokens: [SourceTokens.Token]

  /// What a pair of braces, parentheses or brackets belongs to.
  private enum Scope {
    case type(String, isPrivate: Bool)
    case code
    case signature
    case arguments
    case tuple
    case brackets
  }

  private static let typeWords: Set<String> = ["struct", "class", "enum", "actor", "protocol", "extension"]
  private static let accessWords: Set<String> = ["private", "fileprivate"]

  init(_ source: String) {
    tokens = SourceTokens(source).tokens
    read()
  }

  private func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

  private mutating func read() {
    var scopes: [Scope] = []
    // The type that the next brace opens, and whether the declaration at hand is private.
    var opening: (name: String, isPrivate: Bool)?
    var isPrivate = false
    var isSignature = false
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let level = scopes.last
      switch token.text {
      case "{":
        scopes.append(opening.map { .type($0.name, isPrivate: $0.isPrivate) } ?? .code)
        opening = nil
        isSignature = false
        isPrivate = false
        readClosure(after: index)
      case "(":
        scopes.append(isSignature ? .signature : isCall(index) ? .arguments : .tuple)
        isSignature = false
      case "[": scopes.append(.brackets)
      case "}", ")", "]":
        _ = scopes.popLast()
        if token.text == "}" { isPrivate = false }
      case "private", "fileprivate":
        // `private(set)` hides the setter only.
        if text(index + 1) == "(" { index += 3 } else { isPrivate = true }
      case let word where Self.typeWords.contains(word) && isDeclaration(index):
        let names = qualifiedName(after: index)
        guard let name = names.last else { break }
        let isHidden = isPrivate || isHiddenInside(scopes)
        if word == "extension" {
          for (offset, name) in names.enumerated() where offset > 0 || !name.isEmpty {
            uses.append(Use(name: name, line: token.line, isMember: offset > 0))
          }
        } else if isHidden {
          locals.insert(name)
        } else {
          types.insert(name)
        }
        opening = (name, isHidden)
        isPrivate = false
        index += max(2 * names.count - 1, 1)
        readPlaceholders(from: index + 1)
      case "func" where isDeclaration(index):
        declare(text(index + 1), isPrivate: isPrivate, in: scopes)
        isPrivate = false
        isSignature = true
        index += 1
        readPlaceholders(from: index + 1)
      case "init" where isDeclaration(index) && isTypeBody(level) && text(index - 1) != ".":
        if case .type(let type, _)? = level, !isPrivate, !isHiddenInside(scopes) {
          initializers[type, default: []].append(labels(ofSignature: index))
        }
        isPrivate = false
        isSignature = true
      case "subscript" where isTypeBody(level): isSignature = true
      case "typealias", "associatedtype":
        if isPrivate || isHiddenInside(scopes) || !(isTypeBody(level) || scopes.isEmpty) {
          locals.insert(text(index + 1))
        } else {
          types.insert(text(index + 1))
        }
        isPrivate = false
        index += 1
      case "let", "var":
        for name in boundNames(after: index) { declare(name, isPrivate: isPrivate, in: scopes) }
        isPrivate = false
      case "for": for name in boundNames(after: index) { locals.insert(name) }
      case "case" where isTypeBody(level):
        index = readCases(from: index + 1, scopes)
        continue
      case let word where token.isWord && !Self.keywords.contains(word):
        use(index, level)
      default: break
      }
      index += 1
    }
  }

  /// Whether a parenthesis follows what it calls; `if (`, `-> (` and `= (` have a space before it.
  private func isCall(_ index: Int) -> Bool {
    guard index > 0, !tokens[index].isApart else { return false }
    return tokens[index - 1].isWord || [")", "]", "}", ">", "?", "!"].contains(text(index - 1))
  }

  /// The placeholders behind the name of a generic function or type.
  private mutating func readPlaceholders(from open: Int) {
    guard text(open) == "<" else { return }
    var index = open
    while index < tokens.count, text(index) != ">" {
      if ["<", ","].contains(text(index)), tokens[index + 1].isWord { locals.insert(text(index + 1)) }
      index += 1
    }
  }

  private func isTypeBody(_ scope: Scope?) -> Bool {
    if case .type? = scope { true } else { false }
  }

  private func isHiddenInside(_ scopes: [Scope]) -> Bool {
    scopes.contains { scope in
      switch scope {
      case .type(_, let isPrivate): isPrivate
      case .code: true
      default: false
      }
    }
  }

  /// Whether a word declares something here: `.init`, `.extension` and `x.class` do not.
  private func isDeclaration(_ index: Int) -> Bool { text(index - 1) != "." }

  private mutating func declare(_ name: String, isPrivate: Bool, in scopes: [Scope]) {
    let isVisible = !isPrivate && !isHiddenInside(scopes) && (scopes.isEmpty || isTypeBody(scopes.last))
    if isVisible {
      members.insert(name)
    } else if isTypeBody(scopes.last) {
      hiddenMembers.insert(name)
    }
    if !isVisible { locals.insert(name) }
  }

  /// The name behind `struct`, `extension` and their like, part by part.
  private func qualifiedName(after index: Int) -> [String] {
    var names = [text(index + 1)]
    var next = index + 2
    while text(next) == "." {
      names.append(text(next + 1))
      next += 2
    }
    return names
  }

  /// The names that `let`, `var` or `for` bind: one, or those of a tuple.
  private func boundNames(after index: Int) -> [String] {
    guard text(index + 1) == "(" else { return listedNames(from: index + 1) }
    var names: [String] = []
    var next = index + 2
    var depth = 1
    while next < tokens.count, depth > 0 {
      if text(next) == "(" { depth += 1 }
      if text(next) == ")" { depth -= 1 }
      if tokens[next].isWord, text(next + 1) != ":" { names.append(text(next)) }
      next += 1
    }
    return names
  }

  /// The names of `x`, of `x, y: Double` and of `x = 1, y = 2` on one line.
  private func listedNames(from start: Int) -> [String] {
    guard tokens[start].isWord, text(start) != "case" else { return [] }
    var names = [text(start)]
    var depth = 0
    var index = start + 1
    while index + 1 < tokens.count, tokens[index].line == tokens[start].line {
      switch text(index) {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "," where depth == 0 && tokens[index + 1].isWord && ["=", ":", ","].contains(text(index + 2)):
        names.append(text(index + 1))
      default: break
      }
      if depth < 0 { break }
      index += 1
    }
    return names
  }

  /// The names of a closure's parameters, between its brace and `in`.
  private mutating func readClosure(after index: Int) {
    var next = index + 1
    var names: [String] = []
    while next < tokens.count, next < index + 24 {
      let word = text(next)
      if word == "in" {
        locals.formUnion(names)
        return
      }
      guard tokens[next].isWord || ["(", ")", ",", ":", ".", "[", "]", "?", "<", ">", "-"].contains(word) else {
        return
      }
      if tokens[next].isWord { names.append(word) }
      next += 1
    }
  }

  /// The cases of an enumeration, up to the end of their line of declaration.
  private mutating func readCases(from start: Int, _ scopes: [Scope]) -> Int {
    var index = start
    while index < tokens.count, tokens[index].isWord {
      declare(tokens[index].text, isPrivate: false, in: scopes)
      index += 1
      var depth = 0
      // Its values, which may be of types of the core.
      while index < tokens.count, depth > 0 || text(index) == "(" {
        if text(index) == "(" || text(index) == "[" { depth += 1 }
        if text(index) == ")" || text(index) == "]" { depth -= 1 }
        if tokens[index].isWord, text(index + 1) != ":" { use(index, nil) }
        index += 1
      }
      if text(index) == "=" { index += 2 }
      guard text(index) == "," else { break }
      index += 1
    }
    return index
  }

  /// The labels by which an initializer is called; `_` where it has none.
  private func labels(ofSignature index: Int) -> [String] {
    var next = index + 1
    while next < tokens.count, text(next) != "(" { next += 1 }
    return arguments(from: next).map { argument in
      tokens[argument.lowerBound].isWord ? text(argument.lowerBound) : "_"
    }
  }

  /// Where the arguments in a pair of parentheses stand.
  private func arguments(from open: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = open + 1
    var depth = 0
    var index = open
    while index < tokens.count {
      switch text(index) {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth == 0 {
          if index > start { found.append(start..<index) }
          return found
        }
      case "," where depth == 1:
        found.append(start..<index)
        start = index + 1
      default: break
      }
      index += 1
    }
    return found
  }

  private mutating func use(_ index: Int, _ level: Scope?) {
    let token = tokens[index]
    let isMember = text(index - 1) == "."
    // A label, of a call or of a parameter; what stands before a colon in a dictionary or behind `?` is a name.
    if text(index + 1) == ":", !tokens[index + 1].isApart, !isMember {
      switch level {
      case .signature:
        locals.insert(token.text)
        return
      case .tuple:
        hiddenMembers.insert(token.text)
        return
      case .arguments: return
      default: break
      }
    }
    // The label before a parameter's name.
    if case .signature? = level, ["(", ","].contains(text(index - 1)), index + 1 < tokens.count,
      tokens[index + 1].isWord
    {
      return
    }
    if text(index + 1) == "(", token.text.first?.isUppercase ?? false, !tokens[index + 1].isApart {
      let labels = arguments(from: index + 1).map { argument in
        text(argument.lowerBound + 1) == ":" && tokens[argument.lowerBound].isWord ? text(argument.lowerBound) : "_"
      }
      creations.append(Creation(type: token.text, labels: labels, line: token.line))
    }
    uses.append(Use(name: token.text, line: token.line, isMember: isMember))
  }

  private static let keywords: Set<String> = [
    "import", "init", "deinit", "subscript", "static", "public", "package", "internal", "open", "final", "mutating",
    "nonmutating", "inout", "throws", "rethrows", "throw", "try", "catch", "do", "if", "else", "guard", "switch",
    "case",
    "default", "for", "in", "while", "repeat", "return", "break", "continue", "fallthrough", "where", "as", "is", "nil",
    "true", "false", "self", "Self", "super", "some", "any", "get", "set", "willSet", "didSet", "lazy", "weak",
    "indirect",
    "unsafe", "async", "await", "borrowing", "consuming", "defer", "operator", "infix", "prefix", "postfix", "override",
    "convenience", "required", "_", "canImport", "func", "let", "var", "Any", "unowned", "nonisolated", "sending",
  ]
}
