extension OutlineDrawing {
  /// Whether a part and all inside it are taken out.
  func isLeftOut(_ part: Part) -> Bool {
    if property("display", of: part) == "none" { return true }
    if let opacity = property("opacity", of: part).flatMap({ Double($0) }), opacity <= 0 { return true }
    let classes = part.tag.text("class")?.split(whereSeparator: \.isWhitespace) ?? []
    return classes.contains { hiddenClasses.contains(String($0)) }
  }

  /// Whether a part is visible; one inside a hidden part may say so itself.
  func isShown(_ part: Part, within outer: Bool) -> Bool {
    switch property("visibility", of: part) {
    case "hidden", "collapse": false
    case "visible": true
    default: outer
    }
  }

  /// A property by style or else by attribute.
  private func property(_ name: StaticString, of part: Part) -> String? {
    if let style = part.tag.text("style") {
      for rule in style.split(separator: ";") {
        let pair = rule.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
        if pair.count == 2, pair[0] == "\(name)" { return pair[1].replacingOccurrence(of: "!important") }
      }
    }
    return part.tag.text(name).map { $0.filter { !$0.isWhitespace } }
  }

  /// Classes that a style sheet in the drawing hides.
  static func hiddenClasses(_ bytes: [UInt8]) -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("<style"), text.contains("none") || text.contains("hidden") else { return [] }
    var hidden: Set<String> = []
    for sheet in text.split(separator: "<style").dropFirst() {
      let content = sheet.split(separator: "</style", maxSplits: 1).first ?? ""
      for rule in content.split(separator: "}") {
        let halves = rule.split(separator: "{", maxSplits: 1)
        guard halves.count == 2 else { continue }
        let body = halves[1].filter { !$0.isWhitespace }
        guard body.contains("display:none") || body.contains("visibility:hidden") else { continue }
        for selector in halves[0].split(separator: ",") {
          if let name = selector.split(whereSeparator: \.isWhitespace).last, name.hasPrefix(".") {
            hidden.insert(String(name.dropFirst()))
          }
        }
      }
    }
    return hidden
  }
}

extension String {
  fileprivate func replacingOccurrence(of text: String) -> String {
    hasSuffix(text) ? String(dropLast(text.count)) : self
  }
}
