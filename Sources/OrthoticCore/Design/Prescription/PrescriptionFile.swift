/// A prescription as a file holds it: some or all elements, each with its unit.
///
/// ```json
/// {
///   "schemaVersion": 2,
///   "name": "flat foot",
///   "heelCup": "14 mm",
///   "castFill": "1/8 in",
///   "rearfootPost": "4 deg varus",
///   "left": { "heelLift": "4 mm" }
/// }
/// ```
/// An element that is not there keeps the value it had: defaults, then the file, then flags.
public struct PrescriptionFile: Equatable, Sendable {
  /// The version of the form that this program writes; older ones are read.
  public static let schemaVersion = 2

  /// Keys that are not elements.
  static let ownKeys = ["schemaVersion", "name", "notes", "left", "right"]

  /// A value for one element.
  public struct Setting: Equatable, Sendable {
    /// Key of the element in `PrescriptionVocabulary`.
    public var key: String
    /// The value as written, such as `12 mm`; known to be readable.
    public var text: String

    /// Creates a setting; `text` is one that the element reads.
    public init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }

  /// What the prescriber calls it.
  public var name: String?
  /// Free text.
  public var notes: String?
  /// The elements given, in the order of the vocabulary.
  public var settings: [Setting]
  /// What differs for one foot, in the order of the vocabulary.
  public var overrides: [Side: [Setting]] = [:]

  /// The complete file of a prescription: every element.
  public init(_ prescription: Prescription, name: String? = nil, notes: String? = nil) {
    self.name = name
    self.notes = notes
    settings = PrescriptionVocabulary.elements.map { Setting(key: $0.key, text: $0.text(in: prescription)) }
  }

  init(name: String?, notes: String?, settings: [Setting]) {
    self.name = name
    self.notes = notes
    self.settings = settings
  }

  /// The prescription with this file's elements replaced, without those of one foot.
  public func applied(to prescription: Prescription) -> Prescription { Self.applied(settings, to: prescription) }

  /// The prescription with this file's elements replaced, those of one foot last.
  public func applied(to prescription: Prescription, for side: Side) -> Prescription {
    Self.applied(overrides[side] ?? [], to: applied(to: prescription))
  }

  /// The prescription with settings stored, in the order of the vocabulary.
  static func applied(_ settings: [Setting], to prescription: Prescription) -> Prescription {
    var result = prescription
    for setting in settings {
      // Readable was checked when the setting was made.
      try? PrescriptionVocabulary.element(key: setting.key)?.read(setting.text, into: &result)
    }
    return result
  }
}
