/// Decides how many millimetres one file unit is.
struct UnitEstimate: Equatable, Sendable {
  /// Millimetres in one file unit.
  var millimetres: Double
  /// The unit, where it is one.
  var unit: LengthUnit?
  /// Why.
  var why: String
  /// Whether the user said so.
  var isGiven: Bool

  /// Largest extent, in file units, that still is metres, and that still is centimetres (formats.md).
  static let metresBelow = 1.5
  static let centimetresBelow = 45.0

  /// Decides from the user's word, the format's, or the size.
  init(options: ScanOptions, declared: Double?, extent: Double, footLength: Double) {
    if let length = options.footLength {
      millimetres = length / footLength
      why = "--foot-length \(length) mm over \(footLength) file units"
      isGiven = true
    } else if let unit = options.unit {
      self.unit = unit
      millimetres = unit.millimetres
      why = "--unit"
      isGiven = true
    } else if let declared {
      millimetres = declared
      why = "declared by the file"
      isGiven = true
    } else {
      let unit: LengthUnit =
        extent < Self.metresBelow ? .metre : extent < Self.centimetresBelow ? .centimetre : .millimetre
      self.unit = unit
      millimetres = unit.millimetres
      why = "largest extent \((extent * 100).rounded() / 100)"
      isGiven = false
    }
  }
}
