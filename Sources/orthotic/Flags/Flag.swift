import OrthoticCore

/// One entry of the table that drives parser, help, completions, man page and tests.
struct Flag: Sendable {
  /// Headings under which help lists flags, in this order.
  enum Group: Hashable, Sendable {
    case output
    case optimization
    case printing
    case scan
    case pressure
    case prescription
    case element(PrescriptionElement.Group)
    case general

    static let all: [Group] =
      [.output, .optimization, .printing, .scan, .pressure, .prescription]
      + PrescriptionElement.Group.allCases.map(Group.element) + [.general]

    var heading: String {
      switch self {
      case .output: "Output"
      case .optimization: "Optimization"
      case .printing: "Printing"
      case .scan: "Scan"
      case .pressure: "Pressure"
      case .prescription: "Prescription"
      case .element(let group): "Prescription: \(group.rawValue.lowercased())"
      case .general: "General"
      }
    }
  }

  /// Name without the two hyphens.
  let name: String
  /// One-letter form, or none.
  let short: Character?
  /// What values it takes.
  let kind: ValueKind
  /// Heading in help.
  let group: Group
  /// The commands that take it.
  let commands: [CommandName]
  /// The default as help prints it; empty where there is none.
  let defaultText: String
  /// Whether it may be given more than once, each adding a value.
  let repeats: Bool
  /// One line for short help.
  let summary: String
  /// More for long help; may be empty.
  let detail: String

  init(
    _ name: String, short: Character? = nil, _ kind: ValueKind, _ group: Group, _ commands: [CommandName],
    default defaultText: String = "", repeats: Bool = false, _ summary: String, _ detail: String = ""
  ) {
    self.name = name
    self.short = short
    self.kind = kind
    self.group = group
    self.commands = commands + (Self.isOfOptimize(name, commands) ? [.optimize] : [])
    self.defaultText = defaultText
    self.repeats = repeats
    self.summary = summary
    self.detail = detail
  }

  /// The flag of a prescription element.
  init(_ element: PrescriptionElement) {
    self.init(
      element.flag, element.kind, .element(element.group),
      [.design, .compare] + (Self.alsoTakenBy[element.flag] ?? []),
      default: element.defaultText, element.summary, element.detail.text(naming: .flags))
  }

  /// What `optimize` does not take of a design's flags: those of both feet, of a record and of a prescription that is only printed.
  private static let ofDesignAlone = [
    "replay", "print-rx", "left", "right", "both", "pressure-left", "pressure-right", "plate",
  ]

  /// Whether `optimize` takes a flag because `design` does: it ends in a design.
  private static func isOfOptimize(_ name: String, _ commands: [CommandName]) -> Bool {
    commands.contains(.design) && !commands.contains(.optimize) && !ofDesignAlone.contains(name)
  }

  /// Elements that are also asked of a finished mesh.
  private static let alsoTakenBy: [String: [CommandName]] = ["min-wall": [.check]]

  /// Whether the flag stands alone.
  var isToggle: Bool { kind == .toggle }

  /// Whether a command takes a comma-separated series of doses for it.
  func takesSeries(in command: CommandName) -> Bool {
    guard case .element = group, command == .compare else { return false }
    // In a list the comma stands between values of its own.
    if case .notation(let notation, _) = kind { return !notation.isList }
    return true
  }

  /// The flag with its placeholder, such as `-o, --output FILE`.
  var usage: String {
    let names = short.map { "-\($0), --\(name)" } ?? "--\(name)"
    return isToggle ? names : "\(names) \(placeholder)"
  }

  /// What stands for the value in help; a long list of names is shortened.
  var placeholder: String {
    let full = kind.placeholder
    return full.count > 24 ? "NAME" : full
  }
}
