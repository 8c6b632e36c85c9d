/// Something that no file said and that was decided for the user, with the setting that overrides it.
public struct Assumption: Equatable, Sendable {
  /// What was decided, such as `units`.
  public var what: String
  /// The value taken, such as `mm`.
  public var value: String
  /// The reason, such as `extent 274`.
  public var why: Wording
  /// The setting that overrides it, such as `Setting.unit`, perhaps with a value; empty where there is none.
  public var override: Wording

  /// Creates an assumption.
  public init(what: String, value: String, why: Wording, override: Wording) {
    self.what = what
    self.value = value
    self.why = why
    self.override = override
  }
}

/// Something about the result that the user should know: collected, never thrown.
public struct Finding: Equatable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable, Comparable {
    /// Good to know.
    case note
    /// Likely to matter; the result stands.
    case warning
    /// The result should not be used as it is.
    case error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }

    /// Note before warning before error.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable name for programs, kebab-case, such as `skive-needs-deep-cup`.
  public var code: String
  /// One sentence for a person.
  public var message: Wording
  /// What to change, naming the settings; empty where nothing can be done.
  public var remedy: Wording

  /// Creates a finding.
  public init(_ severity: Severity, code: String, message: Wording, remedy: Wording = "") {
    self.severity = severity
    self.code = code
    self.message = message
    self.remedy = remedy
  }
}
