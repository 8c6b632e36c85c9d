/// A style sheet taken apart by the grammar of CSS (Syntax Module Level 3, as far as the report's pages use it).
struct StyleSheet {
  /// A selector, or `@page`, with what stands between its braces.
  struct Rule {
    var selector: String
    var declarations: [(name: String, value: String)] = []
  }

  /// The rules in order, those inside `@media` among them.
  private(set) var rules: [Rule] = []
  /// What breaks the grammar, with its line.
  private(set) var faults: [String] = []

  private let text: [Character]
  private var place = 0

  init(_ text: String) {
    self.text = Array(text)
    readRules(isNested: false)
  }

  private mutating func readRules(isNested: Bool) {
    while true {
      skipSpace()
      guard place < text.count else {
        if isNested { fault("a block is not closed") }
        return
      }
      if text[place] == "}" {
        if !isNested { fault("a brace closes nothing") }
        place += 1
        if isNested { return }
        continue
      }
      let head = read(until: "{;}")
      guard place < text.count, text[place] == "{" else {
        fault("\"\(head)\" has no block")
        place += place < text.count && text[place] == ";" ? 1 : 0
        continue
      }
      place += 1
      if head.hasPrefix("@media ") {
        readRules(isNested: true)
      } else {
        if head != "@page" { checkSelectors(head) }
        readDeclarations(of: head)
      }
    }
  }

  private mutating func readDeclarations(of selector: String) {
    var rule = Rule(selector: selector)
    defer { rules.append(rule) }
    while true {
      skipSpace()
      guard place < text.count else { return fault("the block of \"\(selector)\" is not closed") }
      if text[place] == "}" {
        place += 1
        return
      }
      let name = read(until: ":;{}")
      guard place < text.count, text[place] == ":", Self.isName(name) else {
        fault("\"\(name)\" in \"\(selector)\" is no property with a value")
        place += 1
        continue
      }
      place += 1
      let value = read(until: ";{}")
      if value.isEmpty { fault("\"\(name)\" of \"\(selector)\" has no value") }
      if place < text.count, text[place] == "{" {
        fault("a block inside \"\(selector)\"")
        place += 1
      }
      if place < text.count, text[place] == ";" { place += 1 }
      rule.declarations.append((name, value))
    }
  }

  /// Text up to one of some characters outside of strings and parentheses, without space around it.
  private mutating func read(until ends: String) -> String {
    var open: [Character] = []
    let start = place
    while place < text.count {
      let character = text[place]
      if character == "\"" || character == "'" {
        let opened = place
        place += 1
        while place < text.count, text[place] != character, text[place] != "\n" { place += text[place] == "\\" ? 2 : 1 }
        if place >= text.count || text[place] != character { fault("a string is not closed", at: opened) }
      } else if character == "(" || character == "[" {
        open.append(character == "(" ? ")" : "]")
      } else if character == ")" || character == "]" {
        if open.popLast() != character { fault("\"\(character)\" closes nothing") }
      } else if "{}".contains(character), !open.isEmpty {
        fault("\"\(open[open.count - 1])\" is missing")
        open = []
        continue
      } else if open.isEmpty, ends.contains(character) {
        break
      }
      place += 1
    }
    var part = text[start..<min(place, text.count)]
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }

  private mutating func checkSelectors(_ list: String) {
    for selector in list.split(separator: ",", omittingEmptySubsequences: false) {
      let bare = selector.drop { $0.isWhitespace }
      let isSound = bare.allSatisfy { $0.isLetter || $0.isNumber || ".#-_*[]=\"()>+~: ".contains($0) }
      if bare.isEmpty || !isSound { fault("\"\(list)\" is no list of selectors") }
    }
  }

  private mutating func skipSpace() {
    while place < text.count {
      if text[place].isWhitespace {
        place += 1
      } else if text[place] == "/", place + 1 < text.count, text[place + 1] == "*" {
        let opened = place
        place += 2
        while place + 1 < text.count, text[place] != "*" || text[place + 1] != "/" { place += 1 }
        if place + 1 >= text.count { fault("a comment is not closed", at: opened) }
        place += 2
      } else {
        return
      }
    }
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }

  private mutating func fault(_ what: String, at position: Int? = nil) {
    let line = text[..<min(position ?? place, text.count)].count { $0 == "\n" } + 1
    faults.append("line \(line): \(what)")
  }
}
