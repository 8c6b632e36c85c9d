/// Parts of the device that are softer or firmer than its material.
public struct StiffnessZones: Notated {
  /// The parts.
  public enum Part: String, Sendable, CaseIterable {
    /// Under the heel.
    case heel
    /// Between heel and forefoot.
    case midfoot
    /// Under the metatarsal heads.
    case forefoot
    /// Ahead of them.
    case toes
  }

  /// Five levels of hardness, each twice as stiff as the one before.
  public enum Hardness: String, Sendable, CaseIterable {
    /// A quarter of the material's stiffness.
    case extraSoft = "extra-soft"
    /// Half of it.
    case soft
    /// The material itself.
    case medium
    /// Twice as stiff.
    case firm
    /// Four times.
    case extraFirm = "extra-firm"

    /// Stiffness as a share of the material's.
    public var factor: Double {
      switch self {
      case .extraSoft: 0.25
      case .soft: 0.5
      case .medium: 1
      case .firm: 2
      case .extraFirm: 4
      }
    }
  }

  /// The hardness of each part; parts that are not named keep the material.
  public var hardness: [Part: Hardness] = [:]

  /// Creates a device of one material.
  public init() {}

  /// How they are written.
  public static let notation = Notation.of(
    Self.self, placeholder: "LIST",
    expectation:
      "none, or parts (\(Part.allCases.map(\.rawValue).joined(separator: ", "))) with a hardness "
      + "(\(Hardness.allCases.map(\.rawValue).joined(separator: ", "))), such as forefoot:soft",
    example: "forefoot:soft",
    names: Part.allCases.flatMap { part in Hardness.allCases.map { "\(part.rawValue):\($0.rawValue)" } } + ["none"],
    isList: true)

  /// Reads them.
  public init?(text: String) {
    guard let words = listed(text) else { return nil }
    for word in words {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false).map {
        Dimension.trimmed(String($0)).lowercased()
      }
      guard parts.count == 2, let part = Part(rawValue: parts[0]), let level = Hardness(rawValue: parts[1]),
        hardness[part] == nil
      else { return nil }
      hardness[part] = level
    }
  }

  /// The form in which files have them.
  public var text: String {
    let named = Part.allCases.compactMap { part in hardness[part].map { "\(part.rawValue):\($0.rawValue)" } }
    return named.isEmpty ? "none" : named.joined(separator: ", ")
  }
}
