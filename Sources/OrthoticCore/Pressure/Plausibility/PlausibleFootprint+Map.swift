extension PlausibleFootprint {
  /// The numbers of a picture: extent along and across the print's own axis, whole cells.
  init(picture: PressureMap) {
    guard let footprint = Footprint(picture) else {
      self.init(length: 0, width: 0, area: 0, force: 0, peak: picture.peak)
      return
    }
    // Extents of what bears the force: a few stray cells do not make a print longer.
    self.init(
      length: footprint.extent(along: footprint.axis), width: footprint.extent(along: footprint.axis + .pi / 2),
      area: footprint.area / 100, force: picture.force, peak: picture.peak)
  }

  /// Units that files without one come in, the usual ones first.
  private static let candidates: [PressureUnit] = [
    .kilopascal, .newtonPerSquareCentimetre, .millimetreOfMercury, .poundPerSquareInch,
    .kilogramPerSquareCentimetre, .gramPerSquareCentimetre, .megapascal, .pascal,
  ]

  /// Why pressures in a unit that nobody said cannot be a person's, with the units that would fit; `nil` where they can.
  ///
  /// - Parameters:
  ///   - unit: what the numbers were taken for, kPa.
  ///   - source: file for the message.
  func unitRefusal(of unit: PressureUnit, in source: String) -> InputError? {
    // Without a length no force can be judged: size is refused elsewhere.
    guard length >= Self.lengths.lowerBound, length <= Self.lengths.upperBound, !isPossiblyLoaded else { return nil }
    return unitError(
      "as \(unit.rawValue) makes \(Self.shown(force)) N in all, \(Self.shown(meanPressure)) kPa on average",
      fitting: \.isUsuallyLoaded, in: source)
  }

  /// The same where the body's mass, kg, is known.
  func unitRefusal(mass: Double, in source: String) -> InputError? {
    guard !isMade(by: mass) else { return nil }
    return unitError(
      "as kPa makes \(Self.shown(force)) N, \(Self.shown(force / (mass * Self.gravity))) times the body weight",
      fitting: { $0.isMade(by: mass) && $0.isPossiblyLoaded }, in: source)
  }

  private func unitError(
    _ what: String, fitting: (PlausibleFootprint) -> Bool, in source: String
  ) -> InputError {
    let fits = Self.candidates.filter { unit in fitting(loaded(times: unit.kilopascals(cellArea: 0))) }
    let named = fits.map { unit in
      "\(unit.rawValue) (\(Self.shown(force * unit.kilopascals(cellArea: 0))) N)"
    }
    return InputError(
      .implausible(what), in: source, expected: "the force of a person on one foot",
      remedy: fits.isEmpty
        ? "no usual unit fits: check the file and the cell size (\(.pressureCell)), or say the unit with \(.pressureUnit)"
        : "say the unit with \(.pressureUnit); \(named.joined(separator: " or ")) would fit")
  }

  private static func shown(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "too many" }
    return abs(value) >= 10 ? "\(Int(value.rounded()))" : "\((value * 100).rounded() / 100)"
  }
}
