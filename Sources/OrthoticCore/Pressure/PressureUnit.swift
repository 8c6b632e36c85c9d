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
  /// 98.0665 kPa (kilogram-force).
  case kilogramPerSquareCentimetre = "kg/cm2"
  /// 0.0980665 kPa (gram-force).
  case gramPerSquareCentimetre = "g/cm2"
  /// 1000 kPa, the same as a megapascal.
  case newtonPerSquareMillimetre = "N/mm2"
  /// 100 kPa.
  case bar = "bar"
  /// 0.1 kPa, the same as a hectopascal.
  case millibar = "mbar"
  /// Force on one cell: divided by the cell's area.
  case newtonPerCell = "N/cell"

  /// Reads a unit's name as files and flags write it, in any case and with `²`, `^2` or `2`.
  public init?(name: String) {
    var key = ""
    for character in name.lowercased() {
      switch character {
      case " ", "\t", "^", "\"", "\u{b2}", "\u{fffd}", "\u{a0}": continue
      default: key.append(character)
      }
    }
    // Spreadsheets pad the line; tables set the unit in brackets.
    while let last = key.last, ",;:.)]".contains(last) { key.removeLast() }
    while let first = key.first, "([".contains(first) { key.removeFirst() }
    switch key {
    case "kpa", "kilopascal", "kilopascals": self = .kilopascal
    case "n/cm2", "n/cm", "ncm2", "ncm-2", "n/sqcm": self = .newtonPerSquareCentimetre
    case "mmhg", "torr": self = .millimetreOfMercury
    case "psi", "lb/in2", "lbf/in2", "lbs/in2": self = .poundPerSquareInch
    case "mpa", "megapascal", "megapascals": self = .megapascal
    case "n/mm2", "n/mm", "nmm-2": self = .newtonPerSquareMillimetre
    case "kg/cm2", "kgf/cm2", "kp/cm2", "kg/cm", "kgf/cm", "kgcm-2", "at": self = .kilogramPerSquareCentimetre
    case "g/cm2", "gf/cm2", "p/cm2", "g/cm", "gcm-2": self = .gramPerSquareCentimetre
    case "bar": self = .bar
    case "mbar", "millibar", "hpa": self = .millibar
    case "pa", "n/m2", "pascal", "pascals": self = .pascal
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
    case .megapascal, .newtonPerSquareMillimetre: 1000
    case .kilogramPerSquareCentimetre: 98.0665
    case .gramPerSquareCentimetre: 0.0980665
    case .bar: 100
    case .millibar: 0.1
    case .pascal: 0.001
    // 1 N/mm² is 1000 kPa.
    case .newtonPerCell: cellArea > 0 ? 1000 / cellArea : 0
    }
  }
}
