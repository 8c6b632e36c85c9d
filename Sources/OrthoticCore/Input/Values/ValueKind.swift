/// What a flag or a prescription key takes: how its text is read, checked and described.
public enum ValueKind: Equatable, Sendable {
  /// A word that stands for a number, such as `wide`, or for "found by the program" where the number is `nil`.
  public struct Word: Equatable, Sendable {
    /// The word.
    public var name: String
    /// The number it stands for.
    public var value: Double?

    /// Creates a word.
    public init(_ name: String, _ value: Double?) {
      self.name = name
      self.value = value
    }
  }

  /// A number with a unit, within a range, or one of some words.
  case quantity(Dimension, ClosedRange<Double>, words: [Word] = [])
  /// A whole number within a range.
  case whole(ClosedRange<Int>)
  /// One of a few names.
  case choice([String])
  /// A value with a spelling of its own, or one of some words.
  case notation(Notation, words: [String] = [])
  /// Words of the user's own; help calls them by the placeholder.
  case text(placeholder: String)
  /// A file; completion offers these endings, or all files where there are none.
  case path(placeholder: String, endings: [String])
  /// Nothing: the flag's presence is the value.
  case toggle

  /// A value that was read and checked.
  public enum Value: Equatable, Sendable {
    /// A number in the unit that is kept; `nil` where a word for "found by the program" was given.
    case number(Double?)
    /// A whole number.
    case whole(Int)
    /// A name, a path or free text.
    case text(String)
    /// A toggle's presence.
    case on
  }

  /// Reads a value.
  ///
  /// - Throws: `ValueError` saying what would have been taken.
  public func read(_ text: String) throws(ValueError) -> Value {
    switch self {
    case .quantity(let dimension, let range, let words):
      let name = Dimension.trimmed(text).lowercased()
      if let word = words.first(where: { $0.name == name }) { return .number(word.value) }
      if let value = dimension.value(of: text), range.contains(value) { return .number(value) }
    case .whole(let range):
      if let value = Int(Dimension.trimmed(text)), range.contains(value) { return .whole(value) }
    case .choice(let names):
      let name = Dimension.trimmed(text).lowercased()
      if let found = names.first(where: { $0.lowercased() == name }) { return .text(found) }
    case .notation(let notation, let words):
      let name = Dimension.trimmed(text).lowercased()
      if words.contains(name) { return .text(name) }
      if let canonical = notation.canonical(text) { return .text(canonical) }
    case .text, .path:
      if !text.isEmpty { return .text(text) }
    case .toggle:
      return .on
    }
    throw ValueError(expected: expectation, example: example)
  }

  /// What a message says was expected, such as `a length from 0 to 30 mm`.
  public var expectation: String {
    switch self {
    case .quantity(let dimension, let range, let words):
      (["\(dimension.noun) from \(rangeText(dimension, range))"] + words.map(\.name)).joined(separator: " or ")
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let names):
      names.count > 3 ? "one of " + names.joined(separator: ", ") : names.joined(separator: " or ")
    case .notation(let notation, let words): ([notation.expectation] + words).joined(separator: " or ")
    case .text: "some text"
    case .path: "a path"
    case .toggle: "no value"
    }
  }

  /// The range as help prints it, such as `0 to 30 mm`; empty where there is none.
  public var rangeDescription: String {
    switch self {
    case .quantity(let dimension, let range, let words):
      ([rangeText(dimension, range)] + words.map(\.name)).joined(separator: ", ")
    case .whole(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .choice(let names): names.joined(separator: ", ")
    case .notation(let notation, let words): ([notation.expectation] + words).joined(separator: ", ")
    case .text, .path, .toggle: ""
    }
  }

  private func rangeText(_ dimension: Dimension, _ range: ClosedRange<Double>) -> String {
    if dimension == .tilt {
      let lower = Dimension.shortest(-range.lowerBound)
      return "\(lower) deg valgus to \(Dimension.shortest(range.upperBound)) deg varus"
    }
    let unit = dimension.unitName
    let text = "\(dimension.bareText(range.lowerBound)) to \(dimension.bareText(range.upperBound))"
    return unit.isEmpty ? text : "\(text) \(unit)"
  }

  /// A value that `read` takes.
  public var example: String {
    switch self {
    case .quantity(let dimension, let range, _):
      // A third up the range looks like a real dose; rounded so that it reads like one.
      let third = range.lowerBound + (range.upperBound - range.lowerBound) / 3
      let scale = dimension == .share ? 0.01 : 1
      let rounded = (third / scale).rounded() * scale
      return Self.joined(dimension.text(range.contains(rounded) ? rounded : third))
    case .whole(let range): return "\(min(max(2, range.lowerBound), range.upperBound))"
    case .choice(let names): return names.dropFirst().first ?? names.first ?? ""
    case .notation(let notation, _): return notation.example
    case .text(let placeholder), .path(let placeholder, _): return placeholder
    case .toggle: return ""
    }
  }

  /// The word of a text that is none of those that are taken, and the one it was most likely meant to be.
  public func misspelt(in text: String) -> (word: String, meant: String)? {
    switch self {
    case .choice(let names): NearestWord.nearest(to: text, in: names).map { (text, $0) }
    case .notation(let notation, let words):
      Self.misspelt(in: text, names: (notation.names + words).flatMap { Self.words(of: $0) })
    default: nil
    }
  }

  private static func misspelt(in text: String, names: [String]) -> (word: String, meant: String)? {
    for word in words(of: text) where Double(word) == nil && !names.contains(word.lowercased()) {
      if let near = NearestWord.nearest(to: word, in: names) { return (word, near) }
    }
    return nil
  }

  /// The words of a list such as `heel:soft, toes:firm`; none of a text too long to be one.
  private static func words(of text: String) -> [String] {
    guard text.utf8.count <= 1000 else { return [] }
    return text.split { $0 == "," || $0 == "+" || $0 == ":" }.map { Dimension.trimmed(String($0)) }
  }

  /// What help writes in place of the value; empty for a toggle.
  public var placeholder: String {
    switch self {
    case .quantity(let dimension, _, _): dimension.placeholder
    case .whole: "N"
    case .choice(let names): names.joined(separator: "|")
    case .notation(let notation, _): notation.placeholder
    case .text(let placeholder), .path(let placeholder, _): placeholder
    case .toggle: ""
    }
  }

  /// `12 mm` as one shell word, `12mm`; `4 deg varus` as `4varus`.
  private static func joined(_ text: String) -> String {
    var parts = text.split(separator: " ")
    if parts.count > 2 { parts.remove(at: 1) }
    return parts.joined()
  }
}
