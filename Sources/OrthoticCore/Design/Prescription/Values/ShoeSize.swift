/// A shoe size in one of the systems in use, turned into the length of an insole that fits.
public struct ShoeSize: Notated {
  /// The systems.
  public enum System: String, Sendable, CaseIterable {
    /// Paris points of 2/3 cm along the last.
    case eu
    /// Barleycorns (1/3 in) along the last, adult 0 at 25 of them.
    case uk
    /// American men's: one size above the British.
    case us
    /// American women's: one and a half above the men's.
    case usw
    /// Mondopoint (ISO 9407): length of the foot, mm.
    case mondo
    /// Length of the foot, cm, as in Japan.
    case cm
  }

  /// The number.
  public var number: Double
  /// The system it is in.
  public var system: System

  /// How much longer a last is than the foot it is made for, mm (European practice: 15).
  static let lastAllowance = 15.0
  /// How much shorter an insole is than the last, mm: foot + 10.
  static let insoleClearance = 5.0
  /// Foot lengths that have shoes, mm.
  static let feet = 90.0...380.0

  /// Length of the foot that the size is made for, mm.
  public var footLength: Double {
    switch system {
    case .eu: number * 20 / 3 - Self.lastAllowance
    case .uk: (number + 25) * 25.4 / 3 - Self.lastAllowance
    case .us: (number + 24) * 25.4 / 3 - Self.lastAllowance
    case .usw: (number + 22.5) * 25.4 / 3 - Self.lastAllowance
    case .mondo: number
    case .cm: number * 10
    }
  }

  /// Length of an insole for the size, mm.
  public var insoleLength: Double { footLength + Self.lastAllowance - Self.insoleClearance }

  /// How it is written.
  public static let notation = Notation.of(
    Self.self, placeholder: "SIZE",
    expectation: "a shoe size such as 42eu, 8.5uk, 9.5us (men), 10usw (women), 265mondo",
    example: "42eu")

  /// Reads a size; `nil` for a number without a system and for lengths that no foot has.
  public init?(text: String) {
    let word = Dimension.trimmed(text).lowercased().filter { $0 != " " }
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), let system = System(rawValue: String(word.dropFirst(digits.count))) else {
      return nil
    }
    self.number = number
    self.system = system
    guard Self.feet.contains(footLength) else { return nil }
  }

  /// The form in which files have it.
  public var text: String { Dimension.shortest(number) + system.rawValue }
}
