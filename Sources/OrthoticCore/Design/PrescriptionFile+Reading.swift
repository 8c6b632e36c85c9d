extension PrescriptionFile {
  /// Reads a prescription file.
  ///
  /// - Throws: `InputError` naming the line, for text that is not JSON, a key or a value that the vocabulary does not have,
  ///   or a version newer than this program.
  public init(_ file: InputFile) throws(InputError) {
    let document = try JSONDocument.read(file)
    guard case .object(let members) = document.content else {
      throw InputError(
        .malformed("\(document.noun) is no prescription"), in: file.name, at: .line(document.line),
        expected: "an object such as { \"heelCup\": \"12 mm\" }", remedy: Self.remedy)
    }
    self.init(name: nil, notes: nil, settings: [])
    for member in members {
      switch member.key {
      case "schemaVersion": try Self.checkVersion(member, in: file)
      case "name": name = try Self.freeText(member, in: file)
      case "notes": notes = try Self.freeText(member, in: file)
      default: settings.append(try Self.setting(member, in: file))
      }
    }
    let order = PrescriptionVocabulary.elements.map(\.key)
    settings = order.compactMap { key in settings.first { $0.key == key } }
  }

  private static var remedy: String { "`orthotic design --print-rx` writes a complete one" }

  private static func setting(_ member: JSONDocument.Member, in file: InputFile) throws(InputError) -> Setting {
    guard let element = PrescriptionVocabulary.element(key: member.key) else {
      let keys = PrescriptionVocabulary.elements.map(\.key) + ownKeys
      let near = NearestWord.nearest(to: member.key, in: keys)
      throw InputError(
        .malformed("unknown key \"\(member.key)\""), in: file.name, at: .line(member.line),
        expected: near.map { "a known key, perhaps \"\($0)\"" } ?? "a known key", remedy: remedy)
    }
    let text: String? =
      switch member.value.content {
      case .text(let text): text
      case .number(let text): text
      default: nil
      }
    var scratch = Prescription()
    do throws(ValueError) {
      guard let text else { throw ValueError(expected: element.kind.expectation, example: element.kind.example) }
      try element.read(text, into: &scratch)
      return Setting(key: element.key, text: text)
    } catch {
      throw InputError(
        .malformed("\"\(member.key)\" cannot be \(member.value.noun)"), in: file.name, at: .line(member.value.line),
        expected: error.expected, remedy: "write for example \"\(member.key)\": \"\(error.example)\"")
    }
  }

  private static func checkVersion(_ member: JSONDocument.Member, in file: InputFile) throws(InputError) {
    if case .number(let text) = member.value.content, let version = Int(text), (1...schemaVersion).contains(version) {
      return
    }
    throw InputError(
      .unsupported("\"schemaVersion\" is \(member.value.noun)"), in: file.name, at: .line(member.value.line),
      expected: schemaVersion == 1 ? "1" : "1 to \(schemaVersion)",
      remedy: "update orthotic, or remove the key if the file is written by hand")
  }

  private static func freeText(_ member: JSONDocument.Member, in file: InputFile) throws(InputError) -> String {
    if case .text(let text) = member.value.content { return text }
    throw InputError(
      .malformed("\"\(member.key)\" cannot be \(member.value.noun)"), in: file.name, at: .line(member.value.line),
      expected: "text in double quotes", remedy: "write for example \"\(member.key)\": \"flat foot\"")
  }
}
