extension PrescriptionFile {
  /// Reads a prescription file.
  ///
  /// - Throws: `InputError` naming the line, for text that is not JSON, a key or a value that the vocabulary does not have,
  ///   or a version newer than this program.
  public init(_ file: InputFile) throws(InputError) {
    let document = try JSONDocument.read(file, remedy: Self.remedy)
    guard case .object(let members) = document.content else {
      throw InputError(
        .malformed("\(document.noun) is no prescription"), in: file.name, at: .line(document.line),
        expected: "an object such as { \"heelCup\": \"12 mm\" }", remedy: Self.remedy)
    }
    self.init(name: nil, notes: nil, settings: [])
    // The version decides how the keys are read, wherever it stands.
    let version =
      if let member = members.first(where: { $0.key == "schemaVersion" }) {
        try Self.version(member, in: file)
      } else {
        Self.schemaVersion
      }
    var read: [Setting] = []
    for member in members {
      switch member.key {
      case "schemaVersion": break
      case "name": name = try Self.freeText(member, in: file)
      case "notes": notes = try Self.freeText(member, in: file)
      case "left": overrides[.left] = try Self.override(member, version: version, in: file)
      case "right": overrides[.right] = try Self.override(member, version: version, in: file)
      default: read.append(try Self.setting(member, version: version, in: file))
      }
    }
    settings = Self.ordered(read)
  }

  /// Settings in the order of the vocabulary, in which they are applied.
  private static func ordered(_ settings: [Setting]) -> [Setting] {
    PrescriptionVocabulary.elements.compactMap { element in settings.first { $0.key == element.key } }
  }

  private static func override(
    _ member: JSONDocument.Member, version: Int, in file: InputFile
  ) throws(InputError) -> [Setting] {
    guard case .object(let members) = member.value.content else {
      throw InputError(
        .malformed("\"\(member.key)\" cannot be \(member.value.noun)"), in: file.name, at: .line(member.value.line),
        expected: "an object with the elements that differ for the \(member.key) foot",
        remedy: "write for example \"\(member.key)\": { \"heelLift\": \"4 mm\" }")
    }
    var read: [Setting] = []
    for member in members { read.append(try setting(member, version: version, in: file)) }
    return ordered(read)
  }

  private static var remedy: Wording { "\(tool: .completePrescription) writes a complete one" }

  private static func setting(
    _ member: JSONDocument.Member, version: Int, in file: InputFile
  ) throws(InputError) -> Setting {
    let key = PrescriptionMigration.current.key(member.key, fromVersion: version)
    guard let element = PrescriptionVocabulary.element(key: key) else {
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
      let meant = text.flatMap { element.kind.misspelt(in: $0)?.meant }
      throw InputError(
        .malformed("\"\(member.key)\" cannot be \(member.value.noun)"), in: file.name, at: .line(member.value.line),
        expected: error.expected + (meant.map { ", perhaps \"\($0)\"" } ?? ""),
        remedy: "write for example \"\(member.key)\": \"\(error.example)\"")
    }
  }

  private static func version(_ member: JSONDocument.Member, in file: InputFile) throws(InputError) -> Int {
    if case .number(let text) = member.value.content, let version = Int(text), (1...schemaVersion).contains(version) {
      return version
    }
    throw InputError(
      .unsupported("\"schemaVersion\" is \(member.value.noun)"), in: file.name, at: .line(member.value.line),
      expected: "1 to \(schemaVersion)",
      remedy: "update orthotic, or remove the key if the file is written by hand")
  }

  private static func freeText(_ member: JSONDocument.Member, in file: InputFile) throws(InputError) -> String {
    if case .text(let text) = member.value.content { return text }
    throw InputError(
      .malformed("\"\(member.key)\" cannot be \(member.value.noun)"), in: file.name, at: .line(member.value.line),
      expected: "text in double quotes", remedy: "write for example \"\(member.key)\": \"flat foot\"")
  }
}
