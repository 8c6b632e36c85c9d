/// Every element of a prescription, once: flags, file keys, help, completions and the round trip come from here.
public enum PrescriptionVocabulary {
  /// The elements in the order in which help lists them and files are written.
  ///
  /// Values are also applied in this order, so that the order of flags or keys never matters.
  public static let elements: [PrescriptionElement] =
    shell + heel + arch + forefoot + offloading + person

  /// The element of a flag, named without its two hyphens, or `nil`.
  public static func element(flag: String) -> PrescriptionElement? { elements.first { $0.flag == flag } }

  /// The element of a file's key, or `nil`.
  public static func element(key: String) -> PrescriptionElement? { elements.first { $0.key == key } }
}

extension PrescriptionElement {
  /// An element that is a material of a catalogue.
  init(
    _ flag: String, _ field: WritableKeyPath<Prescription, Material> & Sendable, among catalog: [Material],
    group: Group, _ summary: String, _ detail: Wording
  ) {
    self.init(
      flag: flag, group: group, kind: .choice(catalog.map(\.name)), summary: summary, detail: detail,
      take: { value, prescription in
        if case .text(let name) = value, let material = catalog.first(where: { $0.name == name }) {
          prescription[keyPath: field] = material
        }
      },
      write: { prescription in prescription[keyPath: field].name })
  }
}
