import Foundation
import Testing

@testable import OrthoticExport

@Suite struct ReportWebTests {
  private static let scripts = files("js")
  private static let styles = files("css")

  /// Files of one ending, by their paths.
  private static func files(_ ending: String) -> [String] {
    EmbeddedFiles.all.keys.filter { $0.hasSuffix("." + ending) }.sorted()
  }

  private func text(_ path: String) throws -> String { try #require(EmbeddedFiles.all[path]) }

  @Test("every part of the script is sound by itself", arguments: scripts) func everyPart(path: String) throws {
    let tokens = ScriptTokens(try text(path))
    #expect(tokens.faults == [], "\(path)")
    #expect(tokens.tokens.count > 300)
  }

  @Test("the parts of the script, which share one scope, declare no name twice") func partsOfTheScript() throws {
    let names = try Self.scripts.flatMap { ScriptTokens(try text($0)).globals }
    #expect(names.count > 80)
    #expect(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
    let whole = ScriptTokens(ReportWeb.script)
    #expect(whole.faults == [] && Set(whole.globals) == Set(names), "all parts stand in the page, none twice")
  }

  @Test("the script spells out in all texts from outside what would reorder or hide others") func spellsOut() throws {
    let base = try text("Report/Web/base.js")
    // The page's data goes through it as it is read, so that no place of the script can forget it.
    #expect(base.contains("(key, value) => typeof value === \"string\" ? spelledOut(value) : value)"))
    let line = try #require(base.split(separator: "\n").first { $0.contains("new RegExp") })
    for mark in ["\\u202e", "\\u2028", "\\u200b", "\\u2060", "\\u206f", "\\u061c", "\\u0000"] {
      #expect(line.contains(mark), "\(mark)")
    }
    // Line ends of notes and the thin space before units stay.
    let pattern = try #require(line.split(separator: "\"").dropFirst().first).replacing("\\\\", with: "\\")
    #expect(!pattern.contains("202f") && pattern.contains("u0008\\u000b"))
  }

  @Test("every element that the script asks for is in the page, or made by the script") func everyElement() throws {
    let tokens = ScriptTokens(ReportWeb.script).tokens
    var asked: Set<String> = []
    for index in tokens.indices.dropLast(3) where ["$", "fill"].contains(tokens[index].text) {
      let next = tokens[(index + 1)...(index + 3)].map(\.text)
      // A name that is put together at run time cannot be told from here.
      guard next[0] == "(", tokens[index + 2].kind == .string, [")", ","].contains(next[2]) else { continue }
      asked.insert(String(next[1].dropFirst().dropLast()))
    }
    #expect(asked.count > 20)
    for name in asked.sorted() {
      #expect(
        ReportWeb.page.contains("id=\"\(name)\"") || ReportWeb.script.contains("id: \"\(name)\""), "$(\"\(name)\")")
    }
  }

  @Test("every style sheet is sound by itself", arguments: styles) func everyStyleSheet(path: String) throws {
    let sheet = StyleSheet(try text(path))
    #expect(sheet.faults == [], "\(path)")
    #expect(sheet.rules.count > 15 && sheet.rules.allSatisfy { !$0.declarations.isEmpty })
  }

  @Test("the styles use the colours that they define, and classes that page and script have") func stylesUseTheColours()
    throws
  {
    let rules = StyleSheet(ReportWeb.style).rules
    let declared = Set(rules.flatMap(\.declarations).map(\.name))
    let markup = ReportWeb.page + ReportWeb.script
    let used = try Regex("var\\((--[a-z-]+)\\)")
    let classes = try Regex("[.#]([a-zA-Z][a-zA-Z-]*)")
    for rule in rules {
      for (name, value) in rule.declarations {
        for match in value.matches(of: used) {
          let color = String(try #require(match.output[1].substring))
          #expect(declared.contains(color), "\(rule.selector) {\(name): \(value)}")
        }
      }
      for match in rule.selector.matches(of: classes) {
        let word = String(try #require(match.output[1].substring))
        #expect(try markup.contains(Regex("\\b\(word)\\b")), "\(rule.selector)")
      }
    }
  }

  @Test(
    "a broken style sheet is told",
    arguments: [
      ("a{color:red", "not closed"), ("a{color:red}}", "closes nothing"), ("a{color}", "no property"),
      ("a{color:}", "no value"), ("a{background:rgb(1,2}", "is missing"), ("{color:red}", "selectors"),
      ("a{content:\"x}", "string"), ("a;b{color:red}", "no block"), ("a,,b{color:red}", "selectors"),
      ("@media print{a{color:red}", "not closed"), ("a{b{color:red}}", "no property"), ("/* a{}", "comment"),
      ("a{Color:red}", "no property"), ("a{color:red)}", "closes nothing"),
    ])
  func brokenStyleSheet(sheet: String, fault: String) {
    #expect(StyleSheet(sheet).faults.contains { $0.contains(fault) }, "\(StyleSheet(sheet).faults)")
  }

  @Test(
    "a broken script is told",
    arguments: [
      ("f(a[1)", "does not close"), ("f(a", "not closed"), ("}", "does not close anything"), ("x = \"a\n", "string"),
      ("x = `a${b`", "template"), ("/* x", "comment"), ("x = /ab[/]", "regular expression"), ("x = a § b", "no sign"),
      ("x = `${ {a: 1 }`; y", "not closed"),
    ])
  func brokenScriptIsTold(script: String, fault: String) {
    #expect(ScriptTokens(script).faults.contains { $0.contains(fault) }, "\(ScriptTokens(script).faults)")
  }

  @Test(
    "brackets in texts, comments and regular expressions count for nothing",
    arguments: [
      "x = a / b / c; // }", "y = s.replace(/[/}\"]+/g, '(')", "z = `a ${ {b: `c ${d}`}.b } }`", "return /'/.test(a)",
      "w = \"\\\"(\" + '\\'['",
    ])
  func bracketsInTextsComments(script: String) {
    #expect(ScriptTokens(script).faults == [])
  }
}
