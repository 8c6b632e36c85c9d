import OrthoticCore

/// A prescription with the name under which results show it.
struct NamedPrescription: Equatable, Sendable {
  var name: String
  var prescription: Prescription
  /// The file that it came from, or none.
  var file: PrescriptionFile?

  /// What the flags set, which goes over what a file says about one foot.
  var flags: [PrescriptionFile.Setting] = []

  /// The complete file of the prescription, with the name and notes of the file that it came from.
  var completeFile: PrescriptionFile {
    var complete = PrescriptionFile(prescription, name: file?.name, notes: file?.notes)
    let set = flags.map(\.key)
    complete.overrides = (file?.overrides ?? [:]).mapValues { $0.filter { !set.contains($0.key) } }
    return complete
  }

  /// What the rules say before any file is read, with what the person's findings decide, each finding once.
  func ruleFindings(for sides: [Side]) -> [Finding] {
    var findings: [Finding] = []
    for side in sides {
      findings += Lint.findings(of: prescription(for: side).decided(for: side).prescription).filter {
        !findings.contains($0)
      }
    }
    return findings
  }

  /// The prescription of one foot: what the file says about it goes over the rest, and flags over that.
  func prescription(for side: Side) -> Prescription {
    let override = (file?.overrides[side] ?? []).filter { setting in !flags.contains { $0.key == setting.key } }
    var one = PrescriptionFile(prescription)
    one.settings = override
    return one.applied(to: prescription)
  }
}

extension ParsedArguments {
  /// The one prescription of a design: defaults, the preset, the file, then flags.
  ///
  /// - Throws: `UsageError` or the `InputError` of the file.
  func prescription() throws -> NamedPrescription {
    let paths = texts(.prescription)
    if paths.count > 1 {
      throw UsageError(
        "--rx is given \(paths.count) times: \(command.rawValue) takes one; orthotic compare takes several")
    }
    var result = try paths.first.map { try Self.load($0, over: start) } ?? start
    try apply(elements, to: &result)
    return result
  }

  /// The variants to compare: one of each file, times one of each dose in each series.
  ///
  /// - Throws: `UsageError` for more variants than a person can compare, or the `InputError` of a file.
  func variants() throws -> [NamedPrescription] {
    let paths = texts(.prescription)
    var result = try paths.map { try Self.load($0, over: start) }
    if result.isEmpty { result = [start] }
    let single = elements.filter { $0.given.count == 1 }
    for index in result.indices { try apply(single, to: &result[index]) }
    for (element, given) in elements where given.count > 1 {
      let count = result.count.multipliedReportingOverflow(by: given.count)
      if count.overflow || count.partialValue > Self.mostVariants {
        throw UsageError("--\(element.flag): more than \(Self.mostVariants) variants; give fewer doses or fewer files")
      }
      let alone = paths.isEmpty && result.count == 1
      result = try result.flatMap { base in
        try given.map { dose in
          var variant = base
          let name = "\(element.flag) \(dose.text)"
          variant.name = alone ? name : "\(base.name), \(name)"
          try apply([(element, [dose])], to: &variant)
          return variant
        }
      }
    }
    return result
  }

  /// A table of more would not be read, and takes minutes.
  static let mostVariants = 1000

  private typealias Dose = (element: PrescriptionElement, given: [Given])

  /// The elements given by flag, in the order of the vocabulary.
  private var elements: [Dose] {
    PrescriptionVocabulary.elements.compactMap { element in
      guard let flag = FlagTable.flag(named: element.flag) else { return nil }
      let given = values(of: flag)
      return given.isEmpty ? nil : (element, given)
    }
  }

  private func apply(_ doses: [Dose], to named: inout NamedPrescription) throws(UsageError) {
    for (element, given) in doses {
      guard let text = given.first?.text else { continue }
      do {
        try element.read(text, into: &named.prescription)
        named.flags.append(PrescriptionFile.Setting(key: element.key, text: text))
      } catch {
        throw UsageError("--\(element.flag) \(text): expected \(error.expected)")
      }
    }
  }

  /// What file and flags go over: the preset, or the defaults.
  private var start: NamedPrescription {
    guard let preset = text(.preset).flatMap(Preset.named) else {
      return NamedPrescription(name: "standard", prescription: Prescription())
    }
    return NamedPrescription(
      name: preset.name, prescription: preset.file.applied(to: Prescription()), file: preset.file)
  }

  private static func load(_ path: String, over start: NamedPrescription) throws(InputError) -> NamedPrescription {
    let file = try PrescriptionFile(InputFile.load(path: path))
    let base = path.split(separator: "/").last.map(String.init) ?? path
    let stem = base.hasSuffix(".json") ? String(base.dropLast(5)) : base
    return NamedPrescription(name: file.name ?? stem, prescription: file.applied(to: start.prescription), file: file)
  }
}
