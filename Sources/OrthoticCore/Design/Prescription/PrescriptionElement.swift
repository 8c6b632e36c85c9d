/// One entry of the prescription vocabulary: a modification as flags, files, help and lint name it.
///
/// ```
/// PrescriptionElement(
///   "heel-cup", .length, \.heelCupDepth, 0...30, group: .heel,
///   "Height of the heel cup's rim above the heel's lowest point", "Shallow cups …")
/// ```
/// is all that a new number needs: the flag `--heel-cup`, the key `heelCup`, its default (read from
/// `Prescription()`), range check, help, completion and round trip follow from it.
public struct PrescriptionElement: Sendable {
  /// Headings under which help lists the elements, in this order.
  public enum Group: String, Sendable, CaseIterable {
    /// Thickness, material, width and length.
    case shell = "Shell"
    /// Cup, skives, posts, lift and openings.
    case heel = "Heel"
    /// Arch support, groove and flanges.
    case arch = "Arch"
    /// Posts, pads, bars, extensions, recesses and hollows.
    case forefoot = "Forefoot"
    /// Zones computed from the pressure map.
    case offloading = "Offloading"
    /// What is known about the person.
    case person = "Person"
  }

  /// Name of the flag, without the two hyphens.
  public let flag: String
  /// Heading in help.
  public let group: Group
  /// What values it takes.
  public let kind: ValueKind
  /// One line for short help.
  public let summary: String
  /// More for long help: when to use it and what it does on the foot.
  public let detail: Wording

  let take: @Sendable (ValueKind.Value, inout Prescription) -> Void
  let write: @Sendable (Prescription) -> String

  /// Name of the key in a prescription file: the flag's name in lowerCamelCase.
  public var key: String {
    let parts = flag.split(separator: "-")
    return parts.dropFirst().reduce(String(parts.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }

  /// The default as a file would write it.
  public var defaultText: String { text(in: Prescription()) }

  /// The value that a prescription holds, as a file writes it; `read` gives the same value back.
  public func text(in prescription: Prescription) -> String { write(prescription) }

  /// Reads a value and stores it in a prescription.
  ///
  /// - Throws: `ValueError` saying what would have been taken; the prescription is then unchanged.
  public func read(_ text: String, into prescription: inout Prescription) throws(ValueError) {
    take(try kind.read(text), &prescription)
  }
}

extension PrescriptionElement {
  /// An element that is a number; `words` name some of its values.
  init(
    _ flag: String, _ dimension: Dimension, _ field: WritableKeyPath<Prescription, Double> & Sendable,
    _ range: ClosedRange<Double>, words: [ValueKind.Word] = [], group: Group, _ summary: String, _ detail: Wording
  ) {
    self.init(
      flag: flag, group: group, kind: .quantity(dimension, range, words: words), summary: summary, detail: detail,
      take: { value, prescription in
        if case .number(let number?) = value { prescription[keyPath: field] = number }
      },
      write: { prescription in
        let value = prescription[keyPath: field]
        return words.first { $0.value == value }?.name ?? dimension.text(value)
      })
  }

  /// An element that is a number, or found by the program under the name `absent`.
  init(
    _ flag: String, _ dimension: Dimension, _ field: WritableKeyPath<Prescription, Double?> & Sendable,
    _ range: ClosedRange<Double>, absent: String, group: Group, _ summary: String, _ detail: Wording
  ) {
    self.init(
      flag: flag, group: group, kind: .quantity(dimension, range, words: [ValueKind.Word(absent, nil)]),
      summary: summary, detail: detail,
      take: { value, prescription in
        if case .number(let number) = value { prescription[keyPath: field] = number }
      },
      write: { prescription in prescription[keyPath: field].map(dimension.text) ?? absent })
  }

  /// An element that is one of a few names, or found by the program under the name `absent`.
  init<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ flag: String, _ field: WritableKeyPath<Prescription, Choice?> & Sendable, absent: String, group: Group,
    _ summary: String, _ detail: Wording
  ) {
    self.init(
      flag: flag, group: group, kind: .choice(Choice.allCases.map(\.rawValue) + [absent]), summary: summary,
      detail: detail,
      take: { value, prescription in
        if case .text(let name) = value { prescription[keyPath: field] = Choice(rawValue: name) }
      },
      write: { prescription in prescription[keyPath: field]?.rawValue ?? absent })
  }

  /// An element that is one of a few names.
  init<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ flag: String, _ field: WritableKeyPath<Prescription, Choice> & Sendable, group: Group, _ summary: String,
    _ detail: Wording
  ) {
    self.init(
      flag: flag, group: group, kind: .choice(Choice.allCases.map(\.rawValue)), summary: summary, detail: detail,
      take: { value, prescription in
        if case .text(let name) = value, let choice = Choice(rawValue: name) { prescription[keyPath: field] = choice }
      },
      write: { prescription in prescription[keyPath: field].rawValue })
  }

  /// An element in a notation of its own.
  init<Value: Notated>(
    _ flag: String, _ field: WritableKeyPath<Prescription, Value> & Sendable, group: Group, _ summary: String,
    _ detail: Wording
  ) {
    self.init(
      flag: flag, group: group, kind: .notation(Value.notation), summary: summary, detail: detail,
      take: { value, prescription in
        if case .text(let text) = value, let read = Value(text: text) { prescription[keyPath: field] = read }
      },
      write: { prescription in prescription[keyPath: field].text })
  }

  /// An element in a notation of its own, or not known under the name `absent`.
  init<Value: Notated>(
    _ flag: String, _ field: WritableKeyPath<Prescription, Value?> & Sendable, absent: String, group: Group,
    _ summary: String, _ detail: Wording
  ) {
    self.init(
      flag: flag, group: group, kind: .notation(Value.notation, words: [absent]), summary: summary, detail: detail,
      take: { value, prescription in
        guard case .text(let text) = value else { return }
        prescription[keyPath: field] = text == absent ? nil : Value(text: text)
      },
      write: { prescription in prescription[keyPath: field]?.text ?? absent })
  }
}
