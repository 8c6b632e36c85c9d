/// What the user says about a scan, held against what its shape shows.
extension ScanOptions {
  /// Confidence of the shape from which on a stated side is called into question.
  private static let clearSide = 0.95
  /// Lengths that a foot may have, mm, of a child or of an adult.
  private static let possibleLengths = 80.0...400.0

  /// A warning where the side is stated and the scan has the shape of the other foot: swapped files, most of the time.
  ///
  /// A left foot is looked at mirrored, so the feet go unnamed.
  func contradictions(of pose: CoarsePose) -> [Finding] {
    let shown: Side = pose.side.isYes ? .right : .left
    guard let side, side != shown, pose.side.confidence >= Self.clearSide else { return [] }
    return [
      Finding(
        .warning, code: "side-against-shape", message: "the scan has the shape of the other foot than is said",
        remedy: "check that left and right are not swapped; only a mirrored scan is meant to be so")
    ]
  }

  /// The refusal of a stated unit that makes no foot.
  func refusal(of pose: CoarsePose, in scan: Scan) -> InputError? {
    guard footLength == nil, let unit else { return nil }
    let length = pose.foot.length * unit.millimetres
    guard !Self.possibleLengths.contains(length) else { return nil }
    let shown = length < 10 ? (length * 100).rounded() / 100 : length.rounded()
    let problem = "the foot would be \(Dimension.shortest(shown)) mm long in \(unit.rawValue)"
    return InputError(
      .implausible(problem), in: scan.name,
      expected: "a foot of \(Int(Self.possibleLengths.lowerBound)) to \(Int(Self.possibleLengths.upperBound)) mm",
      remedy: "leave out \(.unit) to have it found, or give the true one")
  }
}
