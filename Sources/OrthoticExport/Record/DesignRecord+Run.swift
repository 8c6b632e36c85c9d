import OrthoticCore

extension DesignRecord {
  /// The words of a run that decide its outcome: no prescription, which stands elsewhere, and no place for outputs.
  public struct Run: Codable, Equatable, Sendable {
    /// A flag with its value.
    public struct Flag: Codable, Equatable, Sendable {
      /// Name without the two hyphens.
      public var name: String
      /// Value as given; empty for a flag that stands alone.
      public var value: String

      /// Creates a flag.
      public init(name: String, value: String) {
        self.name = name
        self.value = value
      }
    }

    /// The command.
    public var command: String
    /// What stood beside the flags; none where names of files are left out.
    public var operands: [String]
    /// The flags in the order of help.
    public var flags: [Flag]

    /// Creates the words of a run.
    public init(command: String, operands: [String], flags: [Flag]) {
      self.command = command
      self.operands = operands
      self.flags = flags
    }
  }

  /// A file that was read.
  public struct Input: Codable, Equatable, Sendable {
    /// What it was read for: `scan`, or the flag that named it.
    public var role: String
    /// Path as given; absent unless names are asked for, since they may tell who the person is.
    public var path: String?
    /// Size, bytes; absent for standard input.
    public var bytes: Int?
    /// SHA-256 of the file as it is stored; absent for standard input.
    public var sha256: String?

    /// Records a file by its bytes; `nil` where they are not to be had again.
    public init(role: String, path: String? = nil, bytes: [UInt8]?) {
      self.role = role
      self.path = path
      self.bytes = bytes?.count
      sha256 = bytes.map(SHA256.hash)
    }
  }

  /// A file that was made.
  public struct Output: Codable, Equatable, Sendable {
    /// Path as given; absent where nothing was written, and unless names are asked for.
    public var path: String?
    /// Format, as `DeviceFormat` names it.
    public var format: String
    /// Size, bytes.
    public var bytes: Int
    /// SHA-256 of the file.
    public var sha256: String

    /// Records an output by its bytes.
    public init(path: String?, format: MeshFormat, bytes: [UInt8]) {
      self.init(path: path, format: .mesh(format), bytes: bytes)
    }

    /// Records an output of any format by its bytes.
    public init(path: String?, format: DeviceFormat, bytes: [UInt8]) {
      self.path = path
      self.format = format.name
      self.bytes = bytes.count
      sha256 = SHA256.hash(bytes)
    }
  }

  /// A prescription as its file writes it: values with units, by the keys of `PrescriptionVocabulary`.
  public struct PrescriptionTexts: Codable, Equatable, Sendable {
    /// What the prescriber calls it.
    public var name: String?
    /// The prescriber's notes.
    public var notes: String?
    /// Every element as asked for; `auto` where the program was to find it.
    public var requested: [String: String]
    /// Every element as it was carried out.
    public var carriedOut: [String: String]

    /// Records a prescription.
    init(name: String?, notes: String?, requested: Prescription, carriedOut: Prescription) {
      self.name = name
      self.notes = notes
      self.requested = Self.texts(of: requested)
      self.carriedOut = Self.texts(of: carriedOut)
    }

    private static func texts(of prescription: Prescription) -> [String: String] {
      var texts: [String: String] = [:]
      for element in PrescriptionVocabulary.elements { texts[element.key] = element.text(in: prescription) }
      return texts
    }
  }

  /// Something that was decided for the user.
  public struct Assumed: Codable, Equatable, Sendable {
    /// What was decided.
    public var what: String
    /// The value taken.
    public var value: String
    /// The reason.
    public var why: String
    /// The setting that overrides it, as the program calls it.
    public var override: String

    /// Records an assumption with settings called by some names.
    init(_ assumption: Assumption, naming names: SettingNames) {
      what = assumption.what
      value = assumption.value
      why = assumption.why.text(naming: names)
      override = assumption.override.text(naming: names)
    }
  }

  /// Something that the user should know.
  public struct Warning: Codable, Equatable, Sendable {
    /// `note`, `warning` or `error`.
    public var severity: String
    /// A stable name for programs.
    public var code: String
    /// One sentence for a person.
    public var message: String
    /// What to change; empty where nothing can be done.
    public var remedy: String

    /// Records a finding with settings called by some names.
    init(_ finding: Finding, naming names: SettingNames) {
      severity = finding.severity.rawValue
      code = finding.code
      message = finding.message.text(naming: names)
      remedy = finding.remedy.text(naming: names)
    }
  }
}
