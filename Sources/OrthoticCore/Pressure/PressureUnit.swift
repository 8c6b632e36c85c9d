/// The units that pressure files come in.
public enum PressureUnit: String, Sendable, CaseIterable {
  /// 1 kPa, the unit of the core.
  case kilopascal = "kPa"
  /// 10 kPa.
  case newtonPerSquareCentimetre = "N/cm2"
  /// 0.133322 kPa (conventional millimetre of mercury).
  case millimetreOfMercury = "mmHg"
  /// 6.89476 kPa.
  case poundPerSquareInch = "psi"
  /// 1000 kPa.
  case megapascal = "MPa"
  /// 0.001 kPa.
  case pascal = "Pa"
  /// Force on one cell: divided by the cell's area.
  case newtonPerCell = "N/cell"

  /// Reads a unit's name as files and flags write it, in any case and with `²`, `^2` or `2`.
  public init?(name: String) {
    var key = ""
    for character in name.lowercased() {
      switch character {
      case " ", "^", "\u{b2}", "\u{fffd}": continue
      default: key.append(character)
      }
    }
    switch key {
    case "kpa": self = .kilopascal
    case "n/cm2", "n/cm", "ncm2", "ncm-2": self = .newtonPerSquareCentimetre
    case "mmhg": self = .millimetreOfMercury
    case "psi", "lb/in2", "lbf/in2": self = .poundPerSquareInch
    case "mpa", "n/mm2", "nmm-2": self = .megapascal
    case "pa", "n/m2": self = .pascal
    case "n/cell", "n", "newton": self = .newtonPerCell
    default: return nil
    }
  }

  /// Kilopascals in one unit.
  ///
  /// - Parameter cellArea: area of a sensor cell, mm²; matters to `newtonPerCell` only.
  public func kilopascals(cellArea: Double) -> Double {
    switch self {
    case .kilopascal: 1
    case .newtonPerSquareCentimetre: 10
    case .millimetreOfMercury: 0.133322
    case .poundPerSquareInch: 6.89476
    case .megapascal: 1000
    case .pascal: 0.001
    // 1 N/mm² is 1000 kPa.
    case .newtonPerCell: cellArea > 0 ? 1000 / cellArea : 0
    }
  }
}
