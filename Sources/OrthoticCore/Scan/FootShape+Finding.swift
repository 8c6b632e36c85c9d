extension FootShape {
  /// Finds the foot in a raw scan: cleans it, stands it on its sole, tells heel from toes and left from right, and
  /// brings it into the canonical frame with its landmarks and its plantar surface.
  ///
  /// - Throws: `InputError.implausible` naming what is missing where the scan holds no usable sole.
  public static func find(in scan: Scan, options: ScanOptions = ScanOptions()) throws(InputError) -> FootShape {
    // Windings are not relied upon, so facets count from their lowest corner: a mirrored file is then the same numbers.
    let scan = scan.withSortedFacets
    // Drop what is not the foot, and stand the rest on its sole, heel first.
    let (cleaned, pose) = try FootSearch.found(in: scan, options: options)
    // A left foot is mirrored here, once, and then found as a right one.
    let side = options.side ?? (pose.side.isYes ? .right : .left)
    if side == .left {
      var foot = try find(in: scan.mirrored, options: options.forRightFoot)
      foot.side = .left
      foot.assumptions = foot.assumptions.map { $0.what == "side" ? sideAssumption(.left, pose, options) : $0 }
      return foot
    }
    let unit = UnitEstimate(options: options, declared: scan.millimetresPerUnit, pose: pose)
    // Settle into the canonical frame, then read the sole there.
    guard let frame = CanonicalFrame(cleaned, pose: pose, scale: unit.millimetres, length: options.footLength),
      let reading = SoleReading(frame.sole, arch: frame.arch)
    else { throw FootSearch.refusal(scan, "heel and forefoot are not both there") }
    let plantar = PlantarSurface(frame, reading: reading, spacing: options.gridSpacing)
    return FootShape(
      side: .right, points: frame.points, triangles: frame.triangles, landmarks: reading.landmarks,
      plantar: plantar.heights, filled: plantar.filled, outline: reading.rim.outline, length: reading.borders.length,
      assumptions: [unit.assumption, sideAssumption(.right, pose, options)],
      findings: cleaned.findings(of: scan) + plantar.findings)
  }

  private static func sideAssumption(_ side: Side, _ pose: CoarsePose, _ options: ScanOptions) -> Assumption {
    let confidence = (pose.side.confidence * 100).rounded() / 100
    return Assumption(
      what: "side", value: side.rawValue,
      why: options.side == nil ? "medial side found by shape, confidence \(confidence)" : "--side", override: "--side")
  }
}

extension Scan {
  /// The scan with the corners of each facet in ascending order, whatever its winding was.
  fileprivate var withSortedFacets: Scan {
    var other = self
    for index in other.triangles.indices {
      let facet = other.triangles[index]
      let low = min(facet.a, facet.b, facet.c)
      let high = max(facet.a, facet.b, facet.c)
      // The middle one by exclusive or, whichever place it stood in.
      other.triangles[index] = Triangle(low, facet.a ^ facet.b ^ facet.c ^ low ^ high, high)
    }
    return other
  }

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
