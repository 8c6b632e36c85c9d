/// How many millimetres one file unit is.
struct UnitEstimate: Equatable, Sendable {
  /// Millimetres in one file unit.
  var millimetres: Double
  /// What stands in the list of assumptions.
  var assumption: Assumption

  /// Units that are tried, in order.
  private static let units: [LengthUnit] = [.millimetre, .centimetre, .metre, .inch, .micrometre]

  /// Decides from the user's word, the format's, or the length of the foot.
  ///
  /// A file that reads directly in millimetres is believed over all the lengths that feet have. Metres, centimetres and
  /// micrometres lie factors of ten or more apart and so cannot be confused; they and inches are taken where they give an
  /// adult's or an older child's foot. What fits no unit so is asked: a scan of arbitrary size would pass for a child's.
  ///
  /// - Throws: `InputError` where no unit fits, or where what was said makes no foot.
  init(options: ScanOptions, declared: Double?, pose: CoarsePose, scan name: String) throws(InputError) {
    let length = pose.foot.length
    let rounded = (length * 1000).rounded() / 1000
    let override: Wording
    if let wanted = options.footLength {
      millimetres = wanted / length
      override = "\(.footLength)"
      assumption = Assumption(
        what: "units", value: "\((millimetres * 1000).rounded() / 1000) mm",
        why: "the foot is \(rounded) file units long and \(.footLength) says \(wanted) mm", override: override)
    } else if let unit = options.unit {
      millimetres = unit.millimetres
      override = "\(.unit)"
      assumption = Assumption(what: "units", value: unit.rawValue, why: "\(.unit)", override: override)
    } else if let declared {
      millimetres = declared
      override = "\(.unit)"
      assumption = Assumption(what: "units", value: "\(declared) mm", why: "declared by the file", override: override)
    } else {
      let fitting = Self.units.first { unit in
        let range = unit == .millimetre ? PlausibleFoot.lengths : PlausibleFoot.lengthsOfAdults
        return range.contains(length * unit.millimetres)
      }
      guard let fitting else { throw Self.unknown(length, name) }
      millimetres = fitting.millimetres
      assumption = Assumption(
        what: "units", value: fitting.rawValue, why: "the foot is \(rounded) file units long", override: "\(.unit)")
      return
    }
    let found = length * millimetres
    // The rough length may be off by a little at the borders of the range.
    guard !PlausibleFoot.lengths.contains(found) else { return }
    let shown = found < 10 ? (found * 100).rounded() / 100 : found.rounded()
    let inUnit = options.footLength == nil && options.unit != nil ? " in \(options.unit?.rawValue ?? "")" : ""
    throw InputError(
      .implausible("the foot would be \(Dimension.shortest(shown)) mm long\(inUnit)"), in: name,
      expected: "a foot of \(PlausibleFoot.lengthsInWords)",
      remedy: options.footLength == nil && options.unit != nil
        ? "leave out \(.unit) to have it found, or give the true one" : "give the true one with \(.footLength)")
  }

  /// The question for the unit.
  private static func unknown(_ length: Double, _ name: String) -> InputError {
    let shown = Dimension.shortest((length * 1000).rounded() / 1000)
    let possible = units.filter { PlausibleFoot.lengths.contains(length * $0.millimetres) }
    let readings = possible.map { "\(Int((length * $0.millimetres).rounded())) mm in \($0.rawValue)" }
    let said = readings.isEmpty ? "no unit makes that a foot" : "that is \(readings.joined(separator: ", "))"
    return InputError(
      .ambiguous("the foot is \(shown) file units long and the file does not say which unit it is in: \(said)"),
      in: name, expected: "a scan in millimetres, or of a known unit",
      remedy: possible.isEmpty
        ? "say how long the foot is with \(.footLength)"
        : "say \(.unit) if one of them is right, or how long the foot is with \(.footLength)")
  }
}
