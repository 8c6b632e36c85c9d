/// How many millimetres one file unit is.
struct UnitEstimate: Equatable, Sendable {
  /// Millimetres in one file unit.
  var millimetres: Double
  /// What stands in the list of assumptions.
  var assumption: Assumption

  /// Lengths of adult and older children's feet, mm: a unit that gives such a length is believed.
  static let usualLengths = 150.0...340.0

  /// Decides from the user's word, the format's, or the length of the foot.
  ///
  /// Metres, centimetres, millimetres and micrometres lie factors of ten or more apart and so cannot be confused; inches
  /// are taken where only they give a foot of a usual length.
  init(options: ScanOptions, declared: Double?, pose: CoarsePose) {
    let length = pose.foot.length
    let rounded = (length * 1000).rounded() / 1000
    if let wanted = options.footLength {
      millimetres = wanted / length
      assumption = Assumption(
        what: "units", value: "\((millimetres * 1000).rounded() / 1000) mm",
        why: "the foot is \(rounded) file units long and \(.footLength) says \(wanted) mm", override: "\(.footLength)")
    } else if let unit = options.unit {
      millimetres = unit.millimetres
      assumption = Assumption(what: "units", value: unit.rawValue, why: "\(.unit)", override: "\(.unit)")
    } else if let declared {
      millimetres = declared
      assumption = Assumption(what: "units", value: "\(declared) mm", why: "declared by the file", override: "\(.unit)")
    } else {
      let order: [LengthUnit] = [.millimetre, .centimetre, .metre, .inch, .micrometre]
      let unit =
        order.first { Self.usualLengths.contains(length * $0.millimetres) }
        ?? (length < 1.5 ? .metre : length < 45 ? .centimetre : length < 50_000 ? .millimetre : .micrometre)
      millimetres = unit.millimetres
      assumption = Assumption(
        what: "units", value: unit.rawValue, why: "the foot is \(rounded) file units long", override: "\(.unit)")
    }
  }
}
