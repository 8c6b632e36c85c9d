extension FootShape {
  /// Finds the foot in a raw scan: cleans it, stands it on its sole, tells heel from toes and left from right, and
  /// brings it into the canonical frame with its landmarks and its plantar surface.
  ///
  /// - Throws: `InputError.implausible` naming what is missing where the scan holds no usable sole, `.ambiguous` where
  ///   it holds two feet and nobody says which.
  public static func find(in scan: Scan, options: ScanOptions = ScanOptions()) throws(InputError) -> FootShape {
    let scan = scan.withoutSpikes
    let surface = SurfacePoints.of(scan)
    do throws(InputError) {
      return try found(in: scan, on: surface, options: options)
    } catch {
      // What surrounds the foot may hide it.
      guard case .implausible = error.problem else { throw error }
      for regions in FlatSurroundings.regions(around: surface, isImpression: options.cast == .negative) {
        guard let foot = try? found(in: scan, on: surface, options: options, within: regions),
          FlatSurroundings.isClear(foot, options: options, declared: scan.millimetresPerUnit)
        else { continue }
        return foot
      }
      throw error
    }
  }

  private static func found(
    in scan: Scan, on surface: [Vector3], options: ScanOptions, within regions: [Region] = []
  ) throws(InputError) -> FootShape {
    // Drop what is not the foot, and stand the rest on its sole, heel first.
    let (piece, pose) = try FootSearch.found(on: surface, of: scan, options: options, within: regions)
    // A left foot is mirrored here, once, and then found as a right one.
    let side = options.side ?? scan.declaredSide ?? (pose.side.isYes ? .right : .left)
    if side == .left {
      let mirrored = scan.mirrored.withoutSpikes
      var foot = try found(
        in: mirrored, on: SurfacePoints.of(mirrored), options: options.forRightFoot, within: regions.map(\.mirrored))
      foot.side = .left
      foot.assumptions = foot.assumptions.map { $0.what == "side" ? sideAssumption(.left, pose, scan, options) : $0 }
      return foot
    }
    let unit = UnitEstimate(options: options, declared: scan.millimetresPerUnit, pose: pose)
    // Settle into the canonical frame, then read the sole there.
    let cleaned = CleanedScan(scan, surface: surface, piece: piece)
    guard let frame = CanonicalFrame(cleaned, pose: pose, scale: unit.millimetres, length: options.footLength),
      let sole = PlantarSurface(cleaned, frame: frame, spacing: options.gridSpacing)
    else { throw FootSearch.refusal(scan, "heel and forefoot are not both there") }
    guard !sole.isHeelless else { throw FootSearch.refusal(scan, "the scan is cut off in front of the heel") }
    guard !sole.coverage.isTooLittle else { throw FootSearch.refusal(scan, sole.coverage) }
    return FootShape(
      side: .right, scan: cleaned, sole: sole,
      assumptions: [unit.assumption, sideAssumption(.right, pose, scan, options)],
      findings: piece.findings(of: scan) + sole.findings)
  }

  private static func sideAssumption(
    _ side: Side, _ pose: CoarsePose, _ scan: Scan, _ options: ScanOptions
  ) -> Assumption {
    let confidence = (pose.side.confidence * 100).rounded() / 100
    let why =
      options.side != nil
      ? "--side"
      : scan.declaredSide != nil
        ? "declared by the file" : "medial side found by shape, confidence \(confidence)"
    return Assumption(what: "side", value: side.rawValue, why: why, override: "--side")
  }
}

extension Scan {
  /// The scan mirrored at x = 0 of its own frame: a left foot becomes a right one.
  fileprivate var mirrored: Scan {
    var other = self
    other.points = points.map { Vector3(-$0.x, $0.y, $0.z) }
    return other
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

extension Region {
  /// The same part of a space that is mirrored at x = 0.
  fileprivate var mirrored: Region {
    func mirrored(_ normal: Vector3) -> Vector3 { Vector3(-normal.x, normal.y, normal.z) }
    switch self {
    case .before(let normal, let offset): return .before(normal: mirrored(normal), offset: offset)
    case .beside(let normal, let offset, let thickness):
      return .beside(normal: mirrored(normal), offset: offset, thickness: thickness)
    }
  }
}
