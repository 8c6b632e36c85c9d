/// Decides which piece of a scan is the foot, or why none is.
enum FootSearch {
  /// The piece of a scan's surface that shows a sole, with its rough pose.
  static func found(
    on surface: [Vector3], of scan: Scan, options: ScanOptions, within halfSpaces: [HalfSpace] = []
  ) throws(InputError) -> (candidate: FootCandidate, pose: CoarsePose) {
    let candidates = FootCandidate.all(in: surface, isImpression: options.cast == .negative, within: halfSpaces)
    guard !candidates.isEmpty else { throw refusal(scan, "there is no surface in it") }
    var feet: [(candidate: FootCandidate, pose: CoarsePose)] = []
    for candidate in candidates {
      if let pose = CoarsePose(candidate), pose.showsSole { feet.append((candidate, pose)) }
    }
    guard let first = feet.first else {
      throw candidates.count > 1
        ? refusal(scan, "it holds \(candidates.count) pieces of similar size, as of two feet, and none shows its sole")
        : refusal(scan, "the sole is missing: no side of the scan is the underside of a foot")
    }
    guard feet.count > 1 else { return first }
    let wanted = feet.filter { ($0.pose.side.isYes ? Side.right : .left) == options.side }
    guard wanted.count == 1 else {
      throw InputError(
        .ambiguous("it holds \(feet.count) feet"), in: scan.name, expected: "one foot, or a pair and which of them",
        remedy: "say \(.side) left or \(.side) right")
    }
    return wanted[0]
  }

  /// The refusal of a scan that shows too little of the sole, with a map of where.
  static func refusal(_ scan: Scan, _ coverage: SoleCoverage) -> InputError {
    let percent = Int((coverage.filledShare * 100).rounded())
    var error = refusal(scan, "\(percent) % of the sole is missing (\(coverage.gapsInWords))")
    error.details = ["toes up, # seen, . missing:"] + coverage.map
    error.remedy = "scan the missing places again"
    return error
  }

  /// The refusal of a scan, with the reason.
  static func refusal(_ scan: Scan, _ why: String) -> InputError {
    InputError(
      .implausible("no usable foot: \(why)"), in: scan.name,
      expected: "a scan of one foot that shows the sole from heel to metatarsal heads",
      remedy: "scan the sole, or crop the file to one foot")
  }
}
