/// Words for a person in which settings are named by type, so that every front end can call them by its own names.
///
/// ```
/// let remedy: Wording = "raise \(.thickness) or lower \(.minimumWall)"
/// print(remedy)                         // raise Prescription.thickness or lower Prescription.minimumWall
/// print(remedy.text(naming: flags))     // raise --thickness or lower --min-wall
/// ```
public struct Wording: Equatable, Sendable {
  private enum Part: Equatable, Sendable {
    case text(String)
    case setting(Setting)
    case tool(Tool)
  }

  private var parts: [Part] = []

  /// Creates words that name no setting.
  public init(_ text: String) {
    add(.text(text))
  }

  /// Whether there are no words.
  public var isEmpty: Bool { parts.isEmpty }

  /// The settings that are named, in order.
  public var settings: [Setting] {
    parts.compactMap { if case .setting(let setting) = $0 { setting } else { nil } }
  }

  /// The words with settings and tools called by some names.
  public func text(naming names: SettingNames) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let words): text += words
      case .setting(let setting): text += names.setting(setting)
      case .tool(let tool): text += names.tool(tool)
      }
    }
  }

  /// One wording behind the other.
  public static func + (first: Wording, second: Wording) -> Wording {
    second.parts.reduce(into: first) { $0.add($1) }
  }

  /// Puts words behind these.
  public static func += (wording: inout Wording, more: Wording) {
    for part in more.parts { wording.add(part) }
  }

  /// Neighbouring words are one part, so that equal words are equal however they were put together.
  private mutating func add(_ part: Part) {
    if case .text(let more) = part {
      if more.isEmpty { return }
      if case .text(let words)? = parts.last {
        parts[parts.count - 1] = .text(words + more)
        return
      }
    }
    parts.append(part)
  }
}

extension Wording: CustomStringConvertible {
  /// The words with Swift's names of the settings.
  public var description: String { text(naming: .swift) }
}

extension Wording: ExpressibleByStringInterpolation {
  /// Gathers a literal with its interpolations.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var wording = Wording("")

    /// Starts with no words.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { wording.add(.text(literal)) }

    /// Names a setting.
    public mutating func appendInterpolation(_ setting: Setting) { wording.add(.setting(setting)) }

    /// Points to a tool.
    public mutating func appendInterpolation(tool: Tool) { wording.add(.tool(tool)) }

    /// Adds other words with the settings that they name.
    public mutating func appendInterpolation(_ words: Wording) { wording += words }

    /// Adds a value as text.
    public mutating func appendInterpolation<Value>(_ value: Value) { wording.add(.text(String(describing: value))) }
  }

  /// Creates words from a literal without interpolation.
  public init(stringLiteral words: String) { self.init(words) }

  /// Creates words from a literal with interpolations.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.wording }
}
