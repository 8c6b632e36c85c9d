/// The length units that scans come in; no common format declares one.
public enum LengthUnit: String, Sendable, CaseIterable {
  /// 1 mm.
  case millimetre = "mm"
  /// 10 mm.
  case centimetre = "cm"
  /// 1000 mm.
  case metre = "m"
  /// 25.4 mm.
  case inch = "in"
  /// 0.001 mm.
  case micrometre = "um"

  /// Millimetres in one unit.
  public var millimetres: Double {
    switch self {
    case .millimetre: 1
    case .centimetre: 10
    case .metre: 1000
    case .inch: 25.4
    case .micrometre: 0.001
    }
  }
}
