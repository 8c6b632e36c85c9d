/// A found foot held against what a person's foot is.
extension FootShape {
  /// Points of the surface that show its cuts.
  static let enoughForCuts = 40_000
  /// Mean thickness of a closed body from which it may be a foot, share of its length: insoles have 0.01 to 0.03, feet 0.1.
  static let leastThickness = 0.05
  /// Arch that is no higher above a floor that was scanned with the foot than this, mm, may be the floor itself.
  static let leastArchOnFloor = 1.0

  /// The foot with what is doubtful about it said.
  ///
  /// - Parameters:
  ///   - surface: Some ten thousand of its points, in the scan's frame.
  ///   - support: What was cut away from under it.
  ///   - winding: Which way the facets of a mesh face.
  ///   - scale: Millimetres per file unit.
  ///   - noise: Usual distance of its points from its surface, mm.
  /// - Throws: `InputError` where it is no whole foot of a person.
  func heldAgainstPeople(
    of scan: borrowing Scan, surface: [Vector3], standing support: SupportPlane?, body winding: FacetWinding?,
    scale: Double, noise: Double
  ) throws(InputError) -> FootShape {
    guard PlausibleFoot.lengths.contains(length) else {
      throw InputError(
        .implausible("the foot would be \(Int(length.rounded())) mm long"), in: scan.name,
        expected: "a foot of \(PlausibleFoot.lengthsInWords)",
        remedy: "check \(.unit), or say how long the foot is with \(.footLength)")
    }
    if let winding, winding.isClosed, winding.thickness * scale < Self.leastThickness * length {
      let shown = (winding.thickness * scale * 10).rounded() / 10
      throw FootSearch.refusal(
        scan, "it is a closed body \(Dimension.shortest(shown)) mm thick on average, as an insole is and no foot")
    }
    var foot = self
    let measures = FootMeasures(self)
    if let ball = measures.ballWidth, let heel = measures.heelWidth {
      if let why = PlausibleFoot.impossibility(length: length, ball: ball, heel: heel) {
        throw FootSearch.refusal(scan, why)
      }
      if let finding = PlausibleFoot.proportions(length: length, ball: ball, heel: heel) {
        foot.findings.append(finding)
      }
    }
    let placed = surface.map { place(of: $0) }
    let rim = SoleRim(placed, length: length)
    if let rim, rim.isTooShallow { throw FootSearch.refusal(scan, rim.inWords) }
    if let rim, rim.isShallow { foot.findings.append(rim.finding) }
    // Missing toes are said already.
    let cuts = StraightCut.all(in: placed, length: length, noise: noise, isOnSupport: support != nil)
      .filter { $0.place != .toes || landmarks.toeTip != nil }
    foot.findings += cuts.map(\.finding)
    // Where a support was cut away, the mesh is open along it, and a shallow scan is open all round.
    if support == nil, rim?.isShallow == false {
      let open = OpenBorder.all(in: points, triangles, outline: outline, length: length)
      foot.findings += open.filter { border in !cuts.contains { $0.place == border.place } }.map(\.finding)
    }
    if support?.kind == .floor, measures.archHeight < Self.leastArchOnFloor {
      foot.findings.append(
        Finding(
          .warning, code: "arch-not-seen",
          message: "the floor was scanned under the arch too, or the arch lies on it: its height is not measured",
          remedy: "cut the floor out of the scan, or scan the sole from below"))
    }
    return foot
  }
}

extension ScanOptions {
  /// Confidence of the shape below which left and right are in doubt.
  private static let doubtfulSide = 0.8

  /// What is doubtful about the side of a scan that nobody stated.
  func doubts(about pose: CoarsePose, _ winding: FacetWinding?, in scan: borrowing Scan) -> [Finding] {
    guard side == nil, scan.declaredSide == nil else { return [] }
    var doubts: [Finding] = []
    if pose.side.confidence < Self.doubtfulSide {
      doubts.append(
        Finding(
          .warning, code: "side-unclear", message: "the shape hardly tells a left foot from a right one",
          remedy: "say \(.side) left or \(.side) right"))
    }
    if cast != .negative, winding?.facesOut(up: pose.foot.placement.z) == false {
      doubts.append(
        Finding(
          .warning, code: "facets-inside-out",
          message: "the facets face into the foot: some programs write them so, and a mirrored scan looks the same",
          remedy: "say \(.side) left or \(.side) right if the foot is known"))
    }
    return doubts
  }
}

extension CoarsePose {
  /// Balance of the evidence for the sole's side up to which a relief and its imprint look alike.
  static let unclearUp = 0.6

  /// The pose turned over, where shape alone does not tell the sole from its imprint, and the facets do, or the side that the foot is
  /// known to have, or the borders.
  ///
  /// - Parameters:
  ///   - stated: the side that the foot is known to have; a relief looks like that of the other foot from behind.
  ///   - isMirrored: whether the scan was mirrored, which turns its facets inside out.
  func turned(
    by winding: FacetWinding?, stated: Side?, isMirrored: Bool, of candidate: FootCandidate, _ options: ScanOptions
  ) -> CoarsePose? {
    guard options.cast != .negative else { return nil }
    func over() -> CoarsePose? {
      CoarsePose(candidate.sample, points: candidate.some, hint: foot.placement.z).flatMap { $0.showsSole ? $0 : nil }
    }
    if isShallow, let stated {
      let isRight = stated == .right
      return side.isYes == isRight ? nil : over().flatMap { $0.side.isYes == isRight ? $0 : nil }
    }
    if let facesOut = winding?.facesOut(up: foot.placement.z) {
      return facesOut == isMirrored && (isShallow || up.balance < Self.unclearUp) ? over() : nil
    }
    // What is left of a foot's sides stands up at the borders of its sole: an imprint, or the sole from behind, ends low there.
    let placed = candidate.some.map { foot.placement.placed($0) }
    guard isShallow, let rim = SoleRim(placed, length: 1), rim.height < Self.leastRim * foot.height
    else { return nil }
    return over()
  }

  /// Least height of the rim of a shallow scan, share of the scan's: near 1 of slices, 0.2 to 0.5 of slices turned over.
  static let leastRim = 0.6
}
