extension FootShape {
  /// Finds the foot in a raw scan: cleans it, stands it on its sole, tells heel from toes and left from right, and
  /// brings it into the canonical frame with its landmarks and its plantar surface.
  ///
  /// - Throws: `InputError.implausible` naming what is missing where the scan holds no usable sole, `.ambiguous` where
  ///   it holds two feet and nobody says which.
  ///
  /// - Parameter scan: taken over, so that a left foot's many points are mirrored where they lie if the caller is done
  ///   with them.
  public static func find(
    in scan: consuming Scan, options: ScanOptions = ScanOptions()
  ) throws(InputError) -> FootShape {
    var scan = consume scan
    scan = scan.withoutSpikes
    do throws(InputError) {
      return try found(in: &scan, options: options)
    } catch {
      // What surrounds the foot may hide it, but not a sole that was found and is refused with a map of its gaps.
      guard case .implausible = error.problem, error.details.isEmpty else { throw error }
      let isImpression = options.cast == .negative
      for halfSpaces in FlatSurroundings.halfSpaces(around: SurfacePoints.of(scan), isImpression: isImpression) {
        guard let foot = try? found(in: &scan, options: options, within: halfSpaces) else { continue }
        if FlatSurroundings.isClear(foot, options: options, declared: scan.millimetresPerUnit) { return foot }
        if foot.side == .left { scan.mirror() }
      }
      throw error
    }
  }

  /// The foot in a part of space, all of it where there are no half-spaces.
  ///
  /// - Parameter scan: as it was where this throws, mirrored where it returns a left foot.
  private static func found(
    in scan: inout Scan, options: ScanOptions, within halfSpaces: [HalfSpace] = [], isMirrored: Bool = false
  ) throws(InputError) -> FootShape {
    // Drop what is not the foot, and stand the rest on its sole, heel first.
    var surface = SurfacePoints.of(scan)
    var (candidate, pose) = try FootSearch.found(on: surface, of: scan, options: options, within: halfSpaces)
    let winding = FacetWinding(scan, in: candidate)
    let stated = options.side ?? scan.declaredSide
    if let turned = pose.turned(by: winding, stated: stated, isMirrored: isMirrored, of: candidate, options) {
      pose = turned
    }
    // A left foot is mirrored here, once, and then found as a right one.
    let side = stated ?? (pose.side.isYes ? .right : .left)
    if side == .left {
      let assumption = sideAssumption(.left, pose, scan, options)
      let doubts = options.doubts(about: pose, winding, in: scan)
      // A cloud's surface is its points, which are to lie here once.
      surface = []
      scan.mirror()
      do throws(InputError) {
        var foot = try found(
          in: &scan, options: options.forRightFoot, within: halfSpaces.map(\.mirrored), isMirrored: true)
        foot.side = .left
        foot.findings += doubts
        foot.assumptions = foot.assumptions.map { $0.what == "side" ? assumption : $0 }
        return foot
      } catch {
        scan.mirror()
        throw error
      }
    }
    let unit = try UnitEstimate(
      options: options, declared: scan.millimetresPerUnit, pose: pose, scan: scan.name)
    // Where the cubes found no stray apart from the foot, there are none to look for close to it.
    let isStrayed =
      scan.triangles.isEmpty && candidate.strayShare > 0 && surface.count < FootCandidate.crowdedCloud
    let cleaned = CleanedScan(
      scan, surface: isStrayed ? candidate.withoutStrays(surface) : surface, candidate: candidate)
    // Settle into the canonical frame, then read the sole there.
    guard let frame = CanonicalFrame(cleaned, pose: pose, scale: unit.millimetres, length: options.footLength),
      let sole = PlantarSurface(cleaned, frame: frame, spacing: options.gridSpacing)
    else { throw FootSearch.refusal(scan, "heel and forefoot are not both there") }
    guard !sole.isHeelless else { throw FootSearch.refusal(scan, "the scan is cut off in front of the heel") }
    guard !sole.coverage.isTooLittle else { throw FootSearch.refusal(scan, sole.coverage) }
    let foot = FootShape(
      side: .right, scan: cleaned, sole: sole,
      assumptions: [unit.assumption, sideAssumption(.right, pose, scan, options)],
      findings: options.contradictions(of: pose) + candidate.findings(of: scan) + sole.findings
        + (isMirrored ? [] : options.doubts(about: pose, winding, in: scan)))
    return try foot.heldAgainstPeople(
      of: scan, surface: cleaned.some(Self.enoughForCuts), standing: candidate.support, body: winding,
      scale: unit.millimetres, noise: sole.noise)
  }

  private static func sideAssumption(
    _ side: Side, _ pose: CoarsePose, _ scan: Scan, _ options: ScanOptions
  ) -> Assumption {
    let confidence = (pose.side.confidence * 100).rounded() / 100
    let why: Wording =
      options.side != nil
      ? "\(.side)"
      : scan.declaredSide != nil
        ? "declared by the file" : "medial side found by shape, confidence \(confidence)"
    return Assumption(what: "side", value: side.rawValue, why: why, override: "\(.side)")
  }
}

extension Scan {
  /// Mirrors the scan at x = 0 of its own frame: a left foot becomes a right one.
  fileprivate mutating func mirror() {
    for index in points.indices { points[index].x = -points[index].x }
  }
}

extension ScanOptions {
  /// The same options for the mirrored scan.
  fileprivate var forRightFoot: ScanOptions {
    var other = self
    other.side = .right
    return other
  }
}

extension HalfSpace {
  /// The same part of a space that is mirrored at x = 0.
  fileprivate var mirrored: HalfSpace {
    func mirrored(_ normal: Vector3) -> Vector3 { Vector3(-normal.x, normal.y, normal.z) }
    switch self {
    case .before(let normal, let offset): return .before(normal: mirrored(normal), offset: offset)
    case .beside(let normal, let offset, let thickness):
      return .beside(normal: mirrored(normal), offset: offset, thickness: thickness)
    }
  }
}
