#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Lays a pressure picture onto a scanned foot.
///
/// The sole's lowest area, as large as the footprint, is taken for its contact; the footprint is turned and moved until the two
/// agree best (largest correlation). Scaled only where the lengths differ by more than `lengthTolerance`, or as told.
package enum Registration {
  /// Relative difference of the lengths up to which a footprint is laid on unscaled.
  ///
  /// A footprint's length is known to about one cell (5 mm of 250: 2 %), and a walking footprint is a little longer than a
  /// standing sole's contact; beyond 3 % the footprint is another foot's, and unscaled its metatarsal heads would lie beside
  /// the scanned ones by half the difference.
  package static let lengthTolerance = 0.03

  /// Node distance of the registered picture, mm: the prediction's usual grid.
  package static let spacing = 2.0

  /// Least agreement of footprint and sole that counts as a fit.
  static let leastAgreement = 0.5

  /// By how much a print must fit better turned round for that to be more than the sole's want of shape.
  private static let turningMargin = 0.05

  /// Least share of the print on the sole's contact, and largest distance of their borders, mm, that count as a fit.
  static let leastOverlap = 0.5
  static let largestResidual = 25.0

  /// Registers a map.
  ///
  /// - Parameters:
  ///   - map: heel in row 0 within about 60°, seen from above (`PressureRecording.oriented`).
  ///   - side: which foot the map shows.
  ///   - foot: the scanned foot.
  ///   - name: the map's file name, for messages.
  /// - Throws: `implausible` where the map shows the other foot or does not fit the sole at all.
  package static func register(
    _ map: PressureMap, side: Side, onto foot: FootShape, options: PressureOptions = PressureOptions(),
    name: String = "pressure map"
  ) throws(InputError) -> RegisteredPressure {
    guard side == foot.side else { throw otherFoot(side, foot.side, name) }
    // A left map becomes a right one, as the left foot has.
    let canonical = side == .left ? map.mirrored : map
    guard let footprint = Footprint(canonical) else {
      throw InputError(
        .implausible("has fewer than three loaded cells"), in: name, expected: "the print of a foot",
        remedy: "export a recording with the foot on the sensors")
    }
    let print = PlausibleFootprint(picture: canonical)
    let expected = PlausibleFootprint.printOverFoot * foot.length
    // Whatever a search finds: a print that is so much longer or shorter is not this foot's.
    guard !PlausibleFootprint.differ(print.length, expected, by: PlausibleFootprint.largestScaling) else {
      throw otherLength(print.length, expected, name)
    }
    // Standing or walking? The sole with which the footprint agrees better when its length is free says which it comes from.
    var isTurnedRound = false
    let standing = Candidate(footprint: footprint, sole: SoleContact(foot, strike: 0)) { search in
      let ahead = search.best(heading: 0)
      isTurnedRound = search.best(heading: .pi).agreement > ahead.agreement + turningMargin
      return ahead
    }
    // What file, flag or a sure shape says about the heel's end is not turned over in silence.
    guard !isTurnedRound else {
      throw InputError(
        .implausible("fits the scanned sole better with its heel at the toes"), in: name,
        expected: "a print with its heel where the map's is",
        remedy:
          "say which end is the heel with \(.pressureHeel), check the cell size (\(.pressureCell)) and the scan's side (\(.side))"
      )
    }
    let walking = Candidate(footprint: footprint, sole: SoleContact(foot, strike: SoleContact.heelStrike)) {
      $0.refined(standing.fit.pose)
    }
    let chosen = walking.stretched.agreement > standing.stretched.agreement ? walking : standing
    var (field, fit) = (chosen.field, chosen.fit)
    let stretched = chosen.stretched
    let ratio = stretched.pose.scaleY
    var assumptions: [Assumption] = []
    var findings: [Finding] = []
    if options.fit == .scale || (options.fit == .automatic && abs(ratio - 1) > lengthTolerance) {
      fit = stretched
      field = chosen.sole.field(touching: footprint.area * ratio * ratio)
      assumptions.append(
        Assumption(
          what: "pressure scale", value: "\((ratio * 1000).rounded() / 1000)",
          why: "the print is \(ratio < 1 ? "longer" : "shorter") than the scanned sole's contact",
          override: "\(.pressureFit) rigid"))
    }
    let scaling = PlausibleFootprint.scaling
    if PlausibleFootprint.differ(ratio, 1, by: scaling)
      || PlausibleFootprint.differ(print.length, expected, by: scaling)
    {
      findings.append(
        Finding(
          .warning, code: "pressure-other-length",
          message:
            "the print is \(Int(print.length.rounded())) mm long, the scanned foot \(Int(foot.length.rounded())): \(Int((expected / print.length * 100 - 100).rounded())) % from what such a foot prints",
          remedy:
            "check the cell size (\(.pressureCell)), the scan's unit (\(.unit)), and that map and scan show the same foot"
        ))
    }
    guard fit.agreement >= leastAgreement else {
      throw InputError(
        .implausible("does not fit the scanned sole (agreement \((fit.agreement * 100).rounded() / 100))"), in: name,
        expected: "the print of the scanned foot",
        remedy: "check the cell size (\(.pressureCell)) and that map and scan show the same foot")
    }
    let outline = ContactOutline(footprint: footprint, map: canonical, pose: fit.pose, field: field)
    guard outline.overlap >= leastOverlap, outline.residual <= largestResidual else {
      throw InputError(
        .implausible(
          "does not fit the scanned sole (\(Int((outline.overlap * 100).rounded())) % of the print on it, its border \(Int(min(outline.residual, 999).rounded())) mm off)"
        ),
        in: name, expected: "the print of the scanned foot",
        remedy:
          "check the cell size (\(.pressureCell)), the heel end (\(.pressureHeel)) and that map and scan show the same foot"
      )
    }
    let contactLength = footprint.extent(along: -fit.pose.rotation) * ratio
    return RegisteredPressure(
      pressure: RegisteredPressure.sampled(canonical, in: fit.pose, on: layout(over: foot)), map: canonical,
      pose: fit.pose, overlap: outline.overlap, agreement: fit.agreement, residual: outline.residual,
      lengthMismatch: contactLength / ratio - contactLength, assumptions: assumptions, findings: findings)
  }

  /// Registers a map of an insole's sensors by the insole's outline alone: what is loaded tells nothing.
  ///
  /// Heel on heel, along the middle of the sole; scaled only where that is wished.
  ///
  /// - Throws: `implausible` where insole and foot are of different sides or sizes.
  package static func registerInsole(
    _ map: PressureMap, side: Side, onto foot: FootShape, options: PressureOptions = PressureOptions(), name: String
  ) throws(InputError) -> RegisteredPressure {
    guard side == foot.side else { throw otherFoot(side, foot.side, name) }
    let canonical = side == .left ? map.mirrored : map
    guard let footprint = Footprint(canonical), let insole = MiddleLine(sensorsOf: canonical),
      let sole = MiddleLine(foot.plantar)
    else {
      throw InputError(
        .implausible("has fewer than three loaded cells"), in: name, expected: "the print of a foot",
        remedy: "export a recording with the foot on the sensors")
    }
    let ratio = foot.length / insole.length
    guard !PlausibleFootprint.differ(ratio, 1, by: PlausibleFootprint.largestScaling) else {
      throw otherLength(insole.length, foot.length, name)
    }
    var findings: [Finding] = []
    if PlausibleFootprint.differ(ratio, 1, by: PlausibleFootprint.scaling) {
      findings.append(
        Finding(
          .warning, code: "pressure-other-length",
          message:
            "the insole is \(Int(insole.length.rounded())) mm long, the scanned foot \(Int(foot.length.rounded()))",
          remedy: "check the cell size (\(.pressureCell)) and that insole and scan belong to the same foot"))
    }
    let scale = options.fit == .scale ? ratio : 1
    var assumptions: [Assumption] = [
      Assumption(
        what: "pressure placement", value: "insole on sole, heel on heel",
        why: "an insole lies in the shoe as it was built",
        override: "")
    ]
    if scale != 1 {
      assumptions.append(
        Assumption(
          what: "pressure scale", value: "\((ratio * 1000).rounded() / 1000)", why: "the insole to the scanned foot",
          override: "\(.pressureFit) rigid"))
    }
    let pose = insole.pose(onto: sole, scale: scale)
    let contact = SoleContact(foot, strike: 0).field(touching: footprint.area)
    let outline = ContactOutline(footprint: footprint, map: canonical, pose: pose, field: contact)
    return RegisteredPressure(
      pressure: RegisteredPressure.sampled(canonical, in: pose, on: layout(over: foot)), map: canonical, pose: pose,
      overlap: outline.overlap, agreement: contact.agreement(of: footprint, in: pose), residual: outline.residual,
      lengthMismatch: insole.length * scale - foot.length, assumptions: assumptions, findings: findings)
  }

  /// Registers an oriented recording: an insole by its outline, any other by its print.
  package static func register(
    _ recording: PressureRecording, side: Side, onto foot: FootShape, options: PressureOptions
  ) throws(InputError) -> RegisteredPressure {
    let picture = recording.peakPicture
    return recording.isInsole
      ? try registerInsole(picture, side: side, onto: foot, options: options, name: recording.name)
      : try register(picture, side: side, onto: foot, options: options, name: recording.name)
  }

  private static func otherLength(_ print: Double, _ expected: Double, _ name: String) -> InputError {
    InputError(
      .implausible(
        "is \(Int(min(print, 9999).rounded())) mm long where the scanned foot makes some \(Int(expected.rounded())) mm"),
      in: name, expected: "the pressure of the scanned foot",
      remedy:
        "give the cell size with \(.pressureCell), or the scan's size with \(.footLength) or \(.unit); else give the map of this foot"
    )
  }

  /// A footprint laid on one idea of where the sole touches.
  private struct Candidate {
    let sole: SoleContact
    let field: ContactField
    /// Turned and moved.
    let fit: PoseSearch.Result
    /// Scaled too: how long the footprint is for this sole.
    let stretched: PoseSearch.Result

    init(footprint: Footprint, sole: SoleContact, rigid: (PoseSearch) -> PoseSearch.Result) {
      self.sole = sole
      field = sole.field(touching: footprint.area)
      fit = rigid(PoseSearch(footprint: footprint, field: field))
      // A free scale on the best pose tells the length; the area that touches goes with it.
      var stretched = fit
      for _ in 0..<3 {
        let scale = stretched.pose.scaleX * stretched.pose.scaleY
        let search = PoseSearch(footprint: footprint, field: sole.field(touching: footprint.area * scale))
        let before = stretched.pose.scaleY
        stretched = search.refined(stretched.pose, freedom: .similarity)
        if abs(stretched.pose.scaleY - before) < lengthTolerance / 10 { break }
      }
      self.stretched = stretched
    }
  }

  /// A grid over the scanned sole.
  private static func layout(over foot: FootShape) -> GridLayout {
    let sole = foot.plantar.layout
    let ratio = sole.spacing / spacing
    return GridLayout(
      origin: sole.origin, spacing: spacing, columns: Int(Double(sole.columns - 1) * ratio) + 2,
      rows: Int(Double(sole.rows - 1) * ratio) + 2)
  }

  private static func otherFoot(_ side: Side, _ scanned: Side, _ name: String) -> InputError {
    InputError(
      .implausible("is of a \(side.rawValue) foot, but the scan is a \(scanned.rawValue) foot"), in: name,
      expected: "the pressure of the \(scanned.rawValue) foot",
      remedy: "give the other map, or correct \(.pressureSide) or \(.side)")
  }
}
