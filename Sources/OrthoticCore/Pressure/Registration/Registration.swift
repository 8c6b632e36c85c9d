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
    // Standing or walking? The sole with which the footprint agrees better when its length is free says which it comes from.
    let standing = Candidate(footprint: footprint, sole: SoleContact(foot, strike: 0)) { best($0) }
    let walking = Candidate(footprint: footprint, sole: SoleContact(foot, strike: SoleContact.heelStrike)) {
      $0.refined(standing.fit.pose)
    }
    let chosen = walking.stretched.agreement > standing.stretched.agreement ? walking : standing
    var (field, fit) = (chosen.field, chosen.fit)
    let stretched = chosen.stretched
    let ratio = stretched.pose.scaleY
    var assumptions: [Assumption] = []
    if options.fit == .scale || (options.fit == .automatic && abs(ratio - 1) > lengthTolerance) {
      fit = stretched
      field = chosen.sole.field(touching: footprint.area * ratio * ratio)
      assumptions.append(
        Assumption(
          what: "pressure scale", value: "\((ratio * 1000).rounded() / 1000)",
          why: "the print is \(ratio < 1 ? "longer" : "shorter") than the scanned sole's contact",
          override: "\(.pressureFit) rigid"))
    }
    guard fit.agreement >= leastAgreement else {
      throw InputError(
        .implausible("does not fit the scanned sole (agreement \((fit.agreement * 100).rounded() / 100))"), in: name,
        expected: "the print of the scanned foot",
        remedy: "check the cell size (\(.pressureCell)) and that map and scan show the same foot")
    }
    let outline = ContactOutline(footprint: footprint, map: canonical, pose: fit.pose, field: field)
    let contactLength = footprint.extent(along: -fit.pose.rotation) * ratio
    return RegisteredPressure(
      pressure: RegisteredPressure.sampled(canonical, in: fit.pose, on: layout(over: foot)), map: canonical,
      pose: fit.pose, overlap: outline.overlap, agreement: fit.agreement, residual: outline.residual,
      lengthMismatch: contactLength / ratio - contactLength, assumptions: assumptions)
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

  /// The best of both headings; the given one wins a draw.
  private static func best(_ search: PoseSearch) -> PoseSearch.Result {
    let ahead = search.best(heading: 0)
    let back = search.best(heading: .pi)
    return back.agreement > ahead.agreement ? back : ahead
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
