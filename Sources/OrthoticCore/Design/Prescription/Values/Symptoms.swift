/// What a person reports, as a list of words.
public struct Symptoms: Notated {
  /// One symptom or sign.
  public enum Symptom: String, Sendable, CaseIterable {
    case heelPain = "heel-pain"
    case archPain = "arch-pain"
    case ballPain = "ball-pain"
    case toePain = "toe-pain"
    case numbness
    case numbnessBoth = "numbness-both"
    case tingling
    case tinglingBoth = "tingling-both"
    case weakness
    case weaknessBoth = "weakness-both"
    case weaknessWorse = "weakness-worse"
    case footDrop = "foot-drop"
    case saddleNumbness = "saddle-numbness"
    case bladderChange = "bladder-change"
    case bowelChange = "bowel-change"
    case backPain = "back-pain"
    case legPainStanding = "leg-pain-standing"
    case calfPainWalking = "calf-pain-walking"
    case worseWithActivity = "worse-with-activity"
    case betterAtRest = "better-at-rest"

    /// What it means, for help and reference.
    public var meaning: String {
      switch self {
      case .heelPain: "pain under the heel"
      case .archPain: "pain in the arch"
      case .ballPain: "pain in the ball of the foot"
      case .toePain: "pain in the toes"
      case .numbness: "numbness in one foot or its toes"
      case .numbnessBoth: "numbness in both feet"
      case .tingling: "tingling in one foot or its toes"
      case .tinglingBoth: "tingling in both feet"
      case .weakness: "weakness of foot or leg"
      case .weaknessBoth: "weakness of both legs"
      case .weaknessWorse: "weakness of a leg that is getting worse"
      case .footDrop: "a new foot drop"
      case .saddleNumbness: "numbness where one sits on a saddle"
      case .bladderChange: "a new change of the bladder's function"
      case .bowelChange: "a new change of the bowel's function"
      case .backPain: "low-back pain"
      case .legPainStanding: "leg pain brought on by standing and eased by sitting"
      case .calfPainWalking: "calf pain brought on by walking and eased by standing still"
      case .worseWithActivity: "worse with activity"
      case .betterAtRest: "better at rest"
      }
    }
  }

  /// The symptoms in the order of the list above, each once.
  public var all: [Symptom] = []

  /// Creates none.
  public init() {}

  /// How they are written.
  public static let notation = Notation.of(
    Self.self, placeholder: "LIST",
    expectation: "none, or a list of " + Symptom.allCases.map(\.rawValue).joined(separator: ", "),
    example: "ball-pain,numbness", names: Symptom.allCases.map(\.rawValue) + ["none"], isList: true)

  /// Reads them.
  public init?(text: String) {
    guard let words = listed(text) else { return nil }
    let found = words.compactMap { Symptom(rawValue: $0.lowercased()) }
    guard found.count == words.count else { return nil }
    all = Symptom.allCases.filter(found.contains)
  }

  /// The form in which files have them.
  public var text: String { all.isEmpty ? "none" : all.map(\.rawValue).joined(separator: ", ") }

  /// Whether any of some symptoms is there.
  func has(_ symptoms: Symptom...) -> Bool { symptoms.contains(where: all.contains) }
}

/// Sites of one foot at which the 10 g monofilament was missed, two times of three.
public struct MonofilamentSites: Notated {
  /// The sites that are tested.
  public enum Site: String, Sendable, CaseIterable {
    case hallux, mt1, mt5
  }

  /// The sites missed; empty where none was, `nil` where nothing was tested.
  public var missed: [Site]?

  /// Creates an untested foot.
  public init() {}

  /// Whether protective sensation is lost at any site.
  public var isInsensate: Bool { missed?.isEmpty == false }

  /// How they are written.
  public static let notation = Notation.of(
    Self.self, placeholder: "LIST",
    expectation: "untested, felt, or the sites missed two times of three: hallux, mt1, mt5", example: "hallux,mt1",
    names: ["untested", "felt"] + Site.allCases.map(\.rawValue), isList: true)

  /// Reads them.
  public init?(text: String) {
    switch Dimension.trimmed(text).lowercased() {
    case "untested": missed = nil
    case "felt": missed = []
    default:
      guard let words = listed(text), !words.isEmpty else { return nil }
      let found = words.compactMap { Site(rawValue: $0.lowercased()) }
      guard found.count == words.count else { return nil }
      missed = Site.allCases.filter(found.contains)
    }
  }

  /// The form in which files have them.
  public var text: String {
    guard let missed else { return "untested" }
    return missed.isEmpty ? "felt" : missed.map(\.rawValue).joined(separator: ", ")
  }
}
