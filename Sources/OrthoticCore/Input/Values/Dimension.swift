/// What a number measures; decides the units it may be given in and the one it is kept in.
public enum Dimension: Equatable, Sendable, CaseIterable {
  /// Kept in mm.
  case length
  /// An angle without a side, kept in degrees.
  case angle
  /// A tilt of the heel or forefoot, kept in degrees, varus (medial side up) positive.
  case tilt
  /// Kept in kPa.
  case pressure
  /// A part of a whole: written in percent, kept as a fraction of 1.
  case share
  /// Kept in kg.
  case mass
  /// Kept in cm.
  case bodyHeight
  /// A bare number.
  case number

  /// A unit: every spelling that is read, the first one being written, and its size in the unit that is kept.
  struct Unit: Sendable {
    let spellings: [String]
    let size: Double
  }

  /// The units read for this dimension; the first is the one written and the one a bare number is in.
  var units: [Unit] {
    switch self {
    case .length:
      [
        Unit(spellings: ["mm", "millimetre", "millimetres", "millimeter", "millimeters"], size: 1),
        Unit(spellings: ["cm", "centimetre", "centimetres", "centimeter", "centimeters"], size: 10),
        Unit(spellings: ["m", "metre", "metres", "meter", "meters"], size: 1000),
        Unit(spellings: ["in", "inch", "inches", "\"", "″"], size: 25.4),
      ]
    case .angle:
      [Unit(spellings: ["deg", "°", "degree", "degrees"], size: 1)]
    case .tilt:
      [
        Unit(spellings: ["deg", "°", "degree", "degrees"], size: 1),
        Unit(spellings: ["deg varus", "varus", "° varus", "°varus", "degrees varus", "var"], size: 1),
        Unit(spellings: ["deg valgus", "valgus", "° valgus", "°valgus", "degrees valgus", "val"], size: -1),
      ]
    case .pressure:
      [
        Unit(spellings: ["kpa"], size: 1),
        Unit(spellings: ["mpa"], size: 1000),
        Unit(spellings: ["n/cm2", "n/cm²"], size: 10),
        Unit(spellings: ["mmhg"], size: 0.133_322_387_415),
        Unit(spellings: ["psi"], size: 6.894_757_293_168),
        Unit(spellings: ["bar"], size: 100),
      ]
    case .share:
      [
        Unit(spellings: ["%", "percent", "per cent"], size: 0.01),
        Unit(spellings: ["share"], size: 1),
      ]
    case .mass:
      [
        Unit(spellings: ["kg"], size: 1),
        Unit(spellings: ["lb", "lbs", "pound", "pounds"], size: 0.453_592_37),
      ]
    case .bodyHeight:
      [
        Unit(spellings: ["cm", "centimetres", "centimeters"], size: 1),
        Unit(spellings: ["mm"], size: 0.1),
        Unit(spellings: ["m", "metres", "meters"], size: 100),
        Unit(spellings: ["in", "inch", "inches", "\""], size: 2.54),
      ]
    case .number:
      []
    }
  }

  /// The unit as messages and files write it.
  public var unitName: String {
    switch self {
    case .pressure: "kPa"
    default: units.first?.spellings.first ?? ""
    }
  }

  /// What a message calls a value of this dimension.
  public var noun: String {
    switch self {
    case .length: "a length"
    case .angle: "an angle"
    case .tilt: "a tilt"
    case .pressure: "a pressure"
    case .share: "a percentage"
    case .mass: "a weight"
    case .bodyHeight: "a body height"
    case .number: "a number"
    }
  }

  /// What help writes in place of a value.
  public var placeholder: String {
    switch self {
    case .length: "MM"
    case .angle: "DEGREES"
    case .tilt: "DEGREES"
    case .pressure: "KPA"
    case .share: "PERCENT"
    case .mass: "KG"
    case .bodyHeight: "CM"
    case .number: "N"
    }
  }
}
